import type { Colour } from './colour'
import { edgesOf, normalOf, type Polygon } from './polygon'
import type { Face, Solid } from './stage'
import { add, centroid, dot, scale, sub, type Vec } from './vector'

type Look = { colour: Colour; receives?: boolean; flat?: boolean; casts?: boolean }

const turned = (point: Vec, about: Vec, angle: number): Vec => {
  if (angle === 0) return point
  const [x, y, z] = sub(point, about)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return add(about, [x * cos + z * sin, y, z * cos - x * sin])
}

/** A convex body from its faces; which way is out follows from its middle. */
export const convexSolid = (polygons: readonly Polygon[], look: Look): Solid => {
  const middle = centroid(polygons.flat())
  const faces = polygons.map((polygon): Face => {
    const normal = normalOf(polygon)
    const out = dot(normal, sub(centroid(polygon), middle)) >= 0 ? normal : scale(normal, -1)
    return { polygon, outward: out, ...look }
  })
  return { faces, casts: look.casts }
}

/** Standing on `at` (the middle of its base). */
export const box = (
  at: Vec,
  [width, height, depth]: Vec,
  look: Look & { turn?: number; about?: Vec },
): Solid => {
  const corner = (x: number, y: number, z: number): Vec =>
    turned(
      add(at, [(x * width) / 2, y * height, (z * depth) / 2]),
      look.about ?? at,
      look.turn ?? 0,
    )
  const side = (a: [number, number], b: [number, number]): Polygon => [
    corner(a[0], 0, a[1]),
    corner(b[0], 0, b[1]),
    corner(b[0], 1, b[1]),
    corner(a[0], 1, a[1]),
  ]
  const ring: [number, number][] = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ]
  const { colour, receives, flat, casts } = look
  return convexSolid(
    [
      ...[...edgesOf(ring)].map(([a, b]) => side(a, b)),
      ring.map(([x, z]) => corner(x, 1, z)),
      ring.map(([x, z]) => corner(x, 0, z)),
    ],
    { colour, receives, flat, casts },
  )
}

/** A body of revolution between two radii, standing or lying along `axis`. */
export const cone = (
  at: Vec,
  {
    bottom,
    top,
    height,
    axis = 'y',
    sides = 28,
  }: {
    bottom: number
    top: number
    height: number
    axis?: 'x' | 'y' | 'z'
    sides?: number
  },
  look: Look,
): Solid => {
  const ring = (radius: number, along: number): Vec[] =>
    Array.from({ length: sides }, (_, index) => {
      const angle = (index / sides) * Math.PI * 2
      const [u, v] = [Math.cos(angle) * radius, Math.sin(angle) * radius]
      if (axis === 'x') return add(at, [along, u, v])
      if (axis === 'z') return add(at, [u, v, along])
      return add(at, [u, along, v])
    })
  const low = ring(bottom, 0)
  const high = ring(top, height)
  const pairs = [...edgesOf(low.map((point, index) => [point, high[index] ?? point] as const))]
  return convexSolid(
    [...pairs.map(([a, b]) => [a[0], b[0], b[1], a[1]]), high, low].filter(
      (polygon) => Math.hypot(...sub(polygon[0] ?? at, polygon[2] ?? at)) > 1e-6,
    ),
    look,
  )
}

export const cylinder = (at: Vec, radius: number, height: number, look: Look, sides = 28): Solid =>
  cone(at, { bottom: radius, top: radius, height, sides }, look)

/** A house end drawn out along z: `profile` is its front, in x and y. */
export const extrude = (
  profile: readonly (readonly [number, number])[],
  at: Vec,
  depth: number,
  look: Look,
): Solid => {
  const front = profile.map(([x, y]): Vec => add(at, [x, y, 0]))
  const back = profile.map(([x, y]): Vec => add(at, [x, y, depth]))
  const sides = [...edgesOf(front.map((point, index) => [point, back[index] ?? point] as const))]
  return convexSolid([front, back, ...sides.map(([a, b]) => [a[0], b[0], b[1], a[1]])], look)
}

/** An upright or level rectangle from a corner and two edges. */
export const rectangle = (corner: Vec, across: Vec, up: Vec): Polygon => [
  corner,
  add(corner, across),
  add(add(corner, across), up),
  add(corner, up),
]
