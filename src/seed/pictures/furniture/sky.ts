import type { Colour } from '../engine/colour'
import { element } from '../engine/markup'
import type { Random } from '../engine/random'
import type { Stage } from '../engine/stage'

/** From the top down; drawn behind everything. */
export const addSky = (
  stage: Stage,
  stops: readonly (readonly [offset: number, colour: Colour])[],
  height = stage.height,
): void => {
  const fill = stage.define((id) =>
    element(
      'linearGradient',
      { id, gradientUnits: 'userSpaceOnUse', x1: 0, y1: 0, x2: 0, y2: height },
      stops.map(([offset, colour]) => element('stop', { offset, 'stop-color': colour })).join(''),
    ),
  )
  stage.overlay(() => element('rect', { width: stage.width, height: stage.height, fill }), -20)
}

export const addSunDisc = (
  stage: Stage,
  {
    x,
    y,
    radius,
    colour,
    glow,
  }: { x: number; y: number; radius: number; colour: Colour; glow: Colour },
): void => {
  const halo = stage.define((id) =>
    element(
      'radialGradient',
      { id },
      element('stop', { offset: 0.2, 'stop-color': glow, 'stop-opacity': 0.7 }) +
        element('stop', { offset: 1, 'stop-color': glow, 'stop-opacity': 0 }),
    ),
  )
  stage.overlay(
    () =>
      element('circle', { cx: x, cy: y, r: radius * 4, fill: halo }) +
      element('circle', { cx: x, cy: y, r: radius, fill: colour }),
    -19,
  )
}

/** Long flat banks of cloud. */
export const addClouds = (
  stage: Stage,
  random: Random,
  {
    count,
    from,
    to,
    colour,
    opacity = 0.5,
  }: { count: number; from: number; to: number; colour: Colour; opacity?: number },
): void => {
  const bank = () => {
    const [x, y] = [random.between(-200, stage.width), random.between(from, to)]
    const length = random.between(240, 760)
    const puffs = Array.from({ length: 5 }, (_, index) => {
      const along = (index + 0.5) / 5
      const reach = length * 0.14 * random.between(0.7, 1.3) * (1 - Math.abs(along - 0.5))
      return element('ellipse', {
        cx: x + along * length,
        cy: y,
        rx: reach * 1.9,
        ry: reach * 0.55,
      })
    })
    return element(
      'g',
      { fill: colour, opacity: opacity * random.between(0.5, 1) },
      element('rect', { x, y: y - 8, width: length, height: 18, rx: 9 }) + puffs.join(''),
    )
  }
  stage.overlay(() => Array.from({ length: count }, bank).join(''), -18)
}

/** A jagged skyline or a line of hills, filled down to the bottom. */
export const addSilhouette = (
  stage: Stage,
  random: Random,
  {
    base,
    heights,
    steps,
    colour,
    kind,
  }: {
    base: number
    heights: readonly [number, number]
    steps: number
    colour: Colour
    kind: 'hills' | 'roofs'
  },
): void => {
  stage.overlay(() => {
    const width = stage.width / steps
    const points = [`M-10 ${stage.height}V${base}`]
    for (let index = 0; index <= steps; index++) {
      const top = base - random.between(...heights)
      const x = index * width
      points.push(
        kind === 'hills'
          ? `S${(x - width * 0.3).toFixed(0)} ${top.toFixed(0)} ${(x + width * 0.5).toFixed(0)} ${top.toFixed(0)}`
          : random.next() < 0.45
            ? `V${top.toFixed(0)}l${(width / 2).toFixed(0)} -${(width * 0.28).toFixed(0)}l${(width / 2).toFixed(0)} ${(width * 0.28).toFixed(0)}`
            : `V${top.toFixed(0)}h${width.toFixed(0)}`,
      )
    }
    return element('path', {
      d: `${points.join('')}L${stage.width + 40} ${base}V${stage.height}Z`,
      fill: colour,
    })
  }, -16)
}
