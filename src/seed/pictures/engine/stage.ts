import { type CameraSettings, createCamera, type Point } from './camera'
import { type Colour, lighten, mix } from './colour'
import { element, pathOf } from './markup'
import {
  boundsOf,
  distinct,
  hull,
  intersect,
  normalOf,
  overlap,
  type Polygon,
  projectAlong,
} from './polygon'
import { add, centroid, dot, normalize, scale, sub, type Vec } from './vector'

/** The light of a picture. All shadows lean to one colour and all light to another: that is what holds it together. */
export type Mood = {
  shadow: Colour
  sky: Colour
  sun: Colour
  /** The way the sunlight travels. */
  sunDirection: Vec
  /** Where the soft light comes from. */
  softFrom: Vec
  contrast?: number
  /** How much of the shadow's colour lies over everything that the sun does not reach. */
  dim?: number
  sunStrength?: number
  haze?: { colour: Colour; from: number; to: number; strength: number }
}

/** A veil of one colour over a face: corners that darken, floors that fade into the distance. */
export type Veil = { from: Vec; to: Vec; colour: Colour; opacity: readonly [number, number] }

export type Face = {
  polygon: Polygon
  colour: Colour
  outward?: Vec
  veils?: readonly Veil[]
  /** Takes the sun, and the shadows of other things. */
  receives?: boolean
  /** Painted as given: lamps, screens, skies behind windows. */
  flat?: boolean
  opacity?: number
}

export type Solid = { faces: readonly Face[]; casts?: boolean }

type Item = { order: number; distance: number; draw: () => string }
type Caster = { object: number; polygons: readonly Polygon[]; corners: readonly Vec[] }

export type Stage = ReturnType<typeof createStage>

export const createStage = (settings: {
  width: number
  height: number
  camera: CameraSettings
  mood: Mood
  /** Indoors, sunlight comes in only through what `aperture()` opens. */
  indoors?: boolean
}) => {
  const { width, height, mood, indoors } = settings
  const camera = createCamera(settings.camera, width, height)
  const softFrom = normalize(mood.softFrom)
  const sun = normalize(mood.sunDirection)
  const contrast = mood.contrast ?? 1
  const apertures: Polygon[] = []
  const items: Item[] = []
  const casters: Caster[] = []
  const defs: string[] = []
  let object = 0

  const distanceTo = (point: Vec) => Math.hypot(...sub(point, camera.at))

  const hazed = (colour: Colour, at: Vec): Colour => {
    const { haze } = mood
    if (!haze) return colour
    const share = (distanceTo(at) - haze.from) / (haze.to - haze.from)
    return mix(colour, haze.colour, Math.min(1, Math.max(0, share)) * haze.strength)
  }

  const shaded = (colour: Colour, normal: Vec): Colour => {
    const light = dot(normal, softFrom)
    const dimmed = mood.dim ? mix(colour, mood.shadow, mood.dim) : colour
    return light > 0
      ? mix(dimmed, mood.sky, light * 0.22 * contrast)
      : mix(dimmed, mood.shadow, Math.min(0.85, (0.12 - light * 0.46) * contrast))
  }

  const litBy = (colour: Colour, normal: Vec): Colour => {
    const strength = Math.max(0, -dot(normal, sun)) * (mood.sunStrength ?? 1)
    return mix(lighten(colour, 0.1 * strength), mood.sun, 0.2 + 0.35 * strength)
  }

  /** Where the corners of a body throw their shadow in the plane of a face that the sun reaches. */
  const shadowPoints = (caster: Caster, onto: Polygon, normal: Vec): readonly Vec[] => {
    const offset = dot(normal, onto[0] ?? [0, 0, 0]) + 1e-4
    const before = caster.corners.filter((corner) => dot(normal, corner) > offset)
    if (before.length === 0) return []
    // Bodies that stand in the plane are cut by it first.
    return before.length === caster.corners.length
      ? projectAlong(caster.corners, sun, onto, normal)
      : caster.polygons.flatMap((part) => projectAlong(part, sun, onto, normal))
  }

  const fill = (points: readonly Point[], colour: string, opacity?: number) =>
    points.length === 0
      ? ''
      : element('path', {
          d: pathOf(points),
          fill: colour,
          // Neighbouring faces would show a hairline between them.
          stroke: opacity === undefined ? colour : undefined,
          'stroke-width': opacity === undefined ? 0.7 : undefined,
          'stroke-linejoin': 'round',
          opacity,
        })

  const gradientFill = ({ from, to, colour, opacity }: Veil) => {
    const id = `g${defs.length}`
    const [x1, y1] = camera.project(from)
    const [x2, y2] = camera.project(to)
    defs.push(
      element(
        'linearGradient',
        { id, gradientUnits: 'userSpaceOnUse', x1, y1, x2, y2 },
        element('stop', { offset: 0, 'stop-color': colour, 'stop-opacity': opacity[0] }) +
          element('stop', { offset: 1, 'stop-color': colour, 'stop-opacity': opacity[1] }),
      ),
    )
    return `url(#${id})`
  }

  const drawFace = (face: Face, owner: number): string => {
    const { polygon } = face
    const middle = centroid(polygon)
    const towardsViewer = sub(camera.at, middle)
    const given = face.outward ?? normalOf(polygon)
    const facing = dot(given, towardsViewer)
    if (face.outward && facing <= 0) return ''
    const normal = facing >= 0 ? given : scale(given, -1)
    const outline = camera.projectPolygon(polygon)
    if (outline.length === 0) return ''
    const base = hazed(face.flat ? face.colour : shaded(face.colour, normal), middle)
    const parts = [fill(outline, base, face.opacity)]
    if (!face.flat && face.receives && dot(normal, sun) < -0.02) {
      const light = hazed(litBy(face.colour, normal), middle)
      const patches = indoors
        ? apertures
            .map((hole) => intersect(projectAlong(hole, sun, polygon, normal), polygon))
            .filter((patch) => patch.length > 2)
        : [polygon]
      for (const patch of patches) parts.push(fill(camera.projectPolygon(patch), light))
      const sunny = patches.map((patch) => ({ patch, bounds: boundsOf(patch) }))
      for (const caster of casters) {
        if (caster.object === owner) continue
        const points = shadowPoints(caster, polygon, normal)
        if (points.length < 3) continue
        const bounds = boundsOf(points)
        const near = sunny.filter((one) => overlap(one.bounds, bounds))
        if (near.length === 0) continue
        const shadow = hull(points, normal)
        for (const { patch } of near) {
          const shared = intersect(shadow, patch)
          if (shared.length > 2) parts.push(fill(camera.projectPolygon(shared), base))
        }
      }
    }
    for (const veil of face.veils ?? []) {
      parts.push(element('path', { d: pathOf(outline), fill: gradientFill(veil) }))
    }
    return parts.join('')
  }

  const push = (order: number, at: Vec, draw: () => string) =>
    items.push({ order, distance: distanceTo(at), draw })

  const addCaster = (owner: number, polygons: readonly Polygon[]) => {
    casters.push({ object: owner, polygons, corners: distinct(polygons.flat()) })
  }

  const register = (solids: readonly Solid[], owner: number) => {
    for (const solid of solids) {
      if (solid.casts !== false)
        addCaster(
          owner,
          solid.faces.map(({ polygon }) => polygon),
        )
    }
  }

  const drawSolids = (solids: readonly Solid[], owner: number) =>
    solids
      .map(({ faces }) =>
        [...faces]
          .sort((a, b) => distanceTo(centroid(b.polygon)) - distanceTo(centroid(a.polygon)))
          .map((face) => drawFace(face, owner))
          .join(''),
      )
      .join('')

  const define = (markup: (id: string) => string): string => {
    const id = `d${defs.length}`
    defs.push(markup(id))
    return `url(#${id})`
  }
  let contactFill: string | undefined

  return {
    width,
    height,
    camera,
    mood,

    /** Walls, floors, grounds: drawn first, in the order given. */
    surface: (face: Face, order = 0) => {
      const owner = ++object
      push(order, centroid(face.polygon), () => drawFace({ receives: true, ...face }, owner))
    },

    /** A thing made of parts that are drawn in the order given; things are drawn from far to near. */
    thing: (at: Vec, solids: readonly Solid[], order = 10) => {
      const owner = ++object
      register(solids, owner)
      push(order, at, () => drawSolids(solids, owner))
    },

    /** The soft dark below a thing that stands on something. */
    contact: (at: Vec, across: number, deep: number, opacity = 0.3) => {
      contactFill ??= define((id) =>
        element(
          'radialGradient',
          { id },
          element('stop', { offset: 0.25, 'stop-color': mood.shadow, 'stop-opacity': 1 }) +
            element('stop', { offset: 1, 'stop-color': mood.shadow, 'stop-opacity': 0 }),
        ),
      )
      const paint = contactFill
      push(5, at, () => {
        const ellipse = Array.from({ length: 24 }, (_, index): Vec => {
          const angle = (index / 24) * Math.PI * 2
          return add(at, [Math.cos(angle) * across, 0.002, Math.sin(angle) * deep])
        })
        const outline = camera.projectPolygon(ellipse)
        return outline.length === 0
          ? ''
          : element('path', { d: pathOf(outline), fill: paint, opacity })
      })
    },

    /** A flat drawing in metres that always faces the viewer, its origin at `at` and y upwards. */
    figure: (at: Vec, content: string, options: { order?: number; flip?: boolean } = {}) => {
      push(options.order ?? 10, at, () => {
        const [x, y] = camera.project(at)
        const size = camera.scaleAt(at)
        const transform = `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${(options.flip ? -size : size).toFixed(2)} ${(-size).toFixed(2)})`
        return element('g', { transform }, content)
      })
    },

    aperture: (polygon: Polygon) => apertures.push(polygon),

    /** Something that shades the sun without being seen. */
    shade: (polygon: Polygon) => {
      addCaster(++object, [polygon])
    },

    /** Drawing in picture coordinates. */
    overlay: (draw: () => string, order = 20) => push(order, camera.at, draw),

    define,

    colourAt: hazed,

    markup: (): string => {
      const drawn = [...items]
        .sort((a, b) => a.order - b.order || b.distance - a.distance)
        .map(({ draw }) => draw())
        .join('')
      return element('defs', {}, defs.join('') || ' ') + drawn
    },
  }
}
