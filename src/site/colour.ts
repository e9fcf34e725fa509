export type Rgb = { r: number; g: number; b: number }

const HEX = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i

export const isHexColour = (value: unknown): value is string =>
  typeof value === 'string' && HEX.test(value)

/** `#abc` or `#aabbcc`; nothing else is a colour here, so nothing else gets into a stylesheet. */
export const parseHex = (value: unknown): Rgb | undefined => {
  if (!isHexColour(value)) return undefined
  const digits = value.slice(1)
  const full = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits
  const number = Number.parseInt(full, 16)
  return { r: number >> 16, g: (number >> 8) & 255, b: number & 255 }
}

const toHex = ({ r, g, b }: Rgb) =>
  `#${[r, g, b].map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`

/** `share` of `other` stirred into `base`. A value that is no colour leaves the other one as it is. */
export const mix = (base: string, other: string, share: number): string => {
  const from = parseHex(base)
  const to = parseHex(other)
  if (!from || !to) return base
  const between = (a: number, b: number) => a + (b - a) * share
  return toHex({ r: between(from.r, to.r), g: between(from.g, to.g), b: between(from.b, to.b) })
}
