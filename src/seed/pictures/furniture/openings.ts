import type { Colour } from '../engine/colour'
import { mix } from '../engine/colour'
import { intersect, normalOf, type Polygon } from '../engine/polygon'
import type { Stage, Veil } from '../engine/stage'
import { add, dot, scale, sub, type Vec } from '../engine/vector'

type Opening = {
  /** Lower left corner in the wall's inner plane, and its two edges. */
  corner: Vec
  across: Vec
  up: Vec
  /** Height of the round top as a share of the whole. */
  arch?: number
  columns?: number
  rows?: number
  /** From the inner plane of the wall to the glass. */
  reveal: Vec
  frame: Colour
  jamb: Colour
  /** What is behind the glass, from the bottom to the top. */
  view: readonly [Colour, Colour]
  horizon?: { colour: Colour; height: number }
  bar?: number
  order?: number
  /** A picture of a window that lets no sun in. */
  dull?: boolean
}

const at = (corner: Vec, across: Vec, up: Vec, u: number, v: number): Vec =>
  add(corner, add(scale(across, u), scale(up, v)))

const archOf = ({ corner, across, up, arch = 0 }: Opening): Polygon => {
  if (arch === 0)
    return [[0, 0] as const, [1, 0] as const, [1, 1] as const, [0, 1] as const].map(([u, v]) =>
      at(corner, across, up, u, v),
    )
  const top = Array.from({ length: 15 }, (_, index) => {
    const angle = (index / 14) * Math.PI
    return at(corner, across, up, 0.5 + Math.cos(angle) / 2, 1 - arch + Math.sin(angle) * arch)
  })
  return [at(corner, across, up, 0, 0), at(corner, across, up, 1, 0), ...top]
}

/** What of a polygon behind the wall is seen from `eye` through the opening: moved into the wall's plane. */
const seenThrough = (eye: Vec, polygon: Polygon, opening: Polygon): Polygon => {
  const [origin] = opening
  if (!origin) return []
  const normal = normalOf(opening)
  const moved = polygon.map((point): Vec => {
    const ray = sub(point, eye)
    const t = dot(normal, sub(origin, eye)) / dot(normal, ray)
    return add(eye, scale(ray, t))
  })
  return intersect(moved, opening)
}

/** A window with depth: jambs, glass, bars, a view, and the sunlight that it lets in. */
export const addWindow = (stage: Stage, opening: Opening): void => {
  const { across, up, reveal, columns = 2, rows = 4, bar = 0.03, order = 1 } = opening
  const shape = archOf(opening)
  const glassCorner = add(opening.corner, reveal)
  const glass = archOf({ ...opening, corner: glassCorner })
  const eye = stage.camera.at
  const show = (polygon: Polygon, colour: Colour, veils?: readonly Veil[], flat = true) => {
    const seen = seenThrough(eye, polygon, shape)
    if (seen.length > 2) {
      stage.surface({ polygon: seen, colour, veils, flat, receives: false }, order)
    }
  }
  stage.surface({ polygon: shape, colour: opening.jamb, receives: false }, order)
  const sill: Polygon = [
    opening.corner,
    add(opening.corner, across),
    add(glassCorner, across),
    glassCorner,
  ]
  stage.surface(
    { polygon: sill, colour: mix(opening.jamb, stage.mood.sun, 0.55), flat: true, receives: false },
    order,
  )
  show(glass, opening.view[1], [
    { from: glassCorner, to: add(glassCorner, up), colour: opening.view[0], opacity: [1, 0] },
  ])
  if (opening.horizon) {
    show(
      archOf({ ...opening, corner: glassCorner, arch: 0, up: scale(up, opening.horizon.height) }),
      opening.horizon.colour,
    )
  }
  const width = Math.hypot(...across)
  const height = Math.hypot(...up)
  const strip = (u: number, v: number, w: number, h: number): Polygon =>
    intersect(
      [
        at(glassCorner, across, up, u, v),
        at(glassCorner, across, up, u + w, v),
        at(glassCorner, across, up, u + w, v + h),
        at(glassCorner, across, up, u, v + h),
      ],
      glass,
    )
  for (let column = 0; column <= columns; column++) {
    const thickness = bar * (column === 0 || column === columns ? 2.4 : 1)
    show(
      strip(column / columns - thickness / width / 2, 0, thickness / width, 1),
      opening.frame,
      undefined,
      false,
    )
  }
  for (let row = 0; row <= rows; row++) {
    const thickness = bar * (row === 0 || row === rows ? 2.4 : 1)
    show(
      strip(0, row / rows - thickness / height / 2, 1, thickness / height),
      opening.frame,
      undefined,
      false,
    )
  }
  if (opening.dull) return
  const [gapX, gapY] = [bar / width, bar / height]
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) {
      const cell = intersect(
        [
          at(opening.corner, across, up, column / columns + gapX, row / rows + gapY),
          at(opening.corner, across, up, (column + 1) / columns - gapX, row / rows + gapY),
          at(opening.corner, across, up, (column + 1) / columns - gapX, (row + 1) / rows - gapY),
          at(opening.corner, across, up, column / columns + gapX, (row + 1) / rows - gapY),
        ],
        shape,
      )
      if (cell.length > 2) stage.aperture(cell)
    }
  }
}
