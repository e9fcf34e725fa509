import { element } from '../../engine/markup'
import { scene } from '../../engine/scene'
import { box, cylinder, rectangle } from '../../engine/solids'
import { chair, table } from '../../furniture/desk'
import { person } from '../../furniture/person'
import { bush, foliage } from '../../furniture/plants'
import { addClouds, addSilhouette, addSky, addSunDisc } from '../../furniture/sky'
import { harborColours as c } from '../../palettes'

/** The deck on the roof when the lamps come on. */
export const roofTerrace = (): string =>
  scene(
    'harbor/roof-terrace',
    {
      camera: { at: [-1.2, 2.1, -3.6], lookAt: [0.4, 1.75, 8], lens: 0.68, centre: [0.5, 0.56] },
      mood: {
        shadow: '#14273f',
        sky: '#f0c9a8',
        sun: '#ffb877',
        sunDirection: [-0.82, -0.3, -0.42],
        softFrom: [0.5, 0.7, 0.2],
        dim: 0.14,
      },
    },
    (stage, random) => {
      addSky(stage, [
        [0, '#2d5674'],
        [0.3, '#8b9aa0'],
        [0.47, '#f2b98a'],
        [0.6, '#ffdca0'],
      ])
      addSunDisc(stage, { x: 1250, y: 600, radius: 84, colour: '#fff0c4', glow: '#ffc27d' })
      addClouds(stage, random, { count: 8, from: 120, to: 520, colour: '#ffd2a6', opacity: 0.4 })
      addSilhouette(stage, random, {
        base: 668,
        heights: [10, 46],
        steps: 22,
        colour: '#a98f8c',
        kind: 'hills',
      })
      stage.overlay(() => {
        const water = stage.define((id) =>
          element(
            'linearGradient',
            { id, x1: 0, y1: 0, x2: 0, y2: 1 },
            element('stop', { offset: 0, 'stop-color': '#f7c892' }) +
              element('stop', { offset: 1, 'stop-color': '#2f6378' }),
          ),
        )
        return (
          element('rect', { x: 0, y: 668, width: 1800, height: 260, fill: water }) +
          Array.from({ length: 60 }, () => {
            const y = random.between(674, 800)
            const near = (y - 668) / 130
            return element('rect', {
              x: 1250 + random.between(-1, 1) * (60 + near * 200),
              y,
              width: random.between(20, 60) * (0.5 + near),
              height: 2 + near * 3,
              rx: 2,
              fill: '#fff0c4',
              opacity: 0.8,
            })
          }).join('') +
          // Cranes across the basin.
          [
            [330, 1],
            [520, 0.75],
            [160, 0.6],
          ]
            .map(([x = 0, size = 1]) =>
              element('path', {
                d: 'M-40 0L-26-150H-120L-140-172H-10L10-230L22-172H120L110-150H26L40 0H28L14-140H-14L-28 0ZM-120-150V-80',
                transform: `translate(${x} 672) scale(${size})`,
                fill: '#5b6674',
                stroke: '#5b6674',
                'stroke-width': 3,
              }),
            )
            .join('')
        )
      }, -10)
      stage.surface({
        polygon: rectangle([-9, 0, -5], [18, 0, 0], [0, 0, 14]),
        colour: '#a5774f',
        veils: [{ from: [0, 0, -3], to: [0, 0, 3], colour: '#14273f', opacity: [0.6, 0] }],
      })
      for (let x = -8.8; x < 9; x += 0.42) {
        stage.surface(
          {
            polygon: [
              [x, 0.002, -5],
              [x + 0.025, 0.002, -5],
              [x + 0.025, 0.002, 9],
              [x, 0.002, 9],
            ],
            colour: '#5c4338',
            receives: false,
            opacity: 0.7,
          },
          1,
        )
      }
      for (let x = -9; x <= 9; x += 1.5) {
        stage.thing([x, 0, 8.9], [box([x, 0, 8.9], [0.06, 1.1, 0.06], { colour: c.night })], 6)
      }
      for (const y of [0.35, 0.7, 1.08]) {
        stage.thing([0, y, 8.9], [box([0, y, 8.9], [18, 0.035, 0.04], { colour: c.night })], 6)
      }
      for (const [x, z] of [
        [-5.4, 7.6],
        [-2.9, 8],
        [5.8, 7.8],
      ] as const) {
        stage.thing([x, 0, z], [box([x, 0, z], [1.9, 0.55, 0.6], { colour: c.sea })], 7)
        for (let step = -0.7; step < 0.9; step += 0.28) {
          stage.figure(
            [x + step, 0.53, z - 0.1],
            foliage(random, {
              height: random.between(0.5, 1),
              leaves: 9,
              colours: ['#2c4a46', '#3f6a58', '#8d9a64'],
              width: 0.1,
              spread: 0.6,
            }),
            { order: 7 },
          )
        }
      }
      stage.thing([4.6, 0, 5], [cylinder([4.6, 0, 5], 0.42, 0.62, { colour: c.signal })])
      stage.figure(
        [4.6, 0.6, 5],
        bush(random, {
          height: 2.1,
          leaves: 130,
          radius: 0.8,
          colours: ['#2c4a46', '#3f6a58', '#6f8a5c', '#c9a768'],
          stem: '#4b3a34',
          leaf: 0.2,
        }),
      )
      const spot = (
        x: number,
        z: number,
        colour: typeof c.signal | typeof c.foam | typeof c.sea,
      ) => {
        stage.contact([x, 0, z], 1.3, 0.9, 0.4)
        stage.thing([x - 0.85, 0, z], chair([x - 0.85, 0, z], colour, c.night, -Math.PI / 2))
        stage.thing([x + 0.85, 0, z], chair([x + 0.85, 0, z], c.foam, c.night, Math.PI / 2))
        stage.thing(
          [x, 0, z],
          table([x, 0, z], [0.9, 0.72, 0.9], { top: '#caa274', legs: c.night }),
        )
        stage.thing(
          [x, 0.76, z],
          [
            cylinder([x + 0.15, 0.765, z], 0.04, 0.11, { colour: c.foam }, 14),
            cylinder([x - 0.2, 0.765, z - 0.1], 0.05, 0.16, { colour: c.glow, flat: true }, 14),
          ],
          11,
        )
      }
      spot(-4, 4.4, c.signal)
      spot(0.6, 5.6, c.sea)
      spot(-1.4, 1.7, c.signal)
      const people = [
        [2.9, 6.7, 'standing', '#e2ae8a', '#6b3b22', 'long', c.foam, '#2b3a4b'],
        [3.5, 6.9, 'standing', '#6d4029', '#161112', 'curly', c.signal, '#22323f'],
        [-6.2, 6.3, 'walking', '#c68c66', '#221a18', 'short', c.sea, '#28333d'],
      ] as const
      for (const [x, z, pose, skin, hair, hairStyle, top, bottom] of people) {
        stage.contact([x, 0, z], 0.4, 0.25, 0.5)
        stage.figure(
          [x, 0, z],
          person({ skin, hair, hairStyle, top, bottom, shade: '#14273f' }, pose),
          { flip: x < 3.2 && x > 0 },
        )
      }
      stage.overlay(() => {
        const lines: [number, number, number, number, number][] = [
          [-60, 190, 980, 250, 190],
          [820, 90, 1900, 210, 210],
        ]
        return lines
          .map(([x1, y1, x2, y2, sag]) => {
            const bulbs = Array.from({ length: 15 }, (_, index) => {
              const t = (index + 0.5) / 15
              const x = x1 + (x2 - x1) * t
              const y = y1 + (y2 - y1) * t + sag * 4 * t * (1 - t) * 0.5
              return (
                element('circle', { cx: x, cy: y + 14, r: 26, fill: '#ffe2a0', opacity: 0.16 }) +
                element('circle', { cx: x, cy: y + 14, r: 9, fill: '#fff0c4' })
              )
            }).join('')
            return (
              element('path', {
                d: `M${x1} ${y1}Q${(x1 + x2) / 2} ${(y1 + y2) / 2 + sag} ${x2} ${y2}`,
                fill: 'none',
                stroke: c.night,
                'stroke-width': 3,
              }) + bulbs
            )
          })
          .join('')
      }, 30)
    },
  )
