import type { Colour } from '../engine/colour'
import { mix } from '../engine/colour'
import { element } from '../engine/markup'
import type { Random } from '../engine/random'
import type { Solid, Stage } from '../engine/stage'
import type { Vec } from '../engine/vector'

/** The same body upside down in still water, its colours drowned in the water's. */
export const mirrored = (
  solids: readonly Solid[],
  level: number,
  water: Colour,
  depth = 0.5,
): Solid[] => {
  const flip = ([x, y, z]: Vec): Vec => [x, 2 * level - y, z]
  return solids.map(({ faces }) => ({
    casts: false,
    faces: faces.map((face) => ({
      ...face,
      polygon: face.polygon.map(flip),
      outward: face.outward
        ? ([face.outward[0], -face.outward[1], face.outward[2]] as const)
        : undefined,
      colour: mix(face.colour, water, depth),
      receives: false,
      veils: undefined,
    })),
  }))
}

/** Lying strokes that grow wider and rarer towards the viewer. */
export const ripples = (
  stage: Stage,
  random: Random,
  {
    from,
    to,
    count,
    colours,
    opacity = 0.6,
  }: {
    /** Picture rows between which the water lies. */
    from: number
    to: number
    count: number
    colours: readonly [Colour, ...Colour[]]
    opacity?: number
  },
  order = 12,
): void => {
  stage.overlay(
    () =>
      Array.from({ length: count }, () => {
        const nearness = random.next() ** 1.6
        const y = from + (to - from) * nearness
        const length = 20 + nearness * random.between(60, 340)
        const thickness = 1 + nearness * 7 * random.between(0.5, 1)
        const x = random.between(-100, stage.width)
        return element('ellipse', {
          cx: x + length / 2,
          cy: y,
          rx: length / 2,
          ry: thickness / 2,
          fill: random.pick(colours),
          opacity: opacity * random.between(0.4, 1),
        })
      }).join(''),
    order,
  )
}
