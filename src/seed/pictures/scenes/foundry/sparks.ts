import { element } from '../../engine/markup'
import { scene } from '../../engine/scene'
import { box } from '../../engine/solids'
import { addGlow, addVignette } from '../../furniture/glow'
import { addRoom } from '../../furniture/room'
import { foundryColours as c } from '../../palettes'

/** Somebody at the grinder, lit by nothing but the sparks. */
export const sparks = (): string =>
  scene(
    'foundry/sparks',
    {
      camera: { at: [0, 1.4, -2.4], lookAt: [0, 1.3, 4], lens: 0.95, centre: [0.5, 0.5] },
      indoors: true,
      mood: {
        shadow: '#140d14',
        sky: '#b5623a',
        sun: c.spark,
        sunDirection: [0, -1, 0],
        softFrom: [0.5, 0.1, -0.4],
        dim: 0.58,
        contrast: 1.3,
      },
    },
    (stage, random) => {
      addRoom(
        stage,
        { left: -3.4, right: 3.4, near: -3, far: 4, high: 3.4 },
        {
          floor: { colour: '#7a5c4c' },
          back: {
            colour: '#6b4b4b',
            veils: [
              { from: [-3.4, 2, 4], to: [0.4, 2, 4], colour: '#140d14', opacity: [0.85, 0.1] },
              { from: [3.4, 2, 4], to: [1, 2, 4], colour: '#140d14', opacity: [0.7, 0] },
            ],
          },
          left: { colour: '#5a3a3a' },
          right: { colour: '#5a3a3a' },
          ceiling: { colour: '#2b2026', receives: false },
        },
      )
      for (let index = 0; index < 7; index++) {
        stage.thing(
          [-2.6 + index * 0.24, 0, 3.9],
          [
            box([-2.7 + index * 0.26, 0, 3.85], [0.1, random.between(1.6, 2.6), 0.08], {
              colour: c.blue,
            }),
          ],
          5,
        )
      }
      for (const y of [1.9, 2.4])
        stage.thing([1.9, y, 3.8], [box([2.1, y, 3.8], [1.8, 0.05, 0.3], { colour: c.bark })], 5)
      for (let x = 1.3; x < 2.9; x += 0.24) {
        stage.thing(
          [x, 1.95, 3.7],
          [
            box([x, 1.95, 3.75], [0.16, random.between(0.1, 0.3), 0.16], {
              colour: random.pick([c.blue, c.rust, c.iron] as const),
            }),
          ],
          6,
        )
      }
      stage.thing(
        [0.4, 0, 2.2],
        [
          box([-0.4, 0, 2.4], [0.14, 0.9, 0.7], { colour: c.iron }),
          box([1.7, 0, 2.4], [0.14, 0.9, 0.7], { colour: c.iron }),
          box([0.65, 0.9, 2.4], [2.6, 0.1, 0.9], { colour: '#5d5a5f' }),
          box([0.9, 1, 2.4], [1.5, 0.09, 0.16], { colour: '#8d8f96' }),
          box([0.35, 1, 2.3], [0.24, 0.3, 0.3], { colour: c.blue }),
        ],
        9,
      )
      const [x, y] = stage.camera.project([0.75, 1.14, 2.3])
      addGlow(stage, { x, y, radius: 780, colour: '#ff8b2c', strength: 0.55 }, 8)
      // The welder: dark against the glow, edges lit.
      stage.figure(
        [-0.42, 0, 2.2],
        [
          element('path', {
            d: 'M-.32 0L-.34 1.02Q-.36 1.34-.12 1.4Q.1 1.42.2 1.24L.2.8V0Z',
            fill: '#2c3440',
          }),
          element('path', {
            d: 'M.02.0H.2V.8L.2 1.24Q.14 1.36.06 1.39Q.2 1.1.02.0Z',
            fill: '#a65a33',
          }),
          element('path', {
            d: 'M-.12 1.3L.3 1.14L.92 1.16',
            fill: 'none',
            stroke: '#343c49',
            'stroke-width': 0.15,
            'stroke-linecap': 'round',
            'stroke-linejoin': 'round',
          }),
          element('path', {
            d: 'M-.02 1.22L.32 1.085L.9 1.1',
            fill: 'none',
            stroke: '#d0703a',
            'stroke-width': 0.04,
            'stroke-linecap': 'round',
          }),
          element('path', { d: 'M.84 1.05H1.06Q1.1 1.16 1.02 1.24H.86Z', fill: c.bark }),
          element('rect', { x: -0.02, y: 1.34, width: 0.12, height: 0.14, fill: '#5a3a30' }),
          element('path', {
            d: 'M-.14 1.5Q-.16 1.78.08 1.8Q.28 1.78.28 1.58L.26 1.46Q.24 1.36.12 1.38L-.04 1.42Z',
            fill: '#222833',
          }),
          element('path', { d: 'M.14 1.66H.29V1.54L.27 1.44L.12 1.48Z', fill: c.spark }),
          element('path', {
            d: 'M.08 1.8Q.28 1.78.28 1.6V1.66H.2Q.2 1.74.08 1.8Z',
            fill: '#e08a48',
          }),
          element('path', { d: 'M-.24 1.02L-.2.1H.14L.2.9Z', fill: c.bark, opacity: 0.7 }),
        ].join(''),
        { order: 10 },
      )
      stage.figure(
        [0.72, 1.12, 2.2],
        element('path', { d: 'M-.02.02L.3.16L.34.1L.1-.06Z', fill: '#2c3440' }) +
          element('circle', { cx: 0.02, cy: 0.0, r: 0.1, fill: '#c9cbc4' }) +
          element('circle', { cx: 0.02, cy: 0, r: 0.06, fill: c.iron }),
        { order: 11 },
      )
      stage.overlay(
        () =>
          Array.from({ length: 240 }, () => {
            const angle = random.between(-0.55, 0.42)
            const reach = random.next() ** 0.7 * 900
            const drop = (reach / 900) ** 2 * random.between(60, 420)
            const [sx, sy] = [
              x + 20 + Math.cos(angle) * reach,
              y + 16 + Math.sin(angle) * reach * 0.55 + drop,
            ]
            const length = 12 + reach * 0.075
            const slope = Math.atan2(
              Math.sin(angle) * 0.55 + (drop / Math.max(reach, 1)) * 1.6,
              Math.cos(angle),
            )
            return element('path', {
              d: `M${sx.toFixed(0)} ${sy.toFixed(0)}l${(Math.cos(slope) * length).toFixed(1)} ${(Math.sin(slope) * length).toFixed(1)}`,
              stroke: random.pick([c.spark, c.molten, '#fff1c4', c.spark] as const),
              'stroke-width': random.between(1.4, 4.2),
              'stroke-linecap': 'round',
              opacity: random.between(0.55, 1),
            })
          }).join(''),
        16,
      )
      addGlow(stage, { x: x + 18, y: y + 8, radius: 240, colour: '#fff1c4', strength: 1 }, 17)
      addVignette(stage, '#0c070c', 0.75)
    },
  )
