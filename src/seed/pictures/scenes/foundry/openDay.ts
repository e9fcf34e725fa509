import { element } from '../../engine/markup'
import { scene } from '../../engine/scene'
import { box, extrude, rectangle } from '../../engine/solids'
import { person } from '../../furniture/person'
import { pot } from '../../furniture/pots'
import { bush } from '../../furniture/plants'
import { addClouds, addSky } from '../../furniture/sky'
import { foundryColours as c } from '../../palettes'

/** Open Saturday: stalls in the yard, bunting, the whole street in. */
export const openDay = (): string =>
  scene(
    'foundry/open-day',
    {
      camera: { at: [-1.5, 1.9, -5.5], lookAt: [0.4, 1.75, 10], lens: 0.74, centre: [0.5, 0.6] },
      mood: {
        shadow: '#33283c',
        sky: '#dfe9e2',
        sun: '#ffe2a6',
        sunDirection: [0.6, -0.7, 0.35],
        softFrom: [-0.5, 0.8, -0.4],
      },
    },
    (stage, random) => {
      addSky(stage, [
        [0, '#6fa7b8'],
        [0.5, '#c9e0d6'],
        [0.62, '#fbeccb'],
      ])
      addClouds(stage, random, { count: 7, from: 60, to: 420, colour: '#fffaf0', opacity: 0.7 })
      stage.surface({
        polygon: rectangle([-40, 0, -6], [80, 0, 0], [0, 0, 40]),
        colour: '#c3a88b',
        veils: [{ from: [0, 0, -5], to: [0, 0, 1], colour: '#33283c', opacity: [0.5, 0] }],
      })
      const shed = (x: number, width: number, colour: typeof c.rust | '#b65f43') => {
        stage.thing(
          [x, 2, 15],
          [
            extrude(
              [
                [0, 0],
                [width, 0],
                [width, 4.4],
                [0, 7],
                [0, 4.4],
              ],
              [x, 0, 13],
              14,
              { colour, receives: true },
            ),
            {
              casts: false,
              faces: [0.6, 2.5, 4.4].flatMap((offset) => [
                {
                  polygon: rectangle([x + offset, 1, 12.97], [1.4, 0, 0], [0, 2.2, 0]),
                  colour: '#46606c' as const,
                  flat: true,
                  outward: [0, 0, -1] as const,
                },
                {
                  polygon: rectangle([x + offset + 0.66, 1, 12.95], [0.08, 0, 0], [0, 2.2, 0]),
                  colour: c.soot,
                  outward: [0, 0, -1] as const,
                },
                {
                  polygon: rectangle([x + offset, 2, 12.95], [1.4, 0, 0], [0, 0.08, 0]),
                  colour: c.soot,
                  outward: [0, 0, -1] as const,
                },
              ]),
            },
          ],
          4,
        )
      }
      for (const [x, colour] of [
        [12.6, c.rust],
        [6.2, '#b65f43'],
        [-0.2, c.rust],
        [-6.6, '#b65f43'],
        [-13, c.rust],
      ] as const)
        shed(x, 6.4, colour)
      for (const [x, z, height] of [
        [-9, 11, 4.6],
        [10.5, 10.5, 5],
      ] as const) {
        stage.contact([x, 0, z], 1.8, 1, 0.5)
        stage.figure(
          [x, 0, z],
          bush(random, {
            height,
            leaves: 240,
            radius: 1.5,
            colours: ['#3b5a4b', '#55795a', '#82a06a', '#b5bd77'],
            stem: '#4d3a33',
            leaf: 0.34,
          }),
          { order: 6 },
        )
      }
      const stall = (
        x: number,
        z: number,
        stripe: typeof c.ember | typeof c.blue | typeof c.glaze,
      ) => {
        stage.contact([x, 0, z], 2, 1.1, 0.45)
        stage.thing(
          [x, 0, z],
          [
            ...[-1.35, 1.35].flatMap((dx) => [
              box([x + dx, 0, z + 0.6], [0.06, 2.5, 0.06], { colour: c.bark }),
              box([x + dx, 0, z - 0.6], [0.06, 2.2, 0.06], { colour: c.bark }),
            ]),
            box([x, 0.1, z], [2.6, 0.75, 0.8], { colour: c.timber, receives: true }),
            box([x, 0.85, z], [2.8, 0.06, 0.95], { colour: '#dab482', receives: true }),
          ],
          8,
        )
        for (let strip = 0; strip < 8; strip++) {
          const [x1, x2] = [x - 1.6 + strip * 0.4, x - 1.2 + strip * 0.4]
          stage.thing(
            [x, 2.3, z - 0.2],
            [
              {
                casts: strip === 0,
                faces: [
                  {
                    polygon: [
                      [x1, 2.62, z + 0.75],
                      [x2, 2.62, z + 0.75],
                      [x2, 2.2, z - 0.85],
                      [x1, 2.2, z - 0.85],
                    ],
                    colour: strip % 2 ? c.paper : stripe,
                    receives: true,
                  },
                  {
                    polygon: [
                      [x1, 2.2, z - 0.85],
                      [x2, 2.2, z - 0.85],
                      [x2, 1.98, z - 0.87],
                      [x1, 1.98, z - 0.87],
                    ],
                    colour: strip % 2 ? c.ash : stripe,
                  },
                ],
              },
            ],
            9,
          )
        }
        for (let i = 0; i < 5; i++) {
          stage.figure(
            [x - 1.05 + i * 0.52, 0.91, z - 0.1],
            pot(
              random.pick(['bowl', 'vase', 'jar', 'moon', 'pitcher', 'bottle'] as const),
              random.between(0.26, 0.42),
              {
                colour: random.pick([c.paper, c.terracotta, c.ash] as const),
                dip: random.pick([c.glaze, c.ember, c.blue, c.celadon] as const),
                shade: '#33283c',
                dipTo: random.between(0.1, 0.5),
              },
            ),
            { order: 8.5 },
          )
        }
      }
      stall(-4.6, 7.4, c.ember)
      stall(0.3, 8.6, c.glaze)
      stall(5.2, 7.4, c.blue)
      const crowd = [
        [-4.4, 8.3, 'standing', '#e8b896', '#cfc6bb', 'bun', c.blue, c.iron, 7.5],
        [0.6, 9.6, 'standing', '#6b4029', '#141112', 'short', c.spark, c.iron, 7.5],
        [5, 8.3, 'standing', '#b97a52', '#20181a', 'long', c.ember, c.iron, 7.5],
        [-2.3, 6.2, 'behind', '#e2ab86', '#7d3b22', 'long', c.glaze, '#3a4656', 12],
        [-1.7, 6.3, 'behind', '#8a5638', '#181314', 'short', c.paper, c.iron, 12],
        [2.4, 6.4, 'walking', '#d9a07a', '#2c1d1a', 'curly', c.molten, c.blue, 12],
        [7, 5.6, 'walking', '#f0cbb0', '#c9a26b', 'bun', c.rust, '#50586a', 12],
        [-6.6, 5, 'walking', '#7a4a31', '#1a1415', 'curly', c.celadon, c.iron, 12],
        [3.9, 5.2, 'behind', '#efc3a4', '#b5713c', 'short', c.slag, c.blue, 12],
        [-3.6, 2.2, 'walking', '#c68c66', '#221a18', 'bun', c.ember, '#2f3644', 13],
        [1, 3.4, 'behind', '#6b4029', '#141112', 'curly', c.spark, c.iron, 13],
        [1.55, 3.3, 'behind', '#ecc0a2', '#5a2f1e', 'short', c.blue, c.soot, 13],
      ] as const
      for (const [x, z, pose, skin, hair, hairStyle, top, bottom, order] of crowd) {
        stage.contact([x, 0, z], 0.5, 0.3, 0.5)
        const small = x === 1 ? 0.72 : 1
        stage.figure(
          [x, 0, z],
          element(
            'g',
            { transform: `scale(${small})` },
            person({ skin, hair, hairStyle, top, bottom, shade: '#33283c' }, pose),
          ),
          { order: order + (10 - z) / 100, flip: x > 1.8 && x < 5 },
        )
      }
      stage.overlay(
        () =>
          [
            [-40, 150, 1000, 90, 180],
            [900, 60, 1860, 190, 160],
          ]
            .map(([x1 = 0, y1 = 0, x2 = 0, y2 = 0, sag = 0]) => {
              const flags = Array.from({ length: 17 }, (_, index) => {
                const t = (index + 0.5) / 17
                const fx = x1 + (x2 - x1) * t
                const fy = y1 + (y2 - y1) * t + sag * 2 * t * (1 - t)
                return (
                  element('path', {
                    d: `M${fx - 20} ${fy}H${fx + 20}L${fx + random.between(-6, 6)} ${fy + 52}Z`,
                    fill: [c.ember, c.paper, c.glaze, c.spark, c.blue][index % 5],
                  }) +
                  element('path', {
                    d: `M${fx + 2} ${fy}H${fx + 20}L${fx} ${fy + 52}Z`,
                    fill: '#33283c',
                    opacity: 0.16,
                  })
                )
              }).join('')
              return (
                element('path', {
                  d: `M${x1} ${y1}Q${(x1 + x2) / 2} ${(y1 + y2) / 2 + sag} ${x2} ${y2}`,
                  fill: 'none',
                  stroke: c.soot,
                  'stroke-width': 3,
                }) + flags
              )
            })
            .join(''),
        30,
      )
    },
  )
