import type { Colour } from '../engine/colour'
import { rectangle } from '../engine/solids'
import type { Face, Stage, Veil } from '../engine/stage'

type Side = { colour: Colour; veils?: readonly Veil[]; receives?: boolean }

/** Floor, ceiling and three walls; the viewer looks along z from the open side. */
export const addRoom = (
  stage: Stage,
  {
    left,
    right,
    near = -2,
    far,
    high,
  }: { left: number; right: number; near?: number; far: number; high: number },
  sides: { floor: Side; ceiling?: Side; left?: Side; right?: Side; back?: Side },
): void => {
  const deep = far - near
  const wide = right - left
  const add = (side: Side | undefined, polygon: Face['polygon']) => {
    if (side) stage.surface({ ...side, polygon })
  }
  add(sides.floor, rectangle([left, 0, near], [wide, 0, 0], [0, 0, deep]))
  add(sides.ceiling, rectangle([left, high, near], [wide, 0, 0], [0, 0, deep]))
  add(sides.back, rectangle([left, 0, far], [wide, 0, 0], [0, high, 0]))
  add(sides.left, rectangle([left, 0, near], [0, 0, deep], [0, high, 0]))
  add(sides.right, rectangle([right, 0, near], [0, 0, deep], [0, high, 0]))
}
