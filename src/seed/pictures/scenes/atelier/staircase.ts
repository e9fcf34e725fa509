import { mix } from '../../engine/colour'
import { element } from '../../engine/markup'
import { scene } from '../../engine/scene'
import { addGlow } from '../../furniture/glow'
import { atelierColours as c } from '../../palettes'

/** Straight up the stairwell: three turns to the skylight. */
export const staircase = (): string =>
  scene(
    'atelier/staircase',
    {
      camera: { at: [0, 0, -1], lookAt: [0, 0, 1], lens: 1 },
      mood: {
        shadow: c.ink,
        sky: c.plaster,
        sun: c.candle,
        sunDirection: [1, -1, 1],
        softFrom: [-1, 1, -1],
      },
    },
    (stage) => {
      const [cx, cy] = [960, 560]
      const turns = 3.2
      const steps = 84
      const at = (t: number, reach: number): readonly [number, number] => {
        const angle = t * turns * Math.PI * 2 - 0.6
        // Every turn is further away, so it is smaller.
        const size = (1180 / (1 + t * 4.6)) * reach
        return [
          cx + Math.cos(angle) * size * 1.12 - t * 46,
          cy + Math.sin(angle) * size * 0.94 - t * 28,
        ]
      }
      const quad = (points: readonly (readonly [number, number])[], fill: string) =>
        element('path', {
          d: `M${points.map((p) => p.map((v) => v.toFixed(1)).join(' ')).join('L')}Z`,
          fill,
          stroke: fill,
          'stroke-width': 0.8,
        })
      stage.overlay(() => {
        const parts = [
          element('rect', { width: 1800, height: 1200, fill: mix(c.aubergine, c.ink, 0.5) }),
        ]
        // Near things hide far things: the highest turn first.
        for (let index = steps - 1; index >= -9; index--) {
          const [t1, t2] = [index / steps, (index + 1) / steps]
          const angle = t1 * turns * Math.PI * 2 - 0.6
          const light = 0.5 + 0.5 * Math.cos(angle - 3.9)
          const rise = t1 * 0.5
          const under = mix(mix(c.mulberry, c.blush, light * 0.75), c.plaster, rise * light)
          parts.push(
            quad(
              [at(t1, 1.45), at(t2, 1.45), at(t2, 0.98), at(t1, 0.98)],
              mix(mix(c.aubergine, c.rose, light * 0.8), c.plaster, rise * light),
            ),
          )
          parts.push(quad([at(t1, 1), at(t2, 1), at(t2, 0.66), at(t1, 0.66)], under))
          parts.push(
            quad(
              [at(t2, 1), at(t2, 0.66), at(t2 + 0.0022, 0.655), at(t2 + 0.0022, 1.005)],
              mix(c.aubergine, c.ink, 0.3 + 0.4 * (1 - light)),
            ),
          )
          parts.push(
            quad(
              [at(t1, 0.67), at(t2, 0.67), at(t2, 0.615), at(t1, 0.615)],
              mix(c.plaster, c.aubergine, 0.15 + 0.6 * (1 - light)),
            ),
          )
          const [bx, by] = at((t1 + t2) / 2, 0.625)
          const [rx, ry] = at((t1 + t2) / 2 + 0.004, 0.535)
          parts.push(
            element('path', {
              d: `M${bx.toFixed(1)} ${by.toFixed(1)}L${rx.toFixed(1)} ${ry.toFixed(1)}`,
              stroke: c.ink,
              'stroke-width': 5 / (1 + t1 * 4) + 0.6,
            }),
          )
        }
        const rail = Array.from({ length: 261 }, (_, i) => i / 240 - 0.083)
        for (let index = rail.length - 2; index >= 0; index--) {
          const [t1, t2] = [rail[index] ?? 0, rail[index + 1] ?? 0]
          const light = 0.5 + 0.5 * Math.cos(t1 * turns * Math.PI * 2 - 0.6 - 3.9)
          parts.push(
            quad(
              [
                at(t1 + 0.004, 0.545),
                at(t2 + 0.004, 0.545),
                at(t2 + 0.004, 0.52),
                at(t1 + 0.004, 0.52),
              ],
              mix(c.walnut, c.brass, light),
            ),
          )
        }
        const [sx, sy] = [cx - 46 * 1.02, cy - 28]
        const sky =
          element('ellipse', { cx: sx, cy: sy, rx: 116, ry: 98, fill: '#fff6df' }) +
          Array.from({ length: 8 }, (_, i) =>
            element('path', {
              d: `M${sx} ${sy}L${sx + Math.cos((i / 8) * Math.PI * 2) * 116} ${sy + Math.sin((i / 8) * Math.PI * 2) * 98}`,
              stroke: c.slate,
              'stroke-width': 4,
            }),
          ).join('') +
          element('ellipse', {
            cx: sx,
            cy: sy,
            rx: 116,
            ry: 98,
            fill: 'none',
            stroke: c.slate,
            'stroke-width': 7,
          }) +
          element('ellipse', {
            cx: sx,
            cy: sy,
            rx: 42,
            ry: 35,
            fill: '#fffdf4',
            stroke: c.slate,
            'stroke-width': 4,
          })
        return parts.join('') + sky
      }, 0)
      addGlow(stage, { x: cx - 46, y: cy - 28, radius: 620, colour: '#fff0cf', strength: 0.55 }, 2)
    },
  )
