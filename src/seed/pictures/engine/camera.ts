import { clip, type Polygon } from './polygon'
import { add, cross, dot, normalize, scale, sub, type Vec } from './vector'

export type Point = readonly [x: number, y: number]

export type CameraSettings = {
  at: Vec
  /** At the height of `at`, verticals stay vertical, as an architect's lens draws them. */
  lookAt: Vec
  /** Focal length as a share of the picture's width: 0.6 is wide, 1.5 is long. */
  lens: number
  /** Where the point that is looked at lands in the picture. */
  centre?: Point
}

export type Camera = ReturnType<typeof createCamera>

const NEAR = 0.15

export const createCamera = (settings: CameraSettings, width: number, height: number) => {
  const { at, lookAt, lens, centre = [0.5, 0.5] } = settings
  const forward = normalize(sub(lookAt, at))
  const right = normalize(cross([0, 1, 0], forward))
  const up = cross(forward, right)
  const focal = lens * width

  const project = (point: Vec): Point => {
    const offset = sub(point, at)
    const depth = Math.max(NEAR / 2, dot(offset, forward))
    return [
      centre[0] * width + (focal * dot(offset, right)) / depth,
      centre[1] * height - (focal * dot(offset, up)) / depth,
    ]
  }

  return {
    at,
    project,
    projectPolygon: (polygon: Polygon): Point[] =>
      clip(polygon, forward, dot(forward, add(at, scale(forward, NEAR)))).map(project),
    /** Pixels that a metre takes at this point. */
    scaleAt: (point: Vec): number => focal / Math.max(NEAR, dot(sub(point, at), forward)),
    /** Turns a flat figure towards the viewer. */
    right,
  }
}
