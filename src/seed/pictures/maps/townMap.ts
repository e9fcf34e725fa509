import { type Colour, mix } from '../engine/colour'
import type { Point } from '../engine/camera'
import { element, group, smoothPath, svgDocument } from '../engine/markup'
import { edgesOf } from '../engine/polygon'
import { createRandom } from '../engine/random'

type MapLook = {
  name: string
  ground: Colour
  block: Colour
  street: Colour
  water: Colour
  park: Colour
  accent: Colour
  shadow: Colour
  /** Water as a polygon in picture coordinates; its corners get rounded. */
  shore: readonly Point[]
  parks: readonly Point[]
  /** Of the grid of streets, in degrees. */
  turn: number
  pin: Point
  landmark: 'quay' | 'hall' | 'house'
  /** A line that leads from the station to the pin. */
  walk: readonly Point[]
}

const [WIDTH, HEIGHT] = [1800, 1200]

const landmarks: Record<MapLook['landmark'], string> = {
  quay: 'M-70 40V-30L-46-62L-22-30V-44L4-84L30-44V-30L50-58L70-30V40Z',
  hall: 'M-84 40V-20L-52-56V-20L-20-56V-20L12-56V-20L44-56V40ZM56 40V-104H80V40Z',
  house: 'M-62 40V-34L-40-72H40L62-34V40Z',
}

const inset = (points: readonly Point[], share: number): Point[] => {
  const total = points.reduce<Point>(([sx, sy], [x, y]) => [sx + x, sy + y], [0, 0])
  const [cx, cy] = [total[0] / points.length, total[1] / points.length]
  return points.map(([x, y]) => [cx + (x - cx) * share, cy + (y - cy) * share])
}

const isInside = ([x, y]: Point, outline: readonly Point[]): boolean => {
  let inside = false
  for (const [a, b] of edgesOf(outline)) {
    const crosses = a[1] > y !== b[1] > y
    if (crosses && x < a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0])) inside = !inside
  }
  return inside
}

/** A stylised plan of the neighbourhood: blocks with depth, water, parks, the way on foot. No lettering. */
export const townMap = (look: MapLook): string => {
  const random = createRandom(look.name)
  const blocks: string[] = []
  const shadows: string[] = []
  const inner: string[] = []
  const pitch = 128
  for (let row = -9; row < 10; row++) {
    for (let column = -9; column < 10; column++) {
      if (random.next() < 0.05) continue
      const [x, y] = [column * pitch + random.between(-3, 3), row * pitch * 0.82]
      const [w, h] = [
        pitch - 22 - (column % 3 === 0 ? 14 : 0),
        pitch * 0.82 - 22 - (row % 4 === 0 ? 12 : 0),
      ]
      const tone = mix(look.block, look.shadow, random.between(0, 0.12))
      shadows.push(
        element('rect', {
          x: x + 7,
          y: y + 9,
          width: w,
          height: h,
          rx: 5,
          fill: look.shadow,
          opacity: 0.22,
        }),
      )
      blocks.push(element('rect', { x, y, width: w, height: h, rx: 5, fill: tone }))
      if (random.next() < 0.62) {
        const [iw, ih] = [w * random.between(0.3, 0.5), h * random.between(0.3, 0.5)]
        inner.push(
          element('rect', {
            x: x + (w - iw) / 2,
            y: y + (h - ih) / 2,
            width: iw,
            height: ih,
            rx: 4,
            fill: random.next() < 0.4 ? look.park : look.ground,
            opacity: 0.8,
          }),
        )
      } else {
        inner.push(
          element('path', {
            d: `M${(x + w * 0.5).toFixed(0)} ${y}h${(w * 0.5).toFixed(0)}v${h}h-${(w * 0.5).toFixed(0)}Z`,
            fill: look.shadow,
            opacity: 0.07,
          }),
        )
      }
    }
  }
  const trees = look.parks.flatMap(([px, py]) =>
    Array.from({ length: 34 }, () => {
      const angle = random.between(0, Math.PI * 2)
      const reach = Math.sqrt(random.next()) * 100
      const [x, y, r] = [
        px + Math.cos(angle) * reach * 1.35,
        py + Math.sin(angle) * reach,
        random.between(7, 15),
      ]
      return (
        element('circle', { cx: x + 5, cy: y + 6, r, fill: look.shadow, opacity: 0.22 }) +
        element('circle', {
          cx: x,
          cy: y,
          r,
          fill: mix(look.park, look.shadow, random.between(0.15, 0.4)),
        }) +
        element('circle', { cx: x - r * 0.25, cy: y - r * 0.25, r: r * 0.55, fill: look.park })
      )
    }),
  )
  const parkShapes = look.parks.map(([px, py]) =>
    element('path', {
      d: smoothPath(
        Array.from({ length: 9 }, (_, i): Point => {
          const a = (i / 9) * Math.PI * 2
          const reach = random.between(118, 158)
          return [px + Math.cos(a) * reach * 1.4, py + Math.sin(a) * reach]
        }),
      ),
      fill: mix(look.park, look.ground, 0.35),
      stroke: look.street,
      'stroke-width': 9,
    }),
  )
  const shore = smoothPath(look.shore)
  const [px, py] = look.pin
  const waves = Array.from({ length: 120 }, (): Point => [
    random.between(0, WIDTH),
    random.between(0, HEIGHT),
  ])
    .filter((point) => isInside(point, inset(look.shore, 0.86)))
    .slice(0, 30)
    .map(([x, y]) => {
      const l = random.between(20, 70)
      return element('path', {
        d: `M${x.toFixed(0)} ${y.toFixed(0)}q${(l / 4).toFixed(0)}-8 ${(l / 2).toFixed(0)} 0t${(l / 2).toFixed(0)} 0`,
        fill: 'none',
        stroke: mix(look.water, '#ffffff', 0.45),
        'stroke-width': 3.5,
        'stroke-linecap': 'round',
        opacity: 0.8,
      })
    })
  const walk = look.walk.map((p, i) => `${i === 0 ? 'M' : 'L'}${p.join(' ')}`).join('')
  const [sx, sy] = look.walk[0] ?? [0, 0]
  return svgDocument(
    WIDTH,
    HEIGHT,
    element(
      'defs',
      {},
      element(
        'radialGradient',
        { id: 'edge', cx: 0.5, cy: 0.5, r: 0.75 },
        element('stop', { offset: 0.6, 'stop-color': look.shadow, 'stop-opacity': 0 }) +
          element('stop', { offset: 1, 'stop-color': look.shadow, 'stop-opacity': 0.34 }),
      ),
    ),
    element('rect', { width: WIDTH, height: HEIGHT, fill: look.street }),
    group(
      { transform: `translate(900 600) rotate(${look.turn})` },
      shadows.join(''),
      blocks.join(''),
      inner.join(''),
    ),
    // Two avenues against the grid.
    element('path', {
      d: 'M-40 980Q600 800 1000 820T1860 560',
      fill: 'none',
      stroke: look.street,
      'stroke-width': 44,
    }),
    element('path', {
      d: 'M420-40Q560 480 520 700T760 1260',
      fill: 'none',
      stroke: look.street,
      'stroke-width': 34,
    }),
    ...parkShapes,
    ...trees,
    element('path', {
      d: shore,
      fill: mix(look.ground, '#ffffff', 0.3),
      stroke: mix(look.ground, '#ffffff', 0.3),
      'stroke-width': 34,
    }),
    element('path', { d: shore, fill: look.water }),
    element('path', {
      d: smoothPath(inset(look.shore, 0.94)),
      fill: mix(look.water, look.shadow, 0.1),
    }),
    element('path', {
      d: smoothPath(inset(look.shore, 0.84)),
      fill: mix(look.water, look.shadow, 0.2),
    }),
    ...waves,
    // A railway.
    element('path', {
      d: 'M-20 150Q700 60 1100 150T1840 90',
      fill: 'none',
      stroke: look.street,
      'stroke-width': 26,
    }),
    element('path', {
      d: 'M-20 150Q700 60 1100 150T1840 90',
      fill: 'none',
      stroke: look.shadow,
      'stroke-width': 9,
    }),
    element('path', {
      d: 'M-20 150Q700 60 1100 150T1840 90',
      fill: 'none',
      stroke: look.street,
      'stroke-width': 4,
      'stroke-dasharray': '18 14',
    }),
    element('path', {
      d: walk,
      fill: 'none',
      stroke: '#ffffff',
      'stroke-width': 20,
      'stroke-linejoin': 'round',
      'stroke-linecap': 'round',
    }),
    element('path', {
      d: walk,
      fill: 'none',
      stroke: look.accent,
      'stroke-width': 9,
      'stroke-dasharray': '2 20',
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    }),
    element('circle', {
      cx: sx,
      cy: sy,
      r: 24,
      fill: '#ffffff',
      stroke: look.shadow,
      'stroke-width': 10,
    }),
    element('ellipse', {
      cx: px + 22,
      cy: py + 12,
      rx: 60,
      ry: 22,
      fill: look.shadow,
      opacity: 0.4,
    }),
    element('path', {
      d: `M${px} ${py}C${px - 40} ${py - 90} ${px - 128} ${py - 130} ${px - 128} ${py - 232}A128 128 0 0 1 ${px + 128} ${py - 232}C${px + 128} ${py - 130} ${px + 40} ${py - 90} ${px} ${py}Z`,
      fill: look.accent,
    }),
    element('path', {
      d: `M${px} ${py}C${px + 40} ${py - 90} ${px + 128} ${py - 130} ${px + 128} ${py - 232}A128 128 0 0 0 ${px} ${py - 360}Q${px + 70} ${py - 200} ${px} ${py}Z`,
      fill: look.shadow,
      opacity: 0.2,
    }),
    element('circle', { cx: px, cy: py - 232, r: 96, fill: '#fffaf0' }),
    element('path', {
      d: landmarks[look.landmark],
      fill: look.shadow,
      transform: `translate(${px} ${py - 226}) scale(.92)`,
    }),
    element('rect', { width: WIDTH, height: HEIGHT, fill: 'url(#edge)' }),
  )
}
