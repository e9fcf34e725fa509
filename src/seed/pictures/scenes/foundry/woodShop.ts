import { mix } from '../../engine/colour'
import { element } from '../../engine/markup'
import { scene } from '../../engine/scene'
import { box } from '../../engine/solids'
import { pendant } from '../../furniture/lamps'
import { person } from '../../furniture/person'
import { addRoom } from '../../furniture/room'
import { addWindow } from '../../furniture/openings'
import { tools } from '../../furniture/tools'
import { foundryColours as c } from '../../palettes'

/** Benches with vices, planks along the wall, every tool on its hook. */
export const woodShop = (): string =>
  scene(
    'foundry/wood-shop',
    {
      camera: { at: [1.4, 1.65, -3.2], lookAt: [-0.2, 1.4, 4], lens: 0.72, centre: [0.5, 0.49] },
      indoors: true,
      mood: {
        shadow: '#2b1a18',
        sky: '#f5e3c3',
        sun: '#ffd590',
        sunDirection: [0.7, -0.6, 0.3],
        softFrom: [-0.6, 0.6, -0.45],
        dim: 0.02,
      },
    },
    (stage, random) => {
      addRoom(
        stage,
        { left: -4.2, right: 4.2, near: -4, far: 4.8, high: 3.8 },
        {
          floor: {
            colour: '#a07a57',
            veils: [{ from: [0, 0, -3], to: [0, 0, 1], colour: '#1a0f0e', opacity: [0.55, 0] }],
          },
          ceiling: { colour: '#5b4335', receives: false },
          back: {
            colour: '#cfa97a',
            veils: [
              { from: [0, 3.8, 4.8], to: [0, 1.5, 4.8], colour: '#2b1a18', opacity: [0.45, 0] },
            ],
          },
          left: {
            colour: '#a75a40',
            receives: false,
            veils: [
              { from: [-4.2, 3.8, 1], to: [-4.2, 0, 1], colour: '#2b1a18', opacity: [0.45, 0.1] },
            ],
          },
          right: { colour: '#b88d62' },
        },
      )
      for (const z of [-2.6, 0, 2.6]) {
        addWindow(stage, {
          corner: [-4.2, 1.05, z],
          across: [0, 0, 1.8],
          up: [0, 2.2, 0],
          columns: 3,
          rows: 4,
          reveal: [-0.4, 0, 0],
          frame: c.soot,
          jamb: '#f1c79a',
          view: ['#fff2d2', '#cfdcc6'],
          bar: 0.05,
        })
      }
      // The tool wall.
      stage.thing(
        [-0.6, 1.3, 4.7],
        [box([-0.9, 1.25, 4.75], [4.4, 1.75, 0.06], { colour: '#e0bd8a', casts: false })],
        4,
      )
      for (let index = 0; index < 13; index++) {
        const tool = tools[index % tools.length]
        if (tool)
          stage.figure(
            [-2.85 + (index % 7) * 0.65, index < 7 ? 2.82 : 1.98, 4.7],
            tool({
              steel: '#8d949a',
              wood: c.bark,
              accent: index % 3 ? c.ember : c.blue,
              shade: '#4a3020',
            }),
            { order: 5 },
          )
      }
      // Planks on end.
      for (let index = 0; index < 10; index++) {
        const x = 2.05 + index * 0.19
        stage.thing(
          [x, 0, 4.6],
          [
            box(
              [x, 0, 4.5 - random.between(0, 0.12)],
              [random.between(0.12, 0.18), random.between(2.2, 3.3), 0.05],
              {
                colour: mix(
                  c.timber,
                  random.pick([c.bark, '#e6c190', c.clay] as const),
                  random.next() * 0.7,
                ),
              },
            ),
          ],
          6,
        )
      }
      const bench = (x: number, z: number, order: number) => {
        stage.contact([x, 0, z], 1.9, 0.9, 0.55)
        stage.thing(
          [x, 0, z],
          [
            box([x - 1.1, 0, z], [0.14, 0.84, 0.7], { colour: c.bark }),
            box([x + 1.1, 0, z], [0.14, 0.84, 0.7], { colour: c.bark }),
            box([x, 0.2, z], [2.2, 0.08, 0.6], { colour: c.bark }),
            box([x, 0.84, z], [2.8, 0.12, 0.95], { colour: '#cf9d62', receives: true }),
            box([x - 1.15, 0.62, z - 0.58], [0.5, 0.3, 0.12], { colour: c.timber }),
            box([x - 1.15, 0.74, z - 0.72], [0.05, 0.05, 0.3], { colour: c.iron }),
          ],
          order,
        )
      }
      bench(-1.3, 3.1, 8)
      stage.figure(
        [-1.1, 0.96, 3],
        element('path', {
          d: 'M-.5 0H.5V.06H-.5ZM-.44.06V.5H-.38V.06ZM.38.06V.5H.44V.06ZM-.5.5H.5V.56H-.5Z',
          fill: c.bark,
        }) + element('path', { d: 'M-.5.5H.5V.56H-.5Z', fill: c.timber }),
        { order: 8.5 },
      )
      stage.contact([0.6, 0, 2.7], 0.5, 0.3, 0.5)
      stage.figure(
        [0.62, 0, 2.7],
        person(
          {
            skin: '#6b4029',
            hair: '#141112',
            hairStyle: 'short',
            top: c.ash,
            bottom: c.blue,
            apron: c.rust,
            shade: '#2b1a18',
          },
          'leaning',
        ),
        { order: 9, flip: true },
      )
      bench(1.9, 1.5, 10)
      stage.thing(
        [1.9, 0.96, 1.4],
        [
          box([1.75, 0.96, 1.5], [1.7, 0.05, 0.24], { colour: '#e6c190', receives: true }),
          box([1.3, 1.01, 1.48], [0.34, 0.11, 0.1], { colour: c.bark }),
          box([1.3, 1.12, 1.48], [0.08, 0.07, 0.05], { colour: c.timber }),
          box([2.65, 0.96, 1.3], [0.3, 0.22, 0.3], { colour: c.ember, turn: 0.4 }),
        ],
        10.5,
      )
      stage.overlay(
        () =>
          Array.from({ length: 26 }, () => {
            const [x, y] = stage.camera.project([
              random.between(0.4, 2.6),
              random.next() < 0.6 ? 0.01 : 0.97,
              random.between(0.5, 1.4),
            ])
            return element('path', {
              d: `M${x} ${y}q10-18 22-6q6 12-8 12`,
              fill: 'none',
              stroke: '#f0d0a0',
              'stroke-width': 5,
              'stroke-linecap': 'round',
              opacity: 0.9,
            })
          }).join(''),
        11,
      )
      for (const x of [-1.8, 1.4])
        pendant(stage, [x, 2.7, 1.9], {
          kind: 'dome',
          colour: c.soot,
          glow: c.spark,
          cable: 1.6,
          halo: 0.8,
        })
    },
  )
