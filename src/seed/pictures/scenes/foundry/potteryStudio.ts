import { scene } from '../../engine/scene'
import { box, cylinder } from '../../engine/solids'
import type { Colour } from '../../engine/colour'
import { person } from '../../furniture/person'
import { pot, type PotKind } from '../../furniture/pots'
import { addRoom } from '../../furniture/room'
import { addWindow } from '../../furniture/openings'
import { foundryColours as c } from '../../palettes'

const SHADE = '#33201f'
const kinds: readonly [PotKind, ...PotKind[]] = [
  'bowl',
  'vase',
  'bottle',
  'jar',
  'moon',
  'cup',
  'pitcher',
]
const clays: readonly [Colour, ...Colour[]] = ['#e7cdb1', c.terracotta, '#d9b48f', c.ash, '#c98d6a']
const glazes: readonly [Colour, ...Colour[]] = [
  c.glaze,
  c.celadon,
  c.paper,
  c.blue,
  c.ember,
  '#2f3b46',
]

/** Wheels under the window, shelves of drying pots. */
export const potteryStudio = (): string =>
  scene(
    'foundry/pottery-studio',
    {
      camera: { at: [0.7, 1.85, -2.5], lookAt: [-0.1, 1.42, 4], lens: 0.7, centre: [0.5, 0.5] },
      indoors: true,
      mood: {
        shadow: SHADE,
        sky: '#f4e6cc',
        sun: '#ffd9a0',
        sunDirection: [0.72, -0.55, 0.36],
        softFrom: [-0.7, 0.55, -0.45],
        dim: 0.04,
      },
    },
    (stage, random) => {
      addRoom(
        stage,
        { left: -3.9, right: 4, near: -4, far: 4.6, high: 3.7 },
        {
          floor: {
            colour: '#a98a73',
            veils: [{ from: [0, 0, -3], to: [0, 0, 1], colour: '#1d1213', opacity: [0.5, 0] }],
          },
          ceiling: { colour: '#5d4a44', receives: false },
          back: {
            colour: '#e3d1b6',
            veils: [{ from: [4, 2, 4.6], to: [0, 2, 4.6], colour: SHADE, opacity: [0.35, 0] }],
          },
          left: {
            colour: '#b3664a',
            receives: false,
            veils: [
              { from: [-3.9, 3.5, 1], to: [-3.9, 0, 1], colour: SHADE, opacity: [0.45, 0.1] },
            ],
          },
          right: { colour: '#d8c3a6' },
        },
      )
      for (const z of [-2.4, 0.5, 3]) {
        addWindow(stage, {
          corner: [-3.9, 0.95, z],
          across: [0, 0, 1.35],
          up: [0, 2.2, 0],
          columns: 2,
          rows: 4,
          reveal: [-0.4, 0, 0],
          frame: c.soot,
          jamb: '#f1c79a',
          view: ['#fff2d2', '#d6dfd0'],
          bar: 0.05,
        })
      }
      // Shelves on the back wall.
      for (const x of [-2.45, 0.2, 2.85])
        stage.thing([x, 0, 4.5], [box([x, 0.3, 4.3], [0.07, 2.7, 0.5], { colour: c.bark })], 5)
      for (const y of [0.62, 1.22, 1.82, 2.42, 2.98]) {
        stage.thing(
          [0.2, y, 4.4],
          [box([0.2, y, 4.3], [5.5, 0.05, 0.54], { colour: c.timber })],
          5.5,
        )
        for (let x = -2.25; x < 2.7; x += random.between(0.26, 0.4)) {
          if (random.next() < 0.12 || Math.abs(x - 0.2) < 0.1) continue
          const raw = y < 1.3 || random.next() < 0.3
          const size = random.between(0.24, 0.42)
          stage.figure(
            [x, y + 0.05, 4.2],
            pot(random.pick(kinds), size, {
              colour: random.pick(clays),
              dip: raw ? undefined : random.pick(glazes),
              shade: SHADE,
              dipTo: random.between(0, 0.55),
            }),
            { order: 6 },
          )
        }
      }
      const wheel = (x: number, z: number) => {
        stage.contact([x, 0, z], 0.9, 0.6, 0.5)
        stage.thing(
          [x, 0, z],
          [
            box([x, 0, z], [0.85, 0.5, 0.75], { colour: c.blue, receives: true }),
            box([x, 0.5, z], [0.95, 0.14, 0.85], { colour: '#d9dcd2', receives: true }),
            cylinder([x, 0.64, z], 0.17, 0.04, { colour: c.iron }),
          ],
          10,
        )
        stage.contact([x, 0, z - 0.85], 0.35, 0.25, 0.4)
      }
      wheel(-1.9, 2.6)
      stage.figure([-1.9, 0.68, 2.6], pot('bowl', 0.34, { colour: '#c98d6a', shade: SHADE }), {
        order: 10.5,
      })
      wheel(0.9, 3.1)
      stage.figure([0.9, 0.68, 3.1], pot('vase', 0.36, { colour: '#c98d6a', shade: SHADE }), {
        order: 10.5,
      })
      stage.contact([-1.05, 0, 2.4], 0.4, 0.3, 0.5)
      stage.thing([-1.05, 0, 2.7], [cylinder([-1, 0, 2.5], 0.19, 0.46, { colour: c.timber })], 10.6)
      stage.figure(
        [-1, 0, 2.4],
        person(
          {
            skin: '#e8b896',
            hair: '#6a3a22',
            hairStyle: 'bun',
            top: c.celadon,
            bottom: c.iron,
            apron: c.bark,
            shade: SHADE,
          },
          'sitting',
        ),
        { order: 10.7, flip: true },
      )
      // The table in front: clay, tools, a row of cups.
      stage.contact([2.4, 0, 0.9], 1.9, 1, 0.55)
      stage.thing(
        [2.4, 0, 0.9],
        [
          box([1.35, 0, 0.95], [0.12, 0.82, 0.9], { colour: c.bark }),
          box([2.5, 0.82, 0.95], [2.5, 0.08, 1.15], { colour: '#c99a68', receives: true }),
        ],
        12,
      )
      for (const [index, x] of [1.45, 1.72, 1.99].entries()) {
        stage.figure(
          [x, 0.9, 1.3 - index * 0.14],
          pot('cup', 0.2, {
            colour: '#e7cdb1',
            dip: glazes[index % glazes.length],
            shade: SHADE,
            dipTo: 0.4,
          }),
          { order: 13 },
        )
      }
      stage.figure(
        [2.05, 0.9, 0.62],
        pot('moon', 0.44, { colour: c.paper, dip: c.glaze, shade: SHADE, dipTo: 0.38 }),
        { order: 13 },
      )
      stage.figure([2.5, 0.9, 0.75], pot('bottle', 0.4, { colour: c.terracotta, shade: SHADE }), {
        order: 13,
      })
    },
  )
