import { element } from '../../engine/markup'
import { scene } from '../../engine/scene'
import { box, rectangle } from '../../engine/solids'
import type { Colour } from '../../engine/colour'
import { mix } from '../../engine/colour'
import type { Stage } from '../../engine/stage'
import type { Vec } from '../../engine/vector'
import { addGlow } from '../../furniture/glow'
import { person } from '../../furniture/person'
import { bush } from '../../furniture/plants'
import { addSky } from '../../furniture/sky'
import { atelierColours as c } from '../../palettes'

const house = (
  stage: Stage,
  x: number,
  width: number,
  floors: number,
  wall: Colour,
  lit: (index: number) => boolean,
  order: number,
) => {
  const z = 8
  const storey = 3.1
  const high = 1 + floors * storey
  const out: Vec = [0, 0, -1]
  stage.thing(
    [x + width / 2, 0, z],
    [
      box([x + width / 2, 0, z + 5], [width, high, 10], { colour: wall, receives: true }),
      {
        casts: false,
        faces: [
          {
            polygon: [
              [x + 0.1, high, z],
              [x + width - 0.1, high, z],
              [x + width - 0.9, high + 2.3, z + 2],
              [x + 0.9, high + 2.3, z + 2],
            ],
            colour: c.slate,
          },
          {
            polygon: rectangle([x, high - 0.35, z - 0.2], [width, 0, 0], [0, 0.35, 0]),
            colour: mix(wall, '#ffffff', 0.3),
            outward: out,
          },
          {
            polygon: rectangle([x, 0, z - 0.03], [width, 0, 0], [0, 0.6, 0]),
            colour: c.slate,
            outward: out,
          },
        ],
      },
    ],
    order,
  )
  const columns = Math.max(2, Math.round(width / 2.2))
  for (let floor = 0; floor < floors; floor++) {
    for (let column = 0; column < columns; column++) {
      const pitch = width / columns
      const left = x + pitch * (column + 0.22)
      const wide = pitch * 0.56
      const bottom = 1.1 + floor * storey
      const tall = 2 - floor * 0.12
      const on = lit(floor * columns + column)
      stage.thing(
        [left, bottom, z],
        [
          {
            casts: false,
            faces: [
              {
                polygon: rectangle(
                  [left - 0.1, bottom - 0.1, z - 0.02],
                  [wide + 0.2, 0, 0],
                  [0, tall + 0.2, 0],
                ),
                colour: mix(wall, '#ffffff', 0.35),
                outward: out,
              },
              {
                polygon: rectangle([left, bottom, z - 0.04], [wide, 0, 0], [0, tall, 0]),
                colour: on ? c.candle : '#4b5468',
                flat: true,
                outward: out,
                veils: on
                  ? [
                      {
                        from: [left, bottom + tall, z],
                        to: [left, bottom, z],
                        colour: c.brass,
                        opacity: [0.7, 0],
                      },
                    ]
                  : undefined,
              },
              {
                polygon: rectangle(
                  [left + wide / 2 - 0.03, bottom, z - 0.06],
                  [0.06, 0, 0],
                  [0, tall, 0],
                ),
                colour: c.plaster,
                outward: out,
              },
              {
                polygon: rectangle(
                  [left, bottom + tall * 0.66, z - 0.06],
                  [wide, 0, 0],
                  [0, 0.06, 0],
                ),
                colour: c.plaster,
                outward: out,
              },
              {
                polygon: rectangle(
                  [left - 0.18, bottom - 0.2, z - 0.12],
                  [wide + 0.36, 0, 0],
                  [0, 0.12, 0],
                ),
                colour: c.linen,
                outward: out,
              },
            ],
          },
        ],
        order + 0.2,
      )
    }
  }
}

/** The house at the blue hour, its great window lit from within. */
export const facadeEvening = (): string =>
  scene(
    'atelier/facade-evening',
    {
      camera: { at: [2.2, 1.9, -9.5], lookAt: [0.2, 1.9, 8], lens: 0.92, centre: [0.5, 0.79] },
      mood: {
        shadow: '#2c2240',
        sky: '#c9b3bd',
        sun: '#f3c9a4',
        sunDirection: [0.6, -0.4, 0.5],
        softFrom: [-0.4, 0.7, -0.5],
        dim: 0.16,
        sunStrength: 0.35,
      },
    },
    (stage, random) => {
      addSky(stage, [
        [0, '#2b2a55'],
        [0.4, '#6d5a86'],
        [0.64, '#d08f94'],
        [0.8, '#f6c79d'],
      ])
      stage.overlay(
        () =>
          Array.from({ length: 26 }, () =>
            element('circle', {
              cx: random.between(0, 1800),
              cy: random.between(0, 420),
              r: random.between(1.2, 2.8),
              fill: '#fff4dd',
              opacity: random.between(0.3, 0.9),
            }),
          ).join('') +
          element('path', {
            d: 'M1500 150A64 64 0 1 0 1560 250A52 52 0 0 1 1500 150Z',
            fill: '#fff0cf',
          }),
        -15,
      )
      stage.surface({
        polygon: rectangle([-40, 0, -9], [80, 0, 0], [0, 0, 17]),
        colour: '#8d7f86',
        receives: false,
        veils: [{ from: [0, 0, -8], to: [0, 0, -2], colour: '#1d1630', opacity: [0.75, 0] }],
      })
      for (let z = -8; z < 6; z += 0.7) {
        stage.surface(
          {
            polygon: rectangle([-40, 0.002, z], [80, 0, 0], [0, 0, 0.03]),
            colour: '#5c5066',
            receives: false,
            opacity: 0.5,
          },
          1,
        )
      }
      stage.surface(
        {
          polygon: rectangle([-40, 0.01, 5.8], [80, 0, 0], [0, 0, 2.4]),
          colour: '#b3a5a3',
          receives: false,
        },
        1,
      )
      house(stage, -17, 8.4, 3, '#a79aa6', (i) => i % 5 === 2, 5)
      house(stage, 8.1, 8.6, 3, '#b39a98', (i) => i % 4 === 1, 5)
      house(stage, 16.8, 8, 4, '#9aa0ad', (i) => i % 6 === 0, 5)
      house(stage, -8.5, 4.1, 3, '#c5a3a0', (i) => i === 3, 5)
      // The atelier itself.
      const z = 7.9
      const out: Vec = [0, 0, -1]
      stage.thing(
        [2, 0, z],
        [
          box([1.85, 0, z + 5], [12.4, 9.2, 10], { colour: '#efd9cb' }),
          {
            casts: false,
            faces: [
              {
                polygon: [
                  [-4.2, 9.2, z],
                  [7.9, 9.2, z],
                  [6.6, 11.8, z + 2.4],
                  [-2.9, 11.8, z + 2.4],
                ],
                colour: '#59546c',
              },
              {
                polygon: rectangle([-4.45, 8.75, z - 0.25], [12.6, 0, 0], [0, 0.5, 0]),
                colour: c.plaster,
                outward: out,
              },
              {
                polygon: rectangle([-4.35, 3.75, z - 0.06], [12.4, 0, 0], [0, 0.3, 0]),
                colour: c.plaster,
                outward: out,
              },
              {
                polygon: rectangle([-4.35, 0, z - 0.04], [12.4, 0, 0], [0, 0.55, 0]),
                colour: '#9b8390',
                outward: out,
              },
            ],
          },
        ],
        6,
      )
      for (const x of [-2.2, 1.85, 5.9]) {
        stage.thing(
          [x, 10, z + 1],
          [
            {
              casts: false,
              faces: box([x, 9.72, z + 1.2], [1.1, 1.35, 1.4], { colour: '#efd9cb' }).faces.filter(
                ({ outward }) => (outward?.[1] ?? 0) > -0.9,
              ),
            },
            {
              casts: false,
              faces: [
                {
                  polygon: rectangle([x - 0.38, 9.84, z + 0.48], [0.76, 0, 0], [0, 0.98, 0]),
                  colour: c.candle,
                  flat: true,
                  outward: out,
                },
              ],
            },
          ],
          6.2,
        )
      }
      const glass = (
        x: number,
        y: number,
        wide: number,
        tall: number,
        columns: number,
        rows: number,
        arch = false,
      ) => {
        const shape = arch
          ? ([
              [x, y, z - 0.08],
              [x + wide, y, z - 0.08],
              ...Array.from({ length: 15 }, (_, i): Vec => [
                x + wide / 2 + (Math.cos((i / 14) * Math.PI) * wide) / 2,
                y + tall - wide / 2 + (Math.sin((i / 14) * Math.PI) * wide) / 2,
                z - 0.08,
              ]),
            ] as Vec[])
          : [...rectangle([x, y, z - 0.08], [wide, 0, 0], [0, tall, 0])]
        stage.surface(
          {
            polygon: shape,
            colour: c.candle,
            flat: true,
            receives: false,
            veils: [
              { from: [x, y + tall, z], to: [x, y, z], colour: '#d8894a', opacity: [0.75, 0] },
            ],
          },
          7,
        )
        for (let i = 0; i <= columns; i++) {
          const at = x + (wide / columns) * i
          const edge = arch
            ? Math.sqrt(Math.max(0, 1 - ((at - x - wide / 2) / (wide / 2)) ** 2)) * (wide / 2)
            : wide / 2
          stage.surface(
            {
              polygon: rectangle(
                [at - 0.03, y, z - 0.1],
                [0.06, 0, 0],
                [0, arch ? tall - wide / 2 + edge : tall, 0],
              ),
              colour: c.ink,
              receives: false,
            },
            7.5,
          )
        }
        for (let i = 0; i <= rows; i++)
          stage.surface(
            {
              polygon: rectangle(
                [x, y + ((arch ? tall - wide / 2 : tall) / rows) * i - 0.03, z - 0.1],
                [wide, 0, 0],
                [0, 0.06, 0],
              ),
              colour: c.ink,
              receives: false,
            },
            7.5,
          )
      }
      glass(-3.7, 4.4, 3.1, 4, 4, 4, true)
      glass(0.3, 4.4, 3.1, 4, 4, 4, true)
      glass(4.3, 4.4, 3.1, 4, 4, 4, true)
      glass(-3.6, 0.7, 2.9, 2.8, 3, 3)
      glass(4.4, 0.7, 2.9, 2.8, 3, 3)
      // Silhouettes upstairs, a dress form downstairs.
      const form = element('path', {
        d: 'M-.05 1.5H.05V1.42Q.24 1.38.24 1.2Q.2 1.02.13.92Q.22.78.24.6H-.24Q-.22.78-.13.92Q-.2 1.02-.24 1.2Q-.24 1.38-.05 1.42ZM-.02.6H.02V.06H.2V0H-.2V.06H-.02Z',
        fill: c.aubergine,
      })
      stage.figure([-2.1, 0.75, z - 0.12], element('g', { transform: 'scale(1.2)' }, form), {
        order: 7.2,
      })
      stage.figure([5.9, 0.75, z - 0.12], element('g', { transform: 'scale(1.2)' }, form), {
        order: 7.2,
      })
      for (const [x, flip] of [
        [1.2, false],
        [2.3, true],
        [-2.6, false],
      ] as const) {
        stage.figure(
          [x, 4.3, z - 0.11],
          person(
            {
              skin: '#7a4a3a',
              hair: c.ink,
              hairStyle: flip ? 'bun' : 'short',
              top: '#6b3d45',
              bottom: c.aubergine,
              shade: c.ink,
            },
            'standing',
          ),
          { order: 7.2, flip },
        )
      }
      // The door and its steps.
      stage.surface(
        {
          polygon: rectangle([0.6, 0.3, z - 0.1], [2.5, 0, 0], [0, 3.2, 0]),
          colour: c.plaster,
          receives: false,
        },
        7,
      )
      stage.surface(
        {
          polygon: rectangle([0.85, 0.3, z - 0.12], [2, 0, 0], [0, 2.4, 0]),
          colour: c.bottle,
          receives: false,
        },
        7.1,
      )
      stage.surface(
        {
          polygon: rectangle([0.85, 2.75, z - 0.12], [2, 0, 0], [0, 0.6, 0]),
          colour: c.candle,
          flat: true,
          receives: false,
        },
        7.1,
      )
      stage.surface(
        {
          polygon: rectangle([1.83, 0.3, z - 0.13], [0.04, 0, 0], [0, 2.4, 0]),
          colour: c.ink,
          receives: false,
        },
        7.2,
      )
      stage.thing(
        [1.85, 0, z - 0.5],
        [
          box([1.85, 0, z - 0.6], [3.2, 0.15, 1], { colour: c.linen }),
          box([1.85, 0.15, z - 0.4], [2.8, 0.15, 0.7], { colour: c.linen }),
        ],
        7.4,
      )
      for (const x of [0.35, 3.35]) {
        const [gx, gy] = stage.camera.project([x, 2.5, z - 0.2])
        stage.figure(
          [x, 2.3, z - 0.2],
          element('path', { d: 'M-.1.04H.1L.14.4H-.14Z', fill: c.candle }) +
            element('path', { d: 'M-.16.4H.16L0 .56ZM-.12 0H.12V.05H-.12Z', fill: c.ink }),
          { order: 7.6 },
        )
        addGlow(stage, { x: gx, y: gy, radius: 150, colour: c.candle, strength: 0.6 }, 7.7)
      }
      const [cx, cy] = stage.camera.project([1.85, 4, z])
      addGlow(stage, { x: cx, y: cy, radius: 860, colour: '#ffc98a', strength: 0.36 }, 8)
      const [dx, dy] = stage.camera.project([1.85, 0, 5])
      stage.overlay(
        () =>
          element('ellipse', {
            cx: dx,
            cy: dy + 40,
            rx: 700,
            ry: 90,
            fill: '#ffcf96',
            opacity: 0.2,
          }),
        8.2,
      )
      for (const [x, zz, height] of [
        [-6.6, 4.6, 5.2],
        [10.4, 4.4, 5.6],
      ] as const) {
        stage.contact([x, 0, zz], 1.2, 0.6, 0.6)
        stage.figure(
          [x, 0, zz],
          bush(random, {
            height,
            leaves: 300,
            radius: 1.7,
            colours: ['#2a3046', '#3a4656', '#55606a', '#8b7a72'],
            stem: '#2a2036',
            leaf: 0.3,
          }),
          { order: 10 },
        )
      }
      const walkers = [
        [-0.9, 5.4, 'walking', '#e9bd9b', '#8e8a8c', 'short', c.slate, c.ink, false],
        [-0.2, 5.3, 'walking', '#d8a57e', '#2a1d20', 'bun', c.mulberry, c.ink, false],
        [4.6, 5.2, 'walking', '#8a5638', '#181314', 'long', c.brass, '#2e2a44', true],
      ] as const
      for (const [x, zz, pose, skin, hair, hairStyle, top, bottom, flip] of walkers) {
        stage.contact([x, 0, zz], 0.6, 0.25, 0.6)
        stage.figure(
          [x, 0, zz],
          person({ skin, hair, hairStyle, top, bottom, shade: '#2c2240' }, pose),
          { order: 12, flip },
        )
      }
    },
  )
