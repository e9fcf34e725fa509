import type { Colour } from '../../engine/colour'
import { element } from '../../engine/markup'
import { scene } from '../../engine/scene'
import { box } from '../../engine/solids'
import { chair } from '../../furniture/desk'
import { pendant } from '../../furniture/lamps'
import { person } from '../../furniture/person'
import { addRoom } from '../../furniture/room'
import { harborColours as c } from '../../palettes'

const skins: readonly [Colour, ...Colour[]] = [
  '#e8b896',
  '#a86a48',
  '#6d4029',
  '#d39a73',
  '#8a5638',
]
const hairs: readonly [Colour, ...Colour[]] = [
  '#1d1716',
  '#5b3a26',
  '#8c5a32',
  '#3a2a26',
  '#c9a26b',
]
const clothes: readonly [Colour, ...Colour[]] = [
  c.signal,
  c.sea,
  c.foam,
  c.rust,
  c.steel,
  c.moss,
  c.sand,
]

/** A talk in the hall: the speaker in the light, the room in the dark. */
export const eveningTalk = (): string =>
  scene(
    'harbor/evening-talk',
    {
      camera: { at: [0.9, 1.95, -4], lookAt: [0, 1.9, 9], lens: 0.72, centre: [0.5, 0.5] },
      indoors: true,
      mood: {
        shadow: '#0a1c2b',
        sky: '#f7d9a8',
        sun: '#ffdfa4',
        sunDirection: [0, -1, 0.2],
        softFrom: [0.1, 0.5, 0.9],
        dim: 0.28,
        contrast: 1.2,
      },
    },
    (stage, random) => {
      addRoom(
        stage,
        { left: -6, right: 6, near: -5, far: 10, high: 4.8 },
        {
          floor: {
            colour: '#8c6a4c',
            veils: [
              { from: [0, 0, 1], to: [0, 0, 8.5], colour: '#ffcf8a', opacity: [0, 0.3] },
              { from: [0, 0, -3], to: [0, 0, 3], colour: '#07131e', opacity: [0.8, 0] },
            ],
          },
          ceiling: {
            colour: '#2b3a44',
            receives: false,
            veils: [
              { from: [0, 4.8, -3], to: [0, 4.8, 8], colour: '#07131e', opacity: [0.8, 0.2] },
            ],
          },
          back: {
            colour: '#9c4f39',
            veils: [
              { from: [-6, 2, 10], to: [-1.5, 2, 10], colour: '#0a1c2b', opacity: [0.75, 0] },
              { from: [6, 2, 10], to: [1.5, 2, 10], colour: '#0a1c2b', opacity: [0.75, 0] },
            ],
          },
          left: {
            colour: '#7c3f30',
            receives: false,
            veils: [
              { from: [-6, 2, -2], to: [-6, 2, 10], colour: '#0a1c2b', opacity: [0.85, 0.35] },
            ],
          },
          right: {
            colour: '#7c6a58',
            veils: [{ from: [6, 2, -2], to: [6, 2, 10], colour: '#0a1c2b', opacity: [0.85, 0.3] }],
          },
        },
      )
      stage.figure(
        [-0.4, 1.25, 9.9],
        element('rect', { x: -2.5, y: 0, width: 5, height: 2.8, fill: '#f7efd9' }) +
          element('rect', { x: -2.5, y: 0, width: 5, height: 1.1, fill: c.sea }) +
          element('path', {
            d: 'M-2.5 1.1H2.5V1.1L1.9.9L1.2 1.1L.3.85L-.6 1.1L-1.6.92Z',
            fill: c.shallow,
          }) +
          element('circle', { cx: 1.1, cy: 1.95, r: 0.5, fill: c.signal }) +
          element('path', {
            d: 'M-1.6 1H.3Q.1.62-.2.55H-1.2Q-1.5.7-1.6 1ZM-.7 1.05V2.3L.2 1.15Z',
            fill: c.night,
          }),
        { order: 3 },
      )
      stage.overlay(() => {
        const beam = stage.define((id) =>
          element(
            'radialGradient',
            { id, gradientUnits: 'userSpaceOnUse', cx: 860, cy: 420, r: 900 },
            element('stop', { offset: 0, 'stop-color': '#ffe0a6', 'stop-opacity': 0.42 }) +
              element('stop', { offset: 1, 'stop-color': '#ffe0a6', 'stop-opacity': 0 }),
          ),
        )
        return element('rect', { width: 1800, height: 1200, fill: beam })
      }, 4)
      stage.thing([0, 0, 9], [box([0, 0, 9], [7.6, 0.3, 1.7], { colour: '#6b4a36' })], 5)
      stage.thing(
        [2.6, 0.3, 8.6],
        [
          box([2.65, 0.3, 8.7], [0.6, 1.05, 0.4], { colour: c.oak }),
          box([2.65, 1.35, 8.66], [0.7, 0.05, 0.5], { colour: c.night }),
        ],
        6,
      )
      stage.contact([1.7, 0.31, 8.5], 0.5, 0.3, 0.6)
      stage.figure(
        [1.8, 0.3, 8.5],
        person(
          {
            skin: '#8a5638',
            hair: '#191313',
            hairStyle: 'bun',
            top: c.signal,
            bottom: '#1c2c3a',
            shade: '#3b2320',
          },
          'standing',
        ),
        { order: 7, flip: true },
      )
      for (let row = 6; row >= -1; row--) {
        const z = row * 1.02 + 0.4
        for (let column = 0; column < 10; column++) {
          const x = -4.6 + column * 0.98 + (row % 2) * 0.25
          if (column === 5 && row > -9) continue
          stage.thing([x, 0, z], chair([x, 0, z - 0.1], '#24485a', '#0a1c2b', Math.PI), 10 - row)
          if (random.next() < 0.8) {
            stage.figure(
              [x + random.between(-0.05, 0.05), -0.36 + random.between(-0.06, 0.05), z - 0.05],
              person(
                {
                  skin: random.pick(skins),
                  hair: random.pick(hairs),
                  hairStyle: random.pick([
                    'short',
                    'bun',
                    'long',
                    'curly',
                    'short',
                    'cap',
                  ] as const),
                  top: random.pick(clothes),
                  bottom: c.night,
                  shade: '#0a1c2b',
                },
                'audience',
              ),
              { order: 10 - row - 0.5 },
            )
          }
        }
      }
      for (const z of [7.5, 4.5, 1.5]) {
        for (const x of [-3.8, 0, 3.8]) {
          pendant(stage, [x, 3.3, z], {
            kind: 'bulb',
            colour: '#0a1c2b',
            glow: '#ffe2a0',
            cable: 2,
            halo: 0.6,
            size: 1.4,
          })
        }
      }
      stage.overlay(() => {
        const dusk = stage.define((id) =>
          element(
            'linearGradient',
            { id, x1: 0, y1: 0, x2: 0, y2: 1 },
            element('stop', { offset: 0.5, 'stop-color': '#07131e', 'stop-opacity': 0 }) +
              element('stop', { offset: 1, 'stop-color': '#07131e', 'stop-opacity': 0.75 }),
          ),
        )
        return element('rect', { width: 1800, height: 1200, fill: dusk })
      }, 40)
    },
  )
