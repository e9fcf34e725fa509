import { convexOutline } from '../../engine/convexOutline'
import { element, pathOf } from '../../engine/markup'
import { intersect, projectAlong } from '../../engine/polygon'
import { scene } from '../../engine/scene'
import { box, cone, cylinder, rectangle } from '../../engine/solids'
import type { Vec } from '../../engine/vector'
import { person } from '../../furniture/person'
import { addRoom } from '../../furniture/room'
import { addWindow } from '../../furniture/openings'
import { foundryColours as c } from '../../palettes'

const [LEFT, RIGHT, FAR, HIGH] = [-8, 8, 30, 9]
const SUN: Vec = [0.62, -0.76, 0.12]

/** The old hall: shafts of light through the north lights, the crane above, benches below. */
export const castingHall = (): string =>
  scene(
    'foundry/casting-hall',
    {
      camera: { at: [-1.8, 1.75, -2], lookAt: [0.6, 1.75, 20], lens: 0.62, centre: [0.5, 0.68] },
      indoors: true,
      mood: {
        shadow: '#23161c',
        sky: '#e9d2b4',
        sun: '#ffd796',
        sunDirection: SUN,
        softFrom: [-0.6, 0.7, -0.3],
        dim: 0.26,
        haze: { colour: '#c58a5c', from: 10, to: 46, strength: 0.7 },
      },
    },
    (stage, random) => {
      addRoom(
        stage,
        { left: LEFT, right: RIGHT, near: -3, far: FAR, high: HIGH },
        {
          floor: {
            colour: '#9b8471',
            veils: [{ from: [0, 0, -2], to: [0, 0, 5], colour: '#160d11', opacity: [0.7, 0] }],
          },
          ceiling: { colour: '#3f3338', receives: false },
          back: { colour: '#a3573c' },
          left: {
            colour: '#8a4632',
            receives: false,
            veils: [
              { from: [LEFT, HIGH, 8], to: [LEFT, 0, 8], colour: '#160d11', opacity: [0.35, 0.2] },
            ],
          },
          right: {
            colour: '#a85f43',
            veils: [
              { from: [RIGHT, HIGH, 8], to: [RIGHT, 1, 8], colour: '#160d11', opacity: [0.55, 0] },
            ],
          },
        },
      )
      const shafts: [Vec[], Vec[]][] = []
      for (let z = 1; z < FAR - 3; z += 5) {
        addWindow(stage, {
          corner: [LEFT, 3.6, z],
          across: [0, 0, 3.4],
          up: [0, 4.2, 0],
          columns: 4,
          rows: 5,
          reveal: [-0.4, 0, 0],
          frame: c.soot,
          jamb: '#d9a070',
          view: ['#fff1c9', '#ffe2a6'],
          bar: 0.08,
        })
        const hole = rectangle([LEFT, 3.7, z], [0, 0, 3.4], [0, 4, 0])
        const floor = rectangle([LEFT, 0, -3], [RIGHT - LEFT, 0, 0], [0, 0, FAR + 3])
        shafts.push([[...hole], [...intersect(projectAlong(hole, SUN, floor), floor)]])
      }
      for (let z = FAR - 2; z > 0; z -= 5) {
        const beam = (x1: number, y1: number, x2: number, y2: number, size = 0.16) => {
          const length = Math.hypot(x2 - x1, y2 - y1)
          const [nx, ny] = [(-(y2 - y1) / length) * size * 0.5, ((x2 - x1) / length) * size * 0.5]
          return {
            casts: false,
            faces: [
              {
                polygon: [
                  [x1 + nx, y1 + ny, z],
                  [x2 + nx, y2 + ny, z],
                  [x2 - nx, y2 - ny, z],
                  [x1 - nx, y1 - ny, z],
                ] as const,
                colour: '#2f4a5c' as const,
              },
            ],
          }
        }
        stage.thing(
          [0, HIGH, z],
          [
            beam(LEFT, 7.4, RIGHT, 7.4, 0.26),
            beam(LEFT, 7.4, 0, 9.6, 0.22),
            beam(0, 9.6, RIGHT, 7.4, 0.22),
            beam(-5.2, 7.4, -5.2, 8.2),
            beam(-2.6, 7.4, -2.6, 8.9),
            beam(0, 7.4, 0, 9.5),
            beam(2.6, 7.4, 2.6, 8.9),
            beam(5.2, 7.4, 5.2, 8.2),
            beam(-5.2, 8.2, -2.6, 7.4),
            beam(5.2, 8.2, 2.6, 7.4),
            beam(-2.6, 8.9, 0, 7.4),
            beam(2.6, 8.9, 0, 7.4),
          ],
        )
        for (const x of [LEFT + 0.3, RIGHT - 0.3]) {
          stage.thing(
            [x, 0, z],
            [
              box([x, 0, z], [0.45, 7.3, 0.45], { colour: '#2f4a5c' }),
              box([x, 6.2, z], [0.8, 0.3, 0.7], { colour: '#2f4a5c' }),
            ],
          )
        }
      }
      // The travelling crane.
      stage.thing(
        [0, 6.6, 13],
        [
          box([0, 6.5, 13], [15.2, 0.7, 0.7], { colour: c.molten, casts: false }),
          box([1.4, 6.2, 13], [1.5, 0.5, 1.1], { colour: c.soot, casts: false }),
          box([1.4, 4.1, 13], [0.05, 2.2, 0.05], { colour: c.soot, casts: false }),
        ],
        10,
      )
      stage.figure(
        [1.4, 3.6, 13],
        element('path', {
          d: 'M-.14.55H.14V.3Q.4.2.3-.06Q.14-.32-.1-.22Q-.24-.14-.2.02L-.1 0Q-.06-.14.06-.12Q.2-.06.14.08Q.06.2-.14.22Z',
          fill: c.soot,
        }),
      )
      // Ladle and moulds on the left, benches on the right.
      const bench = (x: number, z: number) => {
        stage.contact([x, 0, z], 2, 1.2, 0.55)
        stage.thing(
          [x, 0, z],
          [
            box([x - 1.2, 0, z], [0.14, 0.85, 0.9], { colour: c.bark }),
            box([x + 1.2, 0, z], [0.14, 0.85, 0.9], { colour: c.bark }),
            box([x, 0.25, z], [2.4, 0.06, 0.8], { colour: c.bark }),
            box([x, 0.85, z], [3, 0.12, 1.1], { colour: c.timber, receives: true }),
          ],
        )
        const things = random.int(2, 4)
        for (let i = 0; i < things; i++) {
          const tx = x - 1.2 + (2.4 / things) * (i + 0.5)
          const colour = random.pick([c.glaze, c.terracotta, c.ash, c.blue, c.rust])
          stage.thing(
            [tx, 0.97, z - 0.05],
            [
              random.next() < 0.5
                ? cone([tx, 0.97, z], { bottom: 0.14, top: 0.22, height: 0.28 }, { colour })
                : box([tx, 0.97, z], [0.4, random.between(0.12, 0.3), 0.3], {
                    colour,
                    turn: random.between(0, 1),
                  }),
            ],
            10.2,
          )
        }
      }
      for (const z of [21, 17, 12.6, 8.4]) bench(4.2, z)
      for (const z of [20, 14.4, 9.4]) bench(-4.9, z)
      stage.contact([-2.2, 0, 5.6], 1.4, 1, 0.6)
      stage.thing(
        [-2.2, 0, 5.6],
        [
          box([-2.2, 0, 5.7], [1.7, 0.3, 1.3], { colour: c.soot }),
          cone([-2.2, 0.3, 5.7], { bottom: 0.5, top: 0.66, height: 0.95 }, { colour: c.iron }),
          cylinder([-2.2, 1.24, 5.7], 0.57, 0.01, { colour: c.molten, flat: true, casts: false }),
          cylinder([-2.2, 1.252, 5.7], 0.36, 0.01, { colour: c.spark, flat: true, casts: false }),
        ],
      )
      stage.overlay(() => {
        const [x, y] = stage.camera.project([-2.2, 1.3, 5.7])
        const glow = stage.define((id) =>
          element(
            'radialGradient',
            { id },
            element('stop', { offset: 0, 'stop-color': c.spark, 'stop-opacity': 0.65 }) +
              element('stop', { offset: 0.35, 'stop-color': c.molten, 'stop-opacity': 0.3 }) +
              element('stop', { offset: 1, 'stop-color': c.ember, 'stop-opacity': 0 }),
          ),
        )
        return (
          element('circle', { cx: x, cy: y, r: 420, fill: glow }) +
          Array.from({ length: 26 }, () =>
            element('circle', {
              cx: x + random.between(-110, 110),
              cy: y - random.between(10, 260),
              r: random.between(1.5, 4),
              fill: c.spark,
              opacity: random.between(0.5, 1),
            }),
          ).join('')
        )
      }, 14)
      const people = [
        [-0.6, 6.3, 'leaning', '#b97a52', '#20181a', 'cap', c.ash, c.iron, c.bark, true],
        [1.9, 9.6, 'walking', '#e8b896', '#7d3b22', 'bun', c.celadon, c.blue, undefined, false],
        [2.9, 14, 'standing', '#6b4029', '#141112', 'short', c.terracotta, c.iron, c.ash, false],
        [-2.6, 17, 'standing', '#d9a07a', '#2c1d1a', 'curly', c.spark, c.blue, undefined, false],
      ] as const
      for (const [x, z, pose, skin, hair, hairStyle, top, bottom, apron, flip] of people) {
        stage.contact([x, 0, z], 0.5, 0.3, 0.6)
        stage.figure(
          [x, 0, z],
          person({ skin, hair, hairStyle, top, bottom, apron, shade: '#23161c' }, pose),
          { flip },
        )
      }
      stage.overlay(
        () =>
          shafts
            .map(([hole, patch]) => {
              const points = [
                ...stage.camera.projectPolygon(hole),
                ...stage.camera.projectPolygon(patch),
              ]
              const [hx, hy] = stage.camera.project(hole[0] ?? [0, 0, 0])
              const fill = stage.define((id) =>
                element(
                  'linearGradient',
                  {
                    id,
                    gradientUnits: 'userSpaceOnUse',
                    x1: hx,
                    y1: hy,
                    x2: hx + 700,
                    y2: hy + 640,
                  },
                  element('stop', { offset: 0, 'stop-color': '#ffe6b3', 'stop-opacity': 0.34 }) +
                    element('stop', { offset: 1, 'stop-color': '#ffe6b3', 'stop-opacity': 0.02 }),
                ),
              )
              const outline = convexOutline(points, (point) => point)
              return element('path', {
                d: pathOf(outline),
                fill,
              })
            })
            .join(''),
        25,
      )
    },
  )
