/** x to the right, y up, z into the picture; metres. */
export type Vec = readonly [x: number, y: number, z: number]

export const add = (a: Vec, b: Vec): Vec => [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
export const sub = (a: Vec, b: Vec): Vec => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
export const scale = (a: Vec, k: number): Vec => [a[0] * k, a[1] * k, a[2] * k]
export const dot = (a: Vec, b: Vec): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

export const cross = (a: Vec, b: Vec): Vec => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]

export const normalize = (a: Vec): Vec => scale(a, 1 / (Math.hypot(...a) || 1))

export const lerp = (a: Vec, b: Vec, t: number): Vec => add(a, scale(sub(b, a), t))

export const centroid = (points: readonly Vec[]): Vec =>
  scale(
    points.reduce<Vec>((sum, point) => add(sum, point), [0, 0, 0]),
    1 / Math.max(1, points.length),
  )
