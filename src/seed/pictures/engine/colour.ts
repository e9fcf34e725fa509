export type Colour = `#${string}`

type Triple = [number, number, number]

const toLinear = (channel: number) =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
const toGamma = (channel: number) =>
  channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055

const channel = (colour: Colour, index: number) =>
  toLinear(Number.parseInt(colour.slice(1 + index * 2, 3 + index * 2), 16) / 255)

const toOklab = (colour: Colour): Triple => {
  const [r, g, b] = [channel(colour, 0), channel(colour, 1), channel(colour, 2)]
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

const fromOklab = ([lightness, a, b]: Triple): Colour => {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  const hex = channels.map((value) =>
    Math.round(Math.min(1, Math.max(0, toGamma(Math.max(0, value)))) * 255)
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${hex.join('')}`
}

const cache = new Map<string, Colour>()

/** Mixed in Oklab, where halfway between two colours also looks halfway. */
export const mix = (a: Colour, b: Colour, share: number): Colour => {
  const key = `${a}${b}${share.toFixed(2)}`
  const known = cache.get(key)
  if (known) return known
  const [from, to] = [toOklab(a), toOklab(b)]
  const t = Number(share.toFixed(2))
  const mixed = fromOklab([
    from[0] + (to[0] - from[0]) * t,
    from[1] + (to[1] - from[1]) * t,
    from[2] + (to[2] - from[2]) * t,
  ])
  cache.set(key, mixed)
  return mixed
}

/** Lighter (or with a negative amount darker) at the same hue. */
export const lighten = (colour: Colour, amount: number): Colour => {
  const [lightness, a, b] = toOklab(colour)
  return fromOklab([Math.min(1, Math.max(0, lightness + amount)), a, b])
}
