import type { Colour } from '../engine/colour'
import { element } from '../engine/markup'
import type { Stage } from '../engine/stage'
import type { Vec } from '../engine/vector'

type Shade = 'dome' | 'globe' | 'cone' | 'bulb'

const bodies: Record<Shade, (colour: Colour, glow: Colour) => string> = {
  dome: (colour, glow) =>
    element('ellipse', { cx: 0, cy: 0, rx: 0.27, ry: 0.05, fill: glow }) +
    element('path', { d: 'M-.28 0Q-.22.24-.05.28L-.04.36H.04L.05.28Q.22.24.28 0Z', fill: colour }) +
    element('path', { d: 'M.06 0Q.12.2.03.28H.05Q.22.24.28 0Z', fill: '#000000', opacity: 0.22 }),
  cone: (colour, glow) =>
    element('ellipse', { cx: 0, cy: 0, rx: 0.3, ry: 0.045, fill: glow }) +
    element('path', { d: 'M-.31 0L-.05.24V.32H.05V.24L.31 0Z', fill: colour }) +
    element('path', { d: 'M.08 0L.03.24H.05L.31 0Z', fill: '#000000', opacity: 0.2 }),
  globe: (colour, glow) =>
    element('circle', { cx: 0, cy: 0.16, r: 0.17, fill: glow }) +
    element('rect', { x: -0.05, y: 0.3, width: 0.1, height: 0.07, fill: colour }),
  bulb: (colour, glow) =>
    element('circle', { cx: 0, cy: 0.05, r: 0.055, fill: glow }) +
    element('rect', { x: -0.025, y: 0.09, width: 0.05, height: 0.08, fill: colour }),
}

/** Hangs on a cable; `at` is the lower edge of the shade. */
export const pendant = (
  stage: Stage,
  at: Vec,
  {
    kind,
    colour,
    glow,
    cable = 3,
    halo = 0,
    size = 1,
  }: {
    kind: Shade
    colour: Colour
    glow: Colour
    cable?: number
    halo?: number
    size?: number
  },
): void => {
  const gradient =
    halo > 0
      ? stage.define((id) =>
          element(
            'radialGradient',
            { id },
            element('stop', { offset: 0, 'stop-color': glow, 'stop-opacity': 0.5 }) +
              element('stop', { offset: 0.35, 'stop-color': glow, 'stop-opacity': 0.16 }) +
              element('stop', { offset: 1, 'stop-color': glow, 'stop-opacity': 0 }),
          ),
        )
      : ''
  stage.figure(
    at,
    element('rect', { x: -0.008, y: 0.3 * size, width: 0.016, height: cable, fill: colour }) +
      element('g', { transform: `scale(${size})` }, bodies[kind](colour, glow)) +
      (gradient ? element('circle', { cx: 0, cy: 0.05, r: halo, fill: gradient }) : ''),
  )
}
