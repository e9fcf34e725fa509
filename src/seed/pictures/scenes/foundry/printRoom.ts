import { type Colour, mix } from '../../engine/colour'
import { element } from '../../engine/markup'
import type { Random } from '../../engine/random'
import { scene } from '../../engine/scene'
import { box, cone, cylinder } from '../../engine/solids'
import { pendant } from '../../furniture/lamps'
import { person } from '../../furniture/person'
import { addRoom } from '../../furniture/room'
import { addWindow } from '../../furniture/openings'
import { foundryColours as c } from '../../palettes'

const inks: readonly [Colour, ...Colour[]] = [c.ember, c.molten, c.blue, c.glaze, c.soot, c.spark]

/** An edition of one: big flat shapes on paper, `width` by `height` metres, hung from its upper edge. */
const poster = (random: Random, width: number, height: number): string => {
  const half = width / 2
  const [a, b] = [random.pick(inks), random.pick(inks)]
  const kind = random.int(0, 4)
  const shapes = [
    element('circle', { cx: 0, cy: -height * 0.42, r: half * 0.62, fill: a }) +
      element('rect', {
        x: -half * 0.8,
        y: -height * 0.9,
        width: half * 1.6,
        height: height * 0.22,
        fill: b,
      }),
    element('path', {
      d: `M${-half * 0.8} ${-height * 0.85}L0 ${-height * 0.15}L${half * 0.8} ${-height * 0.85}Z`,
      fill: a,
    }) + element('circle', { cx: half * 0.3, cy: -height * 0.3, r: half * 0.28, fill: b }),
    [0, 1, 2, 3, 4]
      .map((i) =>
        element('rect', {
          x: -half * 0.8,
          y: -height * (0.22 + i * 0.16),
          width: half * (0.5 + ((i * 3) % 5) * 0.27),
          height: height * 0.08,
          fill: i % 2 ? a : b,
        }),
      )
      .join(''),
    element('path', {
      d: `M${-half * 0.7} ${-height * 0.88}V${-height * 0.5}A${half * 0.7} ${half * 0.7} 0 0 0 ${half * 0.7} ${-height * 0.5}V${-height * 0.88}Z`,
      fill: a,
    }) + element('circle', { cx: 0, cy: -height * 0.28, r: half * 0.3, fill: b }),
    element('path', {
      d: `M${-half} ${-height * 0.7}Q${-half * 0.4} ${-height * 0.4} 0 ${-height * 0.62}T${half} ${-height * 0.5}V${-height}H${-half}Z`,
      fill: a,
    }) + element('circle', { cx: half * 0.3, cy: -height * 0.26, r: half * 0.34, fill: b }),
  ]
  return (
    element('rect', { x: -half, y: -height, width, height, fill: c.paper }) +
    (shapes[kind] ?? '') +
    element('path', {
      d: `M${half * 0.3} 0H${half}V${-height}H${half * 0.7}Z`,
      fill: '#2a1a1e',
      opacity: 0.08,
    })
  )
}

/** The press, the rack of type, a line of posters drying across the room. */
export const printRoom = (): string =>
  scene(
    'foundry/print-room',
    {
      camera: { at: [-0.9, 1.6, -3], lookAt: [0.2, 1.55, 4], lens: 0.68, centre: [0.5, 0.5] },
      indoors: true,
      mood: {
        shadow: '#22252f',
        sky: '#f0e6d2',
        sun: '#ffdda6',
        sunDirection: [-0.75, -0.55, 0.36],
        softFrom: [0.6, 0.6, -0.45],
        contrast: 0.9,
      },
    },
    (stage, random) => {
      addRoom(
        stage,
        { left: -4, right: 4, near: -4, far: 5, high: 3.8 },
        {
          floor: {
            colour: '#8d7664',
            veils: [{ from: [0, 0, -3], to: [0, 0, 1], colour: '#14141b', opacity: [0.5, 0] }],
          },
          ceiling: { colour: '#3c3c44', receives: false },
          back: {
            colour: '#3f5d73',
            veils: [{ from: [0, 3.8, 5], to: [0, 1.5, 5], colour: '#14141b', opacity: [0.4, 0] }],
          },
          left: { colour: '#4a6a80' },
          right: {
            colour: '#a5563d',
            receives: false,
            veils: [{ from: [4, 3.8, 1], to: [4, 0, 1], colour: '#14141b', opacity: [0.4, 0.1] }],
          },
        },
      )
      for (const z of [-1.8, 1, 3.3]) {
        addWindow(stage, {
          corner: [4, 1, z],
          across: [0, 0, 1.5],
          up: [0, 2.2, 0],
          columns: 2,
          rows: 4,
          reveal: [0.4, 0, 0],
          frame: c.soot,
          jamb: '#f1c79a',
          view: ['#fff2d2', '#d6dfd0'],
          bar: 0.05,
        })
      }
      // The type cabinet.
      stage.contact([-2.3, 0, 4.4], 1.6, 0.6, 0.5)
      stage.thing(
        [-2.3, 0, 4.6],
        [box([-2.3, 0, 4.6], [2.3, 1.15, 0.7], { colour: c.bark, receives: true })],
        6,
      )
      for (let row = 0; row < 8; row++) {
        for (let column = 0; column < 3; column++) {
          const x = -3.36 + column * 0.74
          const y = 0.07 + row * 0.132
          stage.thing(
            [x, y, 4.2],
            [
              box([x + 0.34, y, 4.24], [0.68, 0.11, 0.02], {
                colour: mix(c.timber, c.bark, random.next() * 0.5),
                casts: false,
              }),
              box([x + 0.34, y + 0.045, 4.22], [0.16, 0.025, 0.02], {
                colour: c.spark,
                casts: false,
              }),
            ],
            6.5,
          )
        }
      }
      for (const [x, colour, high] of [
        [-3.1, c.ember, 0.24],
        [-2.8, c.soot, 0.2],
        [-2.5, c.blue, 0.24],
        [-2.1, c.spark, 0.18],
        [-1.7, c.glaze, 0.22],
      ] as const) {
        stage.thing(
          [x, 1.15, 4.5],
          [
            cylinder([x, 1.15, 4.5], 0.1, high, { colour: c.ash, casts: false }),
            cylinder([x, 1.15 + high, 4.5], 0.09, 0.02, { colour, flat: true, casts: false }),
          ],
          7,
        )
      }
      // Posters on two lines.
      for (const [z, y] of [
        [4.2, 3.05],
        [2.2, 3.3],
      ] as const) {
        stage.thing(
          [0, y, z],
          [box([0, y, z], [8, 0.02, 0.02], { colour: c.soot, casts: false })],
          z > 3 ? 7 : 9,
        )
        for (let x = -0.9 + (z > 3 ? 0 : 1.0); x < 3.7; x += 1.02) {
          const [width, height] = [0.8, 1.1]
          stage.figure(
            [x, y, z - 0.02],
            poster(random, width, height) +
              element('rect', { x: -0.25, y: -0.04, width: 0.05, height: 0.1, fill: c.timber }) +
              element('rect', { x: 0.2, y: -0.04, width: 0.05, height: 0.1, fill: c.timber }),
            { order: z > 3 ? 7.5 : 9.5 },
          )
        }
      }
      // A cylinder press.
      stage.contact([0.7, 0, 2.9], 1.9, 0.9, 0.6)
      stage.thing(
        [0.7, 0, 3],
        [
          box([-0.2, 0, 3], [0.2, 0.72, 0.9], { colour: c.soot }),
          box([1.7, 0, 3], [0.2, 0.72, 0.9], { colour: c.soot }),
          box([0.75, 0.72, 3], [2.9, 0.16, 1], { colour: c.iron, receives: true }),
          box([0.1, 0.88, 3], [1.1, 0.03, 0.72], { colour: c.paper, receives: true }),
          box([1.2, 0.88, 3.46], [0.7, 0.95, 0.1], { colour: c.ember }),
          cone(
            [0.95, 1.28, 2.55],
            { bottom: 0.33, top: 0.33, height: 0.9, axis: 'z' },
            { colour: '#c9cbc4' },
          ),
          cone(
            [1.5, 1.5, 2.55],
            { bottom: 0.13, top: 0.13, height: 0.9, axis: 'z' },
            { colour: c.ember },
          ),
          box([1.2, 0.88, 2.52], [0.7, 0.95, 0.1], { colour: c.ember }),
        ],
        10,
      )
      stage.figure(
        [0.95, 1.28, 2.4],
        element('circle', {
          cx: 0,
          cy: 0,
          r: 0.5,
          fill: 'none',
          stroke: c.soot,
          'stroke-width': 0.06,
        }) +
          [0, 1, 2]
            .map((i) =>
              element('path', {
                d: 'M0-.48V.48',
                stroke: c.soot,
                'stroke-width': 0.045,
                transform: `rotate(${i * 60 + 15})`,
              }),
            )
            .join('') +
          element('circle', { cx: 0, cy: 0, r: 0.09, fill: c.spark }),
        { order: 11 },
      )
      stage.contact([-1.15, 0, 2.2], 0.5, 0.3, 0.6)
      stage.figure(
        [-1.2, 0, 2.2],
        person(
          {
            skin: '#b97a52',
            hair: '#20181a',
            hairStyle: 'bun',
            top: c.molten,
            bottom: c.iron,
            apron: c.blue,
            shade: '#22252f',
          },
          'leaning',
        ),
        { order: 11 },
      )
      // Prints in the foreground.
      stage.contact([-2.1, 0, 0.3], 1.6, 0.8, 0.5)
      stage.thing(
        [-2, 0, 0.3],
        [
          box([-2.3, 0, 0.4], [2.2, 0.86, 1], { colour: c.timber, receives: true }),
          box([-2.3, 0.86, 0.4], [2.4, 0.05, 1.15], { colour: '#d5b083', receives: true }),
        ],
        12,
      )
      stage.thing(
        [-2, 0.91, 0.3],
        [
          box([-2.2, 0.91, 0.45], [1.1, 0.012, 0.78], {
            colour: c.paper,
            turn: 0.12,
            receives: true,
            casts: false,
          }),
          box([-2.15, 0.923, 0.43], [1.1, 0.012, 0.78], {
            colour: '#fff6e6',
            turn: -0.08,
            receives: true,
            casts: false,
          }),
          cylinder([-2.15, 0.936, 0.45], 0.26, 0.004, { colour: c.ember, casts: false }),
          cone(
            [-1.25, 0.97, 0.15],
            { bottom: 0.06, top: 0.06, height: 0.5, axis: 'z' },
            { colour: c.soot },
          ),
        ],
        13,
      )
      for (const x of [-1.4, 1.5])
        pendant(stage, [x, 2.75, 1.4], {
          kind: 'cone',
          colour: c.soot,
          glow: c.spark,
          cable: 1.6,
          halo: 0.8,
        })
    },
  )
