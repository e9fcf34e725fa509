import type { Colour } from '../engine/colour'
import { element } from '../engine/markup'
import type { Stage } from '../engine/stage'

/** Light that spreads from a point of the picture. */
export const addGlow = (
  stage: Stage,
  {
    x,
    y,
    radius,
    colour,
    strength = 0.6,
  }: { x: number; y: number; radius: number; colour: Colour; strength?: number },
  order = 15,
): void => {
  const fill = stage.define((id) =>
    element(
      'radialGradient',
      { id },
      [
        [0, strength],
        [0.3, strength * 0.45],
        [0.6, strength * 0.14],
        [1, 0],
      ]
        .map(([offset, opacity]) =>
          element('stop', { offset, 'stop-color': colour, 'stop-opacity': opacity }),
        )
        .join(''),
    ),
  )
  stage.overlay(() => element('circle', { cx: x, cy: y, r: radius, fill }), order)
}

/** Darkens the edges towards the viewer. */
export const addVignette = (stage: Stage, colour: Colour, strength = 0.5, order = 40): void => {
  const fill = stage.define((id) =>
    element(
      'radialGradient',
      { id, cx: 0.5, cy: 0.45, r: 0.75 },
      element('stop', { offset: 0.55, 'stop-color': colour, 'stop-opacity': 0 }) +
        element('stop', { offset: 1, 'stop-color': colour, 'stop-opacity': strength }),
    ),
  )
  stage.overlay(() => element('rect', { width: stage.width, height: stage.height, fill }), order)
}
