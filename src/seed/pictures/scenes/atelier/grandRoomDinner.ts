import { element } from '../../engine/markup'
import { scene } from '../../engine/scene'
import { box, cylinder } from '../../engine/solids'
import { chair } from '../../furniture/desk'
import { addGlow, addVignette } from '../../furniture/glow'
import { bush } from '../../furniture/plants'
import { addRoom } from '../../furniture/room'
import { addWindow } from '../../furniture/openings'
import { atelierColours as c } from '../../palettes'

/** The Grand Room laid for forty, candles lit, the last light in the arches. */
export const grandRoomDinner = (): string =>
  scene(
    'atelier/grand-room-dinner',
    {
      camera: { at: [0.9, 1.95, -3.2], lookAt: [-0.1, 1.75, 9], lens: 0.68, centre: [0.5, 0.5] },
      indoors: true,
      mood: {
        shadow: '#2a1633',
        sky: '#f6d8b4',
        sun: '#ffc48a',
        sunDirection: [0.8, -0.42, 0.25],
        softFrom: [-0.4, 0.6, -0.4],
        dim: 0.16,
      },
    },
    (stage, random) => {
      const [left, right, far, high] = [-4.8, 4.8, 15, 5.2]
      addRoom(
        stage,
        { left, right, near: -4, far, high },
        {
          floor: {
            colour: '#a87650',
            veils: [{ from: [0, 0, -3], to: [0, 0, 3], colour: '#1b0e22', opacity: [0.65, 0] }],
          },
          ceiling: {
            colour: '#c3a494',
            receives: false,
            veils: [
              { from: [0, high, -3], to: [0, high, 10], colour: '#2a1633', opacity: [0.5, 0.1] },
            ],
          },
          back: { colour: '#8c4a5e' },
          left: {
            colour: '#7d3f58',
            receives: false,
            veils: [
              { from: [left, high, 4], to: [left, 0, 4], colour: '#2a1633', opacity: [0.4, 0.15] },
            ],
          },
          right: {
            colour: '#8f5066',
            veils: [
              { from: [right, high, 4], to: [right, 1, 4], colour: '#2a1633', opacity: [0.45, 0] },
            ],
          },
        },
      )
      for (let z = -2.4; z < far - 2; z += 3.6) {
        addWindow(stage, {
          corner: [left, 0.7, z],
          across: [0, 0, 2.3],
          up: [0, 3.9, 0],
          arch: 0.3,
          columns: 3,
          rows: 5,
          reveal: [-0.45, 0, 0],
          frame: c.ink,
          jamb: '#e8b18f',
          view: ['#ffcf96', '#7b6b9a'],
          bar: 0.05,
        })
      }
      // Panels and mirrors on the right.
      for (let z = 0.4; z < far; z += 3.6) {
        stage.thing(
          [right, 1, z],
          [
            box([right - 0.03, 0.9, z], [0.05, 3.2, 1.9], { colour: c.brass, casts: false }),
            box([right - 0.06, 1, z], [0.05, 3, 1.7], { colour: '#b98a92', casts: false }),
          ],
          3,
        )
      }
      // Chandeliers.
      for (const z of [12, 7.6, 3.2]) {
        stage.figure(
          [0, 3.3, z],
          element('path', { d: 'M0 0V2.4', stroke: c.ink, 'stroke-width': 0.03 }) +
            element('path', {
              d: 'M-.8.25Q-.75-.2 0-.22Q.75-.2.8.25M-.45.25Q-.4-.1 0-.12Q.4-.1.45.25',
              fill: 'none',
              stroke: c.brass,
              'stroke-width': 0.045,
            }) +
            [-0.8, -0.45, 0, 0.45, 0.8]
              .map(
                (x) =>
                  element('rect', {
                    x: x - 0.03,
                    y: 0.22,
                    width: 0.06,
                    height: 0.16,
                    fill: c.plaster,
                  }) + element('ellipse', { cx: x, cy: 0.45, rx: 0.04, ry: 0.075, fill: c.candle }),
              )
              .join('') +
            element('circle', { cx: 0, cy: -0.26, r: 0.07, fill: c.brass }),
          { order: 12 },
        )
        const [x, y] = stage.camera.project([0, 3.6, z])
        addGlow(stage, { x, y, radius: 90 + 1500 / (z + 3), colour: c.candle, strength: 0.6 }, 12.5)
      }
      // Two long tables.
      for (const x of [-1.75, 1.95]) {
        for (let z = 13; z > 0.6; z -= 0.98) {
          stage.thing([x - 0.95, 0, z], chair([x - 0.85, 0, z], '#e4c4a6', c.walnut, -Math.PI / 2))
          stage.thing([x + 0.95, 0, z], chair([x + 0.85, 0, z], '#e4c4a6', c.walnut, Math.PI / 2))
        }
        stage.contact([x, 0, 7], 1.2, 7.5, 0.5)
        stage.thing(
          [x, 0, 0.2],
          [
            box([x, 0, 7], [1.1, 0.72, 13.2], { colour: '#efe0d2' }),
            box([x, 0.72, 7], [1.2, 0.05, 13.4], { colour: '#fff4e8', receives: true }),
            box([x, 0.771, 7], [0.36, 0.004, 13.4], {
              colour: c.rose,
              receives: true,
              casts: false,
            }),
          ],
          11,
        )
        for (let z = 13; z > 0.5; z -= 0.98) {
          for (const dx of [-0.36, 0.36]) {
            stage.thing(
              [x + dx, 0.78, z],
              [
                cylinder([x + dx, 0.775, z], 0.13, 0.012, { colour: '#fffaf2', casts: false }, 18),
                cylinder([x + dx, 0.787, z], 0.08, 0.004, { colour: c.blush, casts: false }, 16),
              ],
              11.2,
            )
          }
          stage.figure(
            [x + 0.2, 0.775, z - 0.2],
            element('path', {
              d: 'M-.03 0H.03V.01H.006V.1Q.05.12.045.22H-.045Q-.05.12-.006.1V.01H-.03Z',
              fill: '#fff4e8',
              opacity: 0.75,
            }),
            { order: 11.3 + (13 - z) * 0.01 },
          )
          stage.figure(
            [x, 0.775, z],
            element('rect', { x: -0.012, y: 0, width: 0.024, height: 0.26, fill: c.plaster }) +
              element('ellipse', { cx: 0, cy: 0.3, rx: 0.02, ry: 0.045, fill: c.candle }) +
              element('rect', { x: -0.03, y: 0, width: 0.06, height: 0.03, fill: c.brass }),
            { order: 11.35 + (13 - z) * 0.01 },
          )
        }
        for (let z = 12; z > 1; z -= 2.94) {
          stage.figure(
            [x - 0.02, 0.775, z + 0.45],
            bush(random, {
              height: 0.5,
              leaves: 34,
              radius: 0.22,
              colours: [c.bottle, c.sage, c.rose, c.blush],
              stem: c.bottle,
              leaf: 0.1,
            }),
            { order: 11.32 + (13 - z) * 0.01 },
          )
        }
        for (let z = 12; z > 0.5; z -= 1.96) {
          const [gx, gy] = stage.camera.project([x, 1.06, z])
          addGlow(
            stage,
            { x: gx, y: gy, radius: 60 + 420 / (z + 2.6), colour: c.candle, strength: 0.35 },
            12,
          )
        }
      }
      addVignette(stage, '#1b0e22', 0.6)
    },
  )
