import { element } from '../../engine/markup'
import { scene } from '../../engine/scene'
import { box, cylinder } from '../../engine/solids'
import { chair, laptop } from '../../furniture/desk'
import { pendant } from '../../furniture/lamps'
import { addWindow } from '../../furniture/openings'
import { foliage } from '../../furniture/plants'
import { addRoom } from '../../furniture/room'
import { harborColours as c } from '../../palettes'

/** The Keel: a meeting room with a boat-shaped table, sun from the right. */
export const keelRoom = (): string =>
  scene(
    'harbor/keel-room',
    {
      camera: { at: [-1.4, 1.9, -2.3], lookAt: [0.2, 1.5, 5], lens: 0.66, centre: [0.5, 0.5] },
      indoors: true,
      mood: {
        shadow: '#0f3146',
        sky: '#e6efe8',
        sun: '#ffd99c',
        sunDirection: [-0.75, -0.52, 0.1],
        softFrom: [0.55, 0.6, -0.45],
        contrast: 0.75,
      },
    },
    (stage, random) => {
      addRoom(
        stage,
        { left: -3.6, right: 3.6, near: -3, far: 6.4, high: 3.3 },
        {
          floor: {
            colour: '#b98755',
            veils: [{ from: [0, 0, -1], to: [0, 0, 3], colour: c.night, opacity: [0.5, 0] }],
          },
          ceiling: {
            colour: '#e3ddcb',
            receives: false,
            veils: [
              { from: [-3.6, 3.3, 3], to: [3.6, 3.3, 3], colour: c.navy, opacity: [0.45, 0] },
            ],
          },
          back: {
            colour: '#1d5f73',
            veils: [{ from: [0, 3.3, 6.4], to: [0, 1, 6.4], colour: c.night, opacity: [0.4, 0] }],
          },
          left: { colour: '#23697b' },
          right: {
            colour: '#dcd2b8',
            receives: false,
            veils: [{ from: [3.6, 3, 0], to: [3.6, 0, 0], colour: c.navy, opacity: [0.3, 0.1] }],
          },
        },
      )
      for (const z of [-0.4, 2.1, 4.6]) {
        addWindow(stage, {
          corner: [3.6, 0.7, z],
          across: [0, 0, 1.7],
          up: [0, 2.1, 0],
          arch: 0.28,
          columns: 2,
          rows: 3,
          reveal: [0.4, 0, 0],
          frame: c.night,
          jamb: '#f0d8a8',
          view: ['#fff0cf', '#b7dad7'],
          horizon: { colour: '#7fb6b7', height: 0.3 },
          bar: 0.05,
        })
      }
      // A chart of the bay, with depth lines, on the back wall.
      stage.figure(
        [0.1, 2, 6.35],
        element('rect', { x: -1.35, y: -0.75, width: 2.7, height: 1.5, fill: c.night }) +
          element('rect', { x: -1.29, y: -0.69, width: 2.58, height: 1.38, fill: '#cfe3dc' }) +
          element('path', {
            d: 'M-1.29.1Q-.8-.2-.5.2T.1.4T.7.1T1.29.35V.69H-1.29Z',
            fill: c.sand,
          }) +
          [
            'M-1.29-.05Q-.8-.35-.5.05T.1.25T.7-.05T1.29.2',
            'M-1.29-.25Q-.8-.52-.45-.15T.1.05T.7-.25T1.29 0',
            'M-1.29-.45Q-.8-.68-.4-.35T.15-.2T.75-.45T1.29-.25',
          ]
            .map((d, i) =>
              element('path', {
                d,
                fill: 'none',
                stroke: c.sea,
                'stroke-width': 0.018,
                opacity: 1 - i * 0.25,
              }),
            )
            .join('') +
          element('circle', { cx: -0.2, cy: 0.3, r: 0.05, fill: c.signal }) +
          element('path', { d: 'M.9-.5V-.2M.75-.35H1.05', stroke: c.navy, 'stroke-width': 0.02 }),
        { order: 4 },
      )
      stage.thing(
        [-3.5, 0, 5.6],
        [box([-3.3, 0, 4.6], [0.5, 0.75, 2.4], { colour: c.oak, receives: true })],
        9,
      )
      stage.thing(
        [-3.3, 0.75, 5.2],
        [cylinder([-3.3, 0.75, 5.2], 0.16, 0.3, { colour: c.signal })],
        9,
      )
      stage.figure(
        [-3.3, 1.03, 5.2],
        foliage(random, { height: 0.8, leaves: 15, colours: ['#2f5a4c', c.moss, c.leaf] }),
        { order: 9 },
      )
      stage.contact([0, 0, 2.6], 2, 2.9, 0.6)
      const seats = (z: number, index: number) => {
        stage.thing(
          [-1.45, 0, z],
          chair([-1.3, 0, z], index === 1 ? c.signal : c.foam, c.night, -Math.PI / 2),
        )
        stage.thing([1.45, 0, z], chair([1.3, 0, z], c.foam, c.night, Math.PI / 2))
      }
      for (const [index, z] of [4.2, 3.1, 2, 0.9].entries()) seats(z, index)
      stage.thing([0, 0, 5.3], chair([0, 0, 5.1], c.signal, c.night))
      const boat = Array.from({ length: 28 }, (_, i): readonly [number, number, number] => {
        const angle = (i / 28) * Math.PI * 2
        const z = Math.sin(angle) * 2.25
        return [Math.cos(angle) * 0.95 * (1 - 0.12 * Math.abs(Math.sin(angle))), 0.74, 2.55 + z]
      })
      stage.thing(
        [0, 0, 2.6],
        [
          box([0, 0, 3.6], [0.7, 0.72, 0.12], { colour: c.night }),
          box([0, 0, 1.5], [0.7, 0.72, 0.12], { colour: c.night }),
          {
            faces: [
              {
                polygon: boat.map(([x, , z]) => [x, 0.69, z] as const),
                colour: c.rust,
                outward: [0, -1, 0],
              },
            ],
          },
          { faces: [{ polygon: boat.map(([x, , z]) => [x, 0.7, z] as const), colour: '#8a5a34' }] },
          { faces: [{ polygon: boat, colour: c.oak, receives: true }] },
        ],
      )
      stage.thing(
        [-0.45, 0.75, 1.4],
        laptop([-0.4, 0.745, 1.5], '#aab8ba', '#e4efe9', Math.PI / 2 + 0.15),
        11,
      )
      stage.thing(
        [0.3, 0.75, 2.6],
        [
          cylinder([0.1, 0.745, 2.9], 0.07, 0.24, { colour: '#8fc0bf' }),
          cylinder([0.32, 0.745, 2.75], 0.036, 0.1, { colour: c.foam }, 16),
          cylinder([-0.1, 0.745, 2.62], 0.036, 0.1, { colour: c.foam }, 16),
        ],
        11,
      )
      stage.thing(
        [0.4, 0.75, 1.2],
        [
          box([0.42, 0.745, 1.35], [0.22, 0.012, 0.3], { colour: c.foam, turn: 0.2 }),
          box([0.4, 0.745, 2.05], [0.22, 0.02, 0.3], { colour: c.signal, turn: -0.2 }),
        ],
        11,
      )
      for (const z of [3.9, 2.5, 1.1]) {
        pendant(stage, [0, 2, z], {
          kind: 'cone',
          colour: c.night,
          glow: c.glow,
          cable: 1.4,
          halo: 0.7,
          size: 1,
        })
      }
    },
  )
