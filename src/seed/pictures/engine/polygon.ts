import { convexOutline } from './convexOutline'
import { add, centroid, cross, dot, lerp, normalize, scale, sub, type Vec } from './vector'

/** Convex, in one plane. */
export type Polygon = readonly Vec[]

export function* edgesOf<T>(points: readonly T[]): Generator<[T, T]> {
  let previous = points.at(-1)
  for (const point of points) {
    if (previous !== undefined) yield [previous, point]
    previous = point
  }
}

/** Newell's method: right for any number of corners, also when three of them are in one line. */
export const normalOf = (polygon: Polygon): Vec => {
  let sum: Vec = [0, 0, 0]
  for (const [a, b] of edgesOf(polygon)) sum = add(sum, cross(a, b))
  return normalize(sum)
}

/** The part of the polygon where `normal · point >= offset`. */
export const clip = (polygon: Polygon, normal: Vec, offset: number): Polygon => {
  const kept: Vec[] = []
  for (const [a, b] of edgesOf(polygon)) {
    const before = dot(normal, a) - offset
    const after = dot(normal, b) - offset
    if (before >= 0 !== after >= 0) kept.push(lerp(a, b, before / (before - after)))
    if (after >= 0) kept.push(b)
  }
  return kept.length > 2 ? kept : []
}

/** What two convex polygons of one plane share. */
export const intersect = (a: Polygon, b: Polygon): Polygon => {
  const normal = normalOf(b)
  const middle = centroid(b)
  let shared = a
  for (const [from, to] of edgesOf(b)) {
    if (shared.length === 0) return []
    const side = cross(normal, sub(to, from))
    const inward = dot(side, sub(middle, from)) >= 0 ? side : scale(side, -1)
    shared = clip(shared, inward, dot(inward, from))
  }
  return shared
}

/** Where the shadow of each corner falls in the plane of `onto`; only what stands before the plane casts one. */
export const projectAlong = (
  polygon: Polygon,
  direction: Vec,
  onto: Polygon,
  normal = normalOf(onto),
): Polygon => {
  const [origin] = onto
  if (!origin) return []
  const towards = dot(normal, direction)
  if (Math.abs(towards) < 1e-6) return []
  const facing = towards < 0 ? normal : scale(normal, -1)
  const offset = dot(facing, origin) + 1e-4
  const isBefore = polygon.every((point) => dot(facing, point) >= offset)
  const before = isBefore ? polygon : clip(polygon, facing, offset)
  return before.map((point) => {
    const distance = dot(normal, sub(origin, point)) / towards
    return add(point, scale(direction, distance))
  })
}

type Bounds = { low: Vec; high: Vec }

export const boundsOf = (points: readonly Vec[]): Bounds => {
  const axis = (index: 0 | 1 | 2) => {
    let [low, high] = [Infinity, -Infinity]
    for (const point of points) {
      low = Math.min(low, point[index])
      high = Math.max(high, point[index])
    }
    return [low, high] as const
  }
  const [x, y, z] = [axis(0), axis(1), axis(2)]
  return { low: [x[0], y[0], z[0]], high: [x[1], y[1], z[1]] }
}

const SLACK = 1e-3

export const overlap = (a: Bounds, b: Bounds): boolean =>
  a.low[0] <= b.high[0] + SLACK &&
  b.low[0] <= a.high[0] + SLACK &&
  a.low[1] <= b.high[1] + SLACK &&
  b.low[1] <= a.high[1] + SLACK &&
  a.low[2] <= b.high[2] + SLACK &&
  b.low[2] <= a.high[2] + SLACK

/** The faces of a body share their corners. */
export const distinct = (points: readonly Vec[]): Vec[] => [
  ...new Map(
    points.map((point) => [point.map((value) => Math.round(value * 1e4)).join(), point]),
  ).values(),
]

/** The convex outline of points that lie in one plane. */
export const hull = (points: readonly Vec[], normal: Vec): Polygon => {
  const right = normalize(cross(normal, Math.abs(normal[1]) > 0.9 ? [1, 0, 0] : [0, 1, 0]))
  const up = cross(right, normal)
  return convexOutline(points, (point) => [dot(point, right), dot(point, up)])
}
