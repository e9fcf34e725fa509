import { type Colour, mix } from '../../engine/colour'
import { element } from '../../engine/markup'
import { scene } from '../../engine/scene'
import { box, cone, cylinder } from '../../engine/solids'
import { pendant } from '../../furniture/lamps'
import { person } from '../../furniture/person'
import { addRoom } from '../../furniture/room'
import { addWindow } from '../../furniture/openings'
import { atelierColours as c } from '../../palettes'

const cloths: readonly [Colour, ...Colour[]] = [
  c.aubergine,
  c.mulberry,
  c.rose,
  c.brass,
  c.sage,
  c.bottle,
  c.slate,
  c.linen,
  c.walnut,
  c.blush,
]

const dressForm = (cloth: Colour, shade: Colour) =>
  element('path', {
    d: 'M-.02.62H.02V.1H-.02ZM-.26.0L-.02.16H.02L.26 0H.2L0 .1L-.2 0Z',
    fill: c.walnut,
  }) +
  element('path', {
    d: 'M-.05 1.56H.05V1.46Q.25 1.42.25 1.22Q.2 1.04.14.95Q.24.8.26.6H-.26Q-.24.8-.14.95Q-.2 1.04-.25 1.22Q-.25 1.42-.05 1.46Z',
    fill: cloth,
  }) +
  element('path', {
    d: 'M.02 1.56H.05V1.46Q.25 1.42.25 1.22Q.2 1.04.14.95Q.24.8.26.6H.04Q.08 1.1.02 1.56Z',
    fill: mix(cloth, shade, 0.4),
  }) +
  element('path', {
    d: 'M0 1.46V.6M-.14.95H.14',
    stroke: shade,
    'stroke-width': 0.01,
    opacity: 0.5,
    'stroke-dasharray': '.03 .02',
  }) +
  element('circle', { cx: 0, cy: 1.58, r: 0.04, fill: c.walnut })

/** The old cutting room: the long table, bolts of cloth to the ceiling, a coat half made. */
export const cuttingRoom = (): string =>
  scene(
    'atelier/cutting-room',
    {
      camera: { at: [-0.7, 1.7, -3], lookAt: [0.1, 1.5, 4.5], lens: 0.7, centre: [0.5, 0.5] },
      indoors: true,
      mood: {
        shadow: '#38233f',
        sky: '#fff0dc',
        sun: '#ffe0ae',
        sunDirection: [0.7, -0.58, 0.3],
        softFrom: [-0.6, 0.6, -0.45],
        contrast: 0.9,
      },
    },
    (stage, random) => {
      const [left, right, far, high] = [-4, 4, 5, 3.8]
      addRoom(
        stage,
        { left, right, near: -4, far, high },
        {
          floor: {
            colour: '#b58358',
            veils: [{ from: [0, 0, -3], to: [0, 0, 1], colour: '#241428', opacity: [0.5, 0] }],
          },
          ceiling: { colour: '#e0cfc2', receives: false },
          back: { colour: '#d9b9a4' },
          left: {
            colour: '#dfc6b2',
            receives: false,
            veils: [
              { from: [left, high, 1], to: [left, 0, 1], colour: '#38233f', opacity: [0.3, 0.05] },
            ],
          },
          right: { colour: '#caa792' },
        },
      )
      for (const z of [-2.2, 0.6, 3]) {
        addWindow(stage, {
          corner: [left, 0.8, z],
          across: [0, 0, 1.7],
          up: [0, 2.6, 0],
          arch: 0.26,
          columns: 2,
          rows: 4,
          reveal: [-0.4, 0, 0],
          frame: c.plaster,
          jamb: '#f6dfc4',
          view: ['#fff3d8', '#c8d8da'],
          bar: 0.06,
        })
      }
      // Bolts of cloth in their pigeonholes.
      stage.thing([0.9, 0, 4.9], [box([0.9, 0.2, 4.82], [5.2, 3.1, 0.36], { colour: c.walnut })], 4)
      for (let row = 0; row < 6; row++) {
        for (let column = 0; column < 10; column++) {
          const x = -1.62 + column * 0.515
          const y = 0.26 + row * 0.505
          stage.surface(
            {
              polygon: [
                [x, y, 4.63],
                [x + 0.46, y, 4.63],
                [x + 0.46, y + 0.45, 4.63],
                [x, y + 0.45, 4.63],
              ],
              colour: '#4a2c2a',
              receives: false,
            },
            5,
          )
          const count = random.int(2, 3)
          for (let i = 0; i < count; i++) {
            if (random.next() < 0.1) continue
            const radius = 0.075
            stage.thing(
              [x, y, 4.6],
              [
                cone(
                  [x + 0.1 + (i % 3) * 0.15, y + radius, 4.5],
                  { bottom: radius, top: radius, height: 0.2, axis: 'z', sides: 16 },
                  { colour: random.pick(cloths), casts: false },
                ),
              ],
              6,
            )
          }
          if (random.next() < 0.7)
            stage.thing(
              [x, y, 4.6],
              [
                cone(
                  [x + 0.18, y + 0.2, 4.5],
                  { bottom: 0.075, top: 0.075, height: 0.2, axis: 'z', sides: 16 },
                  { colour: random.pick(cloths), casts: false },
                ),
              ],
              6.1,
            )
          if (random.next() < 0.5)
            stage.thing(
              [x, y, 4.6],
              [
                cone(
                  [x + 0.32, y + 0.2, 4.5],
                  { bottom: 0.075, top: 0.075, height: 0.2, axis: 'z', sides: 16 },
                  { colour: random.pick(cloths), casts: false },
                ),
              ],
              6.1,
            )
        }
      }
      for (const [x, z, cloth] of [
        [-2.7, 4.1, c.bottle],
        [-1.95, 4.4, c.linen],
      ] as const) {
        stage.contact([x, 0, z], 0.5, 0.3, 0.5)
        stage.figure([x, 0, z], dressForm(cloth, c.ink), { order: 8 })
      }
      stage.contact([1.1, 0, 3.2], 0.5, 0.3, 0.5)
      stage.figure(
        [1.2, 0, 3.2],
        person(
          {
            skin: '#e9bd9b',
            hair: '#8e8a8c',
            hairStyle: 'short',
            top: c.plaster,
            bottom: c.slate,
            apron: c.aubergine,
            shade: '#38233f',
          },
          'leaning',
        ),
        { order: 9, flip: true },
      )
      // The table.
      stage.contact([0.2, 0, 1.9], 2.9, 1.3, 0.6)
      stage.thing(
        [0.2, 0, 1.9],
        [
          ...[-2.1, 2.5].flatMap((x) => [
            box([x, 0, 2.4], [0.14, 0.86, 0.14], { colour: c.walnut }),
            box([x, 0, 1.3], [0.14, 0.86, 0.14], { colour: c.walnut }),
          ]),
          box([0.2, 0.2, 1.85], [4.4, 0.05, 1], { colour: c.walnut }),
          box([0.2, 0.86, 1.85], [5.2, 0.09, 1.6], { colour: '#c9955f', receives: true }),
        ],
        10,
      )
      for (const [index, x] of [-1.6, -1.15, -0.7, 1.4, 1.85].entries()) {
        stage.thing(
          [x, 0.25, 1.8],
          [
            box([x, 0.25, 1.8], [0.4, 0.16 + (index % 3) * 0.08, 0.6], {
              colour: cloths[index * 2 + 1] ?? c.rose,
            }),
          ],
          9.8,
        )
      }
      // Cloth spread out, falling over the edge, with the chalk marks.
      stage.thing(
        [0.5, 0.96, 1.7],
        [
          {
            casts: false,
            faces: [
              {
                polygon: [
                  [-0.2, 0.955, 1.05],
                  [1.7, 0.955, 1.05],
                  [1.9, 0.955, 2.5],
                  [-0.5, 0.955, 2.5],
                ],
                colour: c.mulberry,
                receives: true,
              },
              {
                polygon: [
                  [-0.2, 0.955, 1.045],
                  [1.7, 0.955, 1.045],
                  [1.62, 0.42, 1.02],
                  [1.1, 0.36, 1.02],
                  [0.5, 0.45, 1.02],
                  [-0.1, 0.38, 1.02],
                ],
                colour: mix(c.mulberry, c.ink, 0.15),
              },
              {
                polygon: [
                  [0.3, 0.957, 1.3],
                  [0.9, 0.957, 1.2],
                  [1.05, 0.957, 1.9],
                  [0.75, 0.957, 2.2],
                  [0.2, 0.957, 2.0],
                ],
                colour: c.linen,
                receives: true,
              },
              {
                polygon: [
                  [1.15, 0.957, 1.4],
                  [1.5, 0.957, 1.3],
                  [1.6, 0.957, 2.1],
                  [1.3, 0.957, 2.2],
                ],
                colour: c.linen,
                receives: true,
              },
            ],
          },
        ],
        10.5,
      )
      stage.overlay(() => {
        const points = (
          [
            [0.36, 0.96, 1.36],
            [0.86, 0.96, 1.27],
            [0.98, 0.96, 1.87],
            [0.73, 0.96, 2.12],
            [0.27, 0.96, 1.95],
          ] as const
        ).map((p) =>
          stage.camera
            .project(p)
            .map((v) => v.toFixed(0))
            .join(' '),
        )
        return element('path', {
          d: `M${points.join('L')}Z`,
          fill: 'none',
          stroke: c.mulberry,
          'stroke-width': 3,
          'stroke-dasharray': '10 8',
        })
      }, 10.6)
      stage.thing(
        [-1.3, 0.95, 1.6],
        [
          box([-1.4, 0.95, 1.9], [0.7, 0.05, 0.5], { colour: c.sage, turn: 0.1 }),
          box([-1.4, 1, 1.9], [0.68, 0.05, 0.5], { colour: c.rose, turn: 0.04 }),
          box([-1.38, 1.05, 1.9], [0.68, 0.05, 0.48], { colour: c.brass, turn: 0.14 }),
          cylinder([-0.7, 0.95, 1.4], 0.05, 0.1, { colour: c.plaster }, 16),
          cylinder([-0.55, 0.95, 1.5], 0.05, 0.1, { colour: c.bottle }, 16),
          cylinder([-0.66, 0.95, 1.62], 0.05, 0.1, { colour: c.brass }, 16),
        ],
        11,
      )
      stage.figure(
        [2.05, 0.96, 1.5],
        element('path', {
          d: 'M-.4.02Q-.2.1 0 .03T.3.05',
          fill: 'none',
          stroke: c.brass,
          'stroke-width': 0.028,
        }),
        { order: 11 },
      )
      for (const x of [-1, 1.5])
        pendant(stage, [x, 2.55, 1.8], {
          kind: 'cone',
          colour: c.bottle,
          glow: c.candle,
          cable: 1.6,
          halo: 0.7,
        })
    },
  )
