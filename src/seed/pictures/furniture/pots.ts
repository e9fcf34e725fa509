import { type Colour, mix } from '../engine/colour'
import { element } from '../engine/markup'

type Profile = readonly (readonly [radius: number, height: number])[]

/** Half outlines from the foot to the lip, as shares of the pot's size. */
const profiles = {
  bowl: [
    [0.18, 0],
    [0.2, 0.05],
    [0.42, 0.22],
    [0.52, 0.44],
  ],
  vase: [
    [0.2, 0],
    [0.4, 0.25],
    [0.44, 0.5],
    [0.3, 0.75],
    [0.17, 0.86],
    [0.22, 1],
  ],
  bottle: [
    [0.24, 0],
    [0.36, 0.16],
    [0.37, 0.4],
    [0.22, 0.58],
    [0.1, 0.68],
    [0.1, 0.94],
    [0.13, 1],
  ],
  jar: [
    [0.26, 0],
    [0.4, 0.2],
    [0.43, 0.5],
    [0.34, 0.7],
    [0.26, 0.76],
    [0.28, 0.82],
  ],
  cup: [
    [0.24, 0],
    [0.28, 0.1],
    [0.32, 0.6],
  ],
  moon: [
    [0.18, 0],
    [0.4, 0.18],
    [0.52, 0.45],
    [0.42, 0.74],
    [0.18, 0.88],
    [0.2, 0.96],
  ],
  pitcher: [
    [0.28, 0],
    [0.36, 0.2],
    [0.34, 0.5],
    [0.22, 0.76],
    [0.24, 1],
  ],
} as const satisfies Record<string, Profile>

export type PotKind = keyof typeof profiles

/** Softens the corners of an outline twice (Chaikin). */
const smooth = (profile: Profile): Profile => {
  let points: Profile = profile
  for (let pass = 0; pass < 3; pass++) {
    const next: [number, number][] = []
    for (const [index, [x, y]] of points.entries()) {
      const after = points[index + 1]
      if (index === 0) next.push([x, y])
      if (after) {
        next.push([x * 0.75 + after[0] * 0.25, y * 0.75 + after[1] * 0.25])
        next.push([x * 0.25 + after[0] * 0.75, y * 0.25 + after[1] * 0.75])
      } else next.push([x, y])
    }
    points = next
  }
  return points
}

const outline = (profile: Profile, from: number, to: number) => {
  const at = (share: number) => profile.map(([r, h]) => `${(r * share).toFixed(3)} ${h.toFixed(3)}`)
  return `M${[...at(from), ...at(to).reverse()].join('L')}Z`
}

type PotLook = { colour: Colour; dip?: Colour; shade: Colour; dipTo?: number }

/** A thrown pot that stands on the origin, `size` metres high, lit from the left; `dip` is the glaze on its upper part. */
export const pot = (
  kind: PotKind,
  size: number,
  { colour, dip, shade, dipTo = 0.45 }: PotLook,
): string => {
  const profile = smooth(profiles[kind])
  const [lip, top] = profile.at(-1) ?? [0.2, 1]
  const upper = profile.filter(([, h]) => h >= dipTo * top)
  const body = element('path', { d: outline(profile, -1, 1), fill: colour })
  const glaze = dip ? element('path', { d: outline(upper, -1, 1), fill: dip }) : ''
  const dark = element('path', { d: outline(profile, 0.1, 1), fill: shade, opacity: 0.28 })
  const darker = element('path', { d: outline(profile, 0.58, 1), fill: shade, opacity: 0.3 })
  const gleam = element('path', {
    d: outline(
      profile.filter(([, h]) => h > 0.12 * top && h < 0.9 * top),
      -0.78,
      -0.6,
    ),
    fill: '#fff6e0',
    opacity: 0.35,
  })
  const mouth = element('ellipse', {
    cx: 0,
    cy: top,
    rx: lip,
    ry: lip * 0.22,
    fill: mix(dip ?? colour, shade, 0.7),
  })
  const handle =
    kind === 'pitcher' || kind === 'cup'
      ? element('path', {
          d:
            kind === 'cup' ? 'M.3.48Q.52.46.48.28Q.42.12.28.16' : 'M.2.88Q.56.86.5.52Q.46.36.34.34',
          fill: 'none',
          stroke: mix(dip ?? colour, shade, 0.5),
          'stroke-width': 0.07,
        })
      : ''
  return element(
    'g',
    { transform: `scale(${size})` },
    handle + body + glaze + dark + darker + gleam + mouth,
  )
}
