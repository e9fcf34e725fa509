import { element } from '../../engine/markup'
import { scene } from '../../engine/scene'
import { box, cone, cylinder, extrude, rectangle } from '../../engine/solids'
import type { Face } from '../../engine/stage'
import { person } from '../../furniture/person'
import { addClouds, addSilhouette, addSky, addSunDisc } from '../../furniture/sky'
import { foundryColours as c } from '../../palettes'

const glassRow = (
  x: number,
  y: number,
  width: number,
  high: number,
  z: number,
  lit: boolean,
): Face[] => [
  {
    polygon: rectangle([x, y, z], [width, 0, 0], [0, high, 0]),
    colour: lit ? c.molten : '#4a4650',
    flat: true,
    outward: [0, 0, -1],
    veils: lit
      ? [{ from: [x, y, z], to: [x, y + high, z], colour: c.spark, opacity: [0.8, 0] }]
      : undefined,
  },
  ...Array.from({ length: 5 }, (_, i): Face => ({
    polygon: rectangle([x + (width / 4) * i - 0.03, y, z - 0.01], [0.07, 0, 0], [0, high, 0]),
    colour: c.soot,
    outward: [0, 0, -1],
  })),
  ...[0, 0.33, 0.66, 1].map((v): Face => ({
    polygon: rectangle([x, y + high * v - 0.03, z - 0.01], [width, 0, 0], [0, 0.07, 0]),
    colour: c.soot,
    outward: [0, 0, -1],
  })),
]

/** Saw-tooth roofs, a chimney, the doors open and the furnace lit. */
export const yardAtDusk = (): string =>
  scene(
    'foundry/yard-at-dusk',
    {
      camera: { at: [-6, 1.9, -14], lookAt: [0.6, 1.9, 10], lens: 0.78, centre: [0.5, 0.72] },
      mood: {
        shadow: '#2a1c2c',
        sky: '#e2a98a',
        sun: '#ffb36b',
        sunDirection: [-0.9, -0.32, 0.3],
        softFrom: [0.4, 0.8, -0.4],
        dim: 0.1,
        haze: { colour: '#f0a877', from: 20, to: 90, strength: 0.5 },
      },
    },
    (stage, random) => {
      addSky(stage, [
        [0, '#55405e'],
        [0.34, '#b9655c'],
        [0.58, '#f29a5c'],
        [0.74, '#ffd488'],
      ])
      addSunDisc(stage, { x: 1520, y: 760, radius: 92, colour: '#fff0bf', glow: '#ffca78' })
      addClouds(stage, random, { count: 10, from: 60, to: 560, colour: '#ffc08c', opacity: 0.38 })
      addSilhouette(stage, random, {
        base: 868,
        heights: [70, 190],
        steps: 8,
        colour: '#c9785f',
        kind: 'hills',
      })
      addSilhouette(stage, random, {
        base: 876,
        heights: [10, 80],
        steps: 30,
        colour: '#95574f',
        kind: 'roofs',
      })
      stage.surface({
        polygon: rectangle([-120, 0, -14], [240, 0, 0], [0, 0, 120]),
        colour: '#8f6a5e',
        receives: false,
        veils: [{ from: [0, 0, -13], to: [0, 0, 0], colour: '#2a1c2c', opacity: [0.85, 0] }],
      })
      // The chimney and its smoke.
      stage.thing(
        [11, 0, 26],
        [
          cone([10.5, 0, 26], { bottom: 1.5, top: 0.95, height: 19 }, { colour: c.rust }),
          cone([10.5, 18.2, 26], { bottom: 1.15, top: 1.15, height: 0.8 }, { colour: c.soot }),
        ],
        6,
      )
      stage.overlay(
        () =>
          Array.from({ length: 13 }, (_, i) => {
            const [x, y] = stage.camera.project([10.5, 19, 26])
            return element('ellipse', {
              cx: x + i * 24 + random.between(-14, 14) - 6,
              cy: y - 18 - i * 17 + random.between(-8, 8),
              rx: 22 + i * 9,
              ry: 14 + i * 5,
              fill: '#ffe0c0',
              opacity: 0.34 - i * 0.02,
            })
          }).join(''),
        -15,
      )
      // Saw-tooth sheds.
      const shed = (x: number, brick: typeof c.rust | '#9a4630' | '#a75239', lit: boolean) => {
        const width = 7.4
        stage.thing(
          [x + 3, 2, 12],
          [
            extrude(
              [
                [0, 0],
                [width, 0],
                [width, 5.1],
                [0, 8.4],
                [0, 5.1],
              ],
              [x, 0, 10],
              18,
              { colour: brick, receives: true },
            ),
            {
              casts: false,
              faces: [
                ...glassRow(x + 0.8, 1.1, 2.4, 2.5, 9.98, lit),
                ...glassRow(x + 4.1, 1.1, 2.4, 2.5, 9.98, lit),
                {
                  polygon: [
                    [x + 0.5, 5.3, 9.98],
                    [x + 3.8, 5.3, 9.98],
                    [x + 0.5, 6.8, 9.98],
                  ],
                  colour: '#3b3440',
                  flat: true,
                  outward: [0, 0, -1],
                },
                {
                  polygon: rectangle([x, 4.3, 9.97], [width, 0, 0], [0, 0.22, 0]),
                  colour: c.ash,
                  outward: [0, 0, -1],
                },
                {
                  polygon: rectangle([x, 0, 9.97], [width, 0, 0], [0, 0.5, 0]),
                  colour: c.soot,
                  outward: [0, 0, -1],
                },
              ],
            },
          ],
          8,
        )
      }
      shed(15.9, '#9a4630', false)
      shed(8.5, '#a75239', true)
      shed(-6.3, '#9a4630', true)
      shed(-13.7, '#a75239', false)
      // The casting hall between them, its door open.
      stage.thing(
        [4, 2, 11],
        [
          extrude(
            [
              [0, 0],
              [7.4, 0],
              [7.4, 7.4],
              [3.7, 10.2],
              [0, 7.4],
            ],
            [1.1, 0, 9.2],
            20,
            { colour: '#b35d40', receives: true },
          ),
          {
            casts: false,
            faces: [
              {
                polygon: rectangle([2.5, 0, 9.18], [4.6, 0, 0], [0, 4.7, 0]),
                colour: c.ember,
                flat: true,
                outward: [0, 0, -1],
                veils: [
                  { from: [4.8, 0, 9.18], to: [4.8, 4.7, 9.18], colour: c.spark, opacity: [1, 0] },
                ],
              },
              {
                polygon: rectangle([2.1, 4.7, 9.16], [5.4, 0, 0], [0, 0.45, 0]),
                colour: c.ash,
                outward: [0, 0, -1],
              },
              {
                polygon: Array.from(
                  { length: 22 },
                  (_, i) =>
                    [
                      4.8 + Math.cos((i / 22) * Math.PI * 2) * 1.05,
                      7.1 + Math.sin((i / 22) * Math.PI * 2) * 1.05,
                      9.17,
                    ] as const,
                ),
                colour: c.soot,
                outward: [0, 0, -1],
              },
              {
                polygon: Array.from(
                  { length: 22 },
                  (_, i) =>
                    [
                      4.8 + Math.cos((i / 22) * Math.PI * 2) * 0.85,
                      7.1 + Math.sin((i / 22) * Math.PI * 2) * 0.85,
                      9.16,
                    ] as const,
                ),
                colour: c.spark,
                flat: true,
                outward: [0, 0, -1],
              },
              {
                polygon: rectangle([4.75, 6.2, 9.15], [0.1, 0, 0], [0, 1.8, 0]),
                colour: c.soot,
                outward: [0, 0, -1],
              },
              {
                polygon: rectangle([3.9, 7.05, 9.15], [1.8, 0, 0], [0, 0.1, 0]),
                colour: c.soot,
                outward: [0, 0, -1],
              },
            ],
          },
          box([1.45, 0, 8.9], [2.1, 4.6, 0.12], { colour: c.blue, casts: false }),
          box([8.15, 0, 8.9], [2.1, 4.6, 0.12], { colour: c.blue, casts: false }),
        ],
        9,
      )
      stage.overlay(() => {
        const [x, y] = stage.camera.project([4.8, 0, 9.1])
        const glow = stage.define((id) =>
          element(
            'radialGradient',
            { id, gradientUnits: 'userSpaceOnUse', cx: x, cy: y - 20, r: 460 },
            element('stop', { offset: 0, 'stop-color': c.spark, 'stop-opacity': 0.75 }) +
              element('stop', { offset: 0.5, 'stop-color': c.molten, 'stop-opacity': 0.3 }) +
              element('stop', { offset: 1, 'stop-color': c.ember, 'stop-opacity': 0 }),
          ),
        )
        const spill = stage.camera.projectPolygon([
          [2.5, 0.01, 9.1],
          [7.1, 0.01, 9.1],
          [8.6, 0.01, -6],
          [-2.2, 0.01, -6],
        ])
        return (
          element('path', { d: `M${spill.map((p) => p.join(' ')).join('L')}Z`, fill: glow }) +
          element('ellipse', { cx: x, cy: y - 90, rx: 420, ry: 300, fill: glow, opacity: 0.45 })
        )
      }, 9.5)
      const figure = (
        x: number,
        z: number,
        look: Parameters<typeof person>[0],
        pose: Parameters<typeof person>[1],
        flip = false,
      ) => {
        stage.contact([x, 0, z], 0.5, 0.3, 0.6)
        stage.figure([x, 0, z], person(look, pose), { order: 12, flip })
      }
      figure(
        3.7,
        8.2,
        {
          skin: '#3b2420',
          hair: '#1a1214',
          hairStyle: 'cap',
          top: '#3a2a2e',
          bottom: '#241a1e',
          apron: c.bark,
          shade: '#140c10',
        },
        'standing',
      )
      figure(
        5.6,
        8.4,
        {
          skin: '#3b2420',
          hair: '#1a1214',
          hairStyle: 'bun',
          top: '#43303a',
          bottom: '#241a1e',
          shade: '#140c10',
        },
        'leaning',
        true,
      )
      figure(
        -1.6,
        4,
        {
          skin: '#d79f79',
          hair: '#5a2f1e',
          hairStyle: 'long',
          top: c.celadon,
          bottom: c.iron,
          shade: '#2a1c2c',
        },
        'walking',
      )
      for (const [x, z, r, colour] of [
        [9.6, 7, 0.5, c.blue],
        [10.6, 7.4, 0.5, c.rust],
        [10.1, 6.3, 0.5, c.iron],
        [-8, 8.6, 0.45, c.iron],
      ] as const) {
        stage.contact([x, 0, z], 0.8, 0.7, 0.5)
        stage.thing(
          [x, 0, z],
          [
            cylinder([x, 0, z], r, 1.15, { colour }),
            cylinder([x, 0.36, z], r + 0.02, 0.07, { colour: c.soot }),
            cylinder([x, 0.76, z], r + 0.02, 0.07, { colour: c.soot }),
          ],
          11,
        )
      }
      stage.thing(
        [-5.6, 0, 8.4],
        [0, 1, 2, 3].map((i) =>
          box([-4.9, i * 0.2, 8.2], [2.6, 0.16, 0.9], {
            colour: i % 2 ? c.timber : c.bark,
            turn: i * 0.04,
          }),
        ),
        11,
      )
    },
  )
