import { mix } from '../../engine/colour'
import { element } from '../../engine/markup'
import { scene } from '../../engine/scene'
import { box } from '../../engine/solids'
import { addGlow, addVignette } from '../../furniture/glow'
import { pot } from '../../furniture/pots'
import { addRoom } from '../../furniture/room'
import { foundryColours as c } from '../../palettes'

/** The big kiln on the morning after: the door a hand's width open, the shelves still glowing. */
export const kilnDoor = (): string =>
  scene(
    'foundry/kiln-door',
    {
      camera: { at: [-0.7, 1.3, -2.6], lookAt: [0.1, 1.15, 3], lens: 0.92, centre: [0.5, 0.5] },
      indoors: true,
      mood: {
        shadow: '#1b1116',
        sky: '#d98a58',
        sun: c.spark,
        sunDirection: [0, -1, 0],
        softFrom: [0.1, 0.3, -0.9],
        dim: 0.2,
      },
    },
    (stage, random) => {
      addRoom(
        stage,
        { left: -4, right: 4, near: -3, far: 3.2, high: 3.4 },
        {
          floor: {
            colour: '#84685a',
            veils: [{ from: [0, 0, -2], to: [0, 0, 1.6], colour: '#120a0e', opacity: [0.8, 0] }],
          },
          back: { colour: '#6d5350' },
          left: { colour: '#5d4444' },
          right: { colour: '#5d4444' },
        },
      )
      // Kiln body in brick.
      stage.thing([0.2, 0, 2.5], [box([0.25, 0, 2.75], [3.5, 2.75, 1.1], { colour: '#94563f' })], 4)
      for (let row = 0; row < 19; row++) {
        for (let column = 0; column < 13; column++) {
          const x = -1.5 + column * 0.28 + (row % 2) * 0.14
          if (x > 1.85) continue
          stage.surface(
            {
              polygon: [
                [x, row * 0.145, 2.19],
                [Math.min(2, x + 0.265), row * 0.145, 2.19],
                [Math.min(2, x + 0.265), row * 0.145 + 0.13, 2.19],
                [x, row * 0.145 + 0.13, 2.19],
              ],
              colour: mix('#a9634a', '#743b2e', random.next()),
              receives: false,
            },
            5,
          )
        }
      }
      const mouth = [
        [-0.55, 0.42, 2.18],
        [1.35, 0.42, 2.18],
        [1.35, 1.75, 2.18],
        [1.1, 2.1, 2.18],
        [0.4, 2.25, 2.18],
        [-0.3, 2.1, 2.18],
        [-0.55, 1.75, 2.18],
      ] as const
      stage.surface(
        {
          polygon: mouth,
          colour: c.molten,
          flat: true,
          receives: false,
          veils: [
            { from: [0.4, 2.2, 2.18], to: [0.4, 0.42, 2.18], colour: c.spark, opacity: [0, 0.95] },
            { from: [1.35, 1, 2.18], to: [0.2, 1, 2.18], colour: c.ember, opacity: [0.7, 0] },
          ],
        },
        6,
      )
      for (const [row, y] of [0.5, 1.04, 1.58].entries()) {
        stage.surface(
          {
            polygon: [
              [-0.5, y - 0.05, 2.17],
              [1.3, y - 0.05, 2.17],
              [1.3, y, 2.17],
              [-0.5, y, 2.17],
            ],
            colour: '#8f3216',
            flat: true,
            receives: false,
          },
          7,
        )
        const shelves = [
          ['vase', 'bowl', 'moon', 'bottle'],
          ['cup', 'jar', 'cup', 'pitcher', 'cup'],
          ['bowl', 'bowl', 'bowl', 'bowl'],
        ] as const
        const list = shelves[row] ?? []
        for (const [index, kind] of list.entries()) {
          stage.figure(
            [-0.3 + (1.45 / (list.length - 1)) * index, y, 2.16],
            pot(kind, row === 2 ? 0.3 : 0.42, {
              colour: mix('#ffb04a', c.ember, random.between(0.1, 0.6)),
              shade: '#8a2410',
            }),
            { order: 8 },
          )
        }
      }
      // The door, swung towards us.
      stage.thing(
        [1.9, 0, 1.6],
        [
          box([1.72, 0.32, 1.5], [0.22, 2.05, 1.5], {
            colour: c.iron,
            turn: 0.5,
            about: [1.6, 0.32, 2.1],
          }),
          box([1.58, 1.2, 1.35], [0.06, 0.5, 0.06], {
            colour: c.spark,
            turn: 0.5,
            about: [1.6, 0.32, 2.1],
          }),
        ],
        9,
      )
      stage.thing(
        [-1, 0, 2.1],
        [
          box([-0.95, 0, 2.14], [0.07, 2.75, 0.07], { colour: c.soot }),
          box([1.98, 0, 2.14], [0.07, 2.75, 0.07], { colour: c.soot }),
        ],
        9,
      )
      for (const y of [0.3, 2.35])
        stage.thing([0.5, y, 2.13], [box([0.5, y, 2.13], [3, 0.08, 0.07], { colour: c.soot })], 9)
      // Trolley with what came out first.
      stage.contact([-2, 0, 1.1], 1.2, 0.7, 0.7)
      stage.thing(
        [-2, 0, 1.1],
        [
          box([-2.5, 0.1, 1.1], [0.06, 1.3, 0.06], { colour: c.soot }),
          box([-1.4, 0.1, 1.1], [0.06, 1.3, 0.06], { colour: c.soot }),
          box([-1.95, 0.32, 1.15], [1.3, 0.05, 0.6], { colour: c.bark }),
          box([-1.95, 0.9, 1.15], [1.3, 0.05, 0.6], { colour: c.timber }),
        ],
        11,
      )
      for (const [x, kind, size, colour, dip] of [
        [-2.35, 'moon', 0.44, c.paper, c.glaze],
        [-1.9, 'bottle', 0.4, c.celadon, c.celadon],
        [-1.55, 'bowl', 0.34, c.ash, c.ember],
      ] as const) {
        stage.figure([x, 0.95, 1.05], pot(kind, size, { colour, dip, shade: '#1b1116' }), {
          order: 12,
        })
      }
      for (const [x, kind, size, colour] of [
        [-2.3, 'jar', 0.38, c.blue],
        [-1.75, 'pitcher', 0.42, c.terracotta],
      ] as const) {
        stage.figure([x, 0.37, 1.05], pot(kind, size, { colour, shade: '#1b1116' }), { order: 12 })
      }
      const [x, y] = stage.camera.project([0.4, 1.2, 2.1])
      addGlow(stage, { x, y, radius: 900, colour: c.molten, strength: 0.5 }, 14)
      stage.overlay(
        () =>
          Array.from({ length: 40 }, () =>
            element('circle', {
              cx: x + random.between(-260, 420),
              cy: y + random.between(-420, 200),
              r: random.between(1, 3.4),
              fill: c.spark,
              opacity: random.between(0.3, 0.9),
            }),
          ).join(''),
        16,
      )
      addVignette(stage, '#0d070a', 0.7)
    },
  )
