import type { Colour } from '../engine/colour'
import { element } from '../engine/markup'
import type { Random } from '../engine/random'

const leafPath = (x: number, y: number, length: number, width: number, angle: number) => {
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)]
  const tip = [x + dx * length, y + dy * length]
  const side = (sign: number) => [
    x + dx * length * 0.45 - dy * width * sign,
    y + dy * length * 0.45 + dx * width * sign,
  ]
  const f = (list: number[]) => list.map((value) => value.toFixed(3)).join(' ')
  return `M${f([x, y])}Q${f(side(1))} ${f(tip)}Q${f(side(-1))} ${f([x, y])}Z`
}

/** A tuft of long leaves; its origin is where they leave the pot. */
export const foliage = (
  random: Random,
  {
    height,
    leaves,
    colours,
    spread = 1,
    width = 0.16,
  }: {
    height: number
    leaves: number
    colours: readonly [Colour, ...Colour[]]
    spread?: number
    width?: number
  },
): string =>
  Array.from({ length: leaves }, (_, index) => {
    const angle = Math.PI / 2 + random.between(-1.15, 1.15) * spread
    const reach = height * random.between(0.6, 1) * (1 - Math.abs(angle - Math.PI / 2) * 0.18)
    const colour = colours[index % colours.length] ?? colours[0]
    return element('path', { d: leafPath(0, 0, reach, reach * width, angle), fill: colour })
  }).join('')

/** Round leaves on thin stems: a rubber plant, an olive tree, a bunch from the market. */
export const bush = (
  random: Random,
  {
    height,
    leaves,
    colours,
    radius,
    stem,
    leaf = 0.16,
  }: {
    height: number
    leaves: number
    colours: readonly [Colour, ...Colour[]]
    radius: number
    stem: Colour
    leaf?: number
  },
): string => {
  const crown = height - radius
  const stems = [-0.4, 0, 0.45]
    .map((lean) =>
      element('path', {
        d: `M0 0Q${(lean * radius * 0.2).toFixed(3)} ${(crown * 0.6).toFixed(3)} ${(lean * radius).toFixed(3)} ${crown.toFixed(3)}`,
        fill: 'none',
        stroke: stem,
        'stroke-width': 0.025 + height * 0.008,
      }),
    )
    .join('')
  const crowns = Array.from({ length: leaves }, (_, index) => {
    const turn = random.between(0, Math.PI * 2)
    const away = Math.sqrt(random.next()) * radius
    const x = Math.cos(turn) * away
    const y = crown + Math.sin(turn) * away * 0.9
    // Leaves that look to the light are painted last and lightest.
    const tone = Math.min(colours.length - 1, Math.floor((index / leaves) * colours.length))
    const length = leaf * random.between(0.7, 1.3)
    return element('path', {
      d: leafPath(x, y, length, length * 0.5, random.between(-0.4, Math.PI + 0.4)),
      fill: colours[tone] ?? colours[0],
    })
  }).join('')
  return stems + crowns
}
