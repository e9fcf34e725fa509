import { type Colour, lighten } from '../engine/colour'
import { box } from '../engine/solids'
import type { Solid } from '../engine/stage'
import { add, type Vec } from '../engine/vector'

type TableLook = { top: Colour; legs: Colour; turn?: number }

/** A table from its legs up; the top takes sunlight. */
export const table = (
  at: Vec,
  [width, height, depth]: Vec,
  { top, legs, turn = 0 }: TableLook,
): Solid[] => {
  const leg = (x: number, z: number) =>
    box(add(at, [(x * (width - 0.12)) / 2, 0, (z * (depth - 0.12)) / 2]), [0.05, height, 0.05], {
      colour: legs,
      turn,
      about: at,
    })
  return [
    leg(-1, 1),
    leg(1, 1),
    leg(-1, -1),
    leg(1, -1),
    box(add(at, [0, height, 0]), [width, 0.045, depth], { colour: top, receives: true, turn }),
  ]
}

export const chair = (at: Vec, colour: Colour, legs: Colour, turn = 0): Solid[] => {
  const part = (offset: Vec, size: Vec, tint: Colour) =>
    box(add(at, offset), size, { colour: tint, turn, about: at })
  return [
    part([-0.19, 0, 0.19], [0.03, 0.44, 0.03], legs),
    part([0.19, 0, 0.19], [0.03, 0.44, 0.03], legs),
    part([-0.19, 0, -0.19], [0.03, 0.44, 0.03], legs),
    part([0.19, 0, -0.19], [0.03, 0.44, 0.03], legs),
    part([0, 0.44, 0], [0.46, 0.05, 0.46], colour),
    part([0, 0.52, 0.22], [0.44, 0.36, 0.04], colour),
  ]
}

/** Open, its screen towards negative z before it is turned. */
export const laptop = (at: Vec, colour: Colour, screen: Colour, turn = 0): Solid[] => {
  const part = (offset: Vec, size: Vec, tint: Colour, flat = false) =>
    box(add(at, offset), size, { colour: tint, turn, about: at, flat, casts: false })
  return [
    part([0, 0, 0], [0.34, 0.015, 0.24], colour),
    part([0, 0.015, 0.12], [0.34, 0.22, 0.012], colour),
    part([0, 0.03, 0.112], [0.31, 0.19, 0.002], screen, true),
  ]
}

export const monitor = (at: Vec, colour: Colour, screen: Colour, turn = 0): Solid[] => {
  const part = (offset: Vec, size: Vec, tint: Colour, flat = false) =>
    box(add(at, offset), size, { colour: tint, turn, about: at, flat, casts: false })
  return [
    part([0, 0, 0.02], [0.2, 0.015, 0.16], colour),
    part([0, 0, 0.03], [0.04, 0.16, 0.03], colour),
    part([0, 0.12, 0], [0.6, 0.36, 0.025], lighten(colour, -0.02)),
    part([0, 0.135, -0.014], [0.57, 0.33, 0.002], screen, true),
  ]
}
