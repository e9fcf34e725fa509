import type { Colour } from '../../engine/colour'
import { element } from '../../engine/markup'
import { scene } from '../../engine/scene'
import { box } from '../../engine/solids'
import { chair } from '../../furniture/desk'
import { addGlow, addVignette } from '../../furniture/glow'
import { person } from '../../furniture/person'
import { addRoom } from '../../furniture/room'
import { addWindow } from '../../furniture/openings'
import { atelierColours as c } from '../../palettes'

const skins: readonly [Colour, ...Colour[]] = [
  '#e8b896',
  '#a86a48',
  '#6d4029',
  '#d39a73',
  '#f0cbb0',
]
const hairs: readonly [Colour, ...Colour[]] = [
  '#1d1716',
  '#5b3a26',
  '#8c5a32',
  '#b9b0ad',
  '#c9a26b',
  '#3a2a26',
]
const clothes: readonly [Colour, ...Colour[]] = [
  c.aubergine,
  c.slate,
  c.bottle,
  c.mulberry,
  c.walnut,
  c.rose,
  c.brass,
  c.ink,
]

const cellist =
  element('path', {
    d: 'M-.24 0L-.2.5Q-.3.9-.16 1.1Q0 1.18.14 1.08Q.26.9.2.5L.3 0H.18L.06.42H-.04L-.12 0Z',
    fill: c.ink,
  }) +
  element('rect', { x: -0.04, y: 1.06, width: 0.08, height: 0.12, fill: '#b47c58' }) +
  element('ellipse', { cx: 0, cy: 1.26, rx: 0.092, ry: 0.115, fill: '#d39a73' }) +
  element('path', {
    d: 'M-.1 1.24Q-.12 1.4 0 1.4Q.12 1.4.1 1.22L.14 1.06Q.06 1.1.08 1.26Q0 1.34-.1 1.24Z',
    fill: '#3a221c',
  }) +
  element('path', {
    d: 'M.02.08Q-.16.12-.13.34Q-.06.42-.1.5Q-.12.66.03.68Q.18.66.15.5Q.1.42.17.34Q.2.12.02.08Z',
    fill: '#a35a30',
    transform: 'rotate(-10)',
  }) +
  element('path', {
    d: 'M.0.3L.14 1.16L.18 1.15L.06.3ZM.02.08V-.02',
    fill: c.ink,
    stroke: c.ink,
    'stroke-width': 0.014,
  }) +
  element('path', {
    d: 'M-.16 1Q-.36.74-.22.46',
    fill: 'none',
    stroke: c.ink,
    'stroke-width': 0.1,
    'stroke-linecap': 'round',
  }) +
  element('path', { d: 'M-.42.44L.4.34', stroke: c.candle, 'stroke-width': 0.014 }) +
  element('path', {
    d: 'M.18 1L.26.9L.16.98',
    fill: 'none',
    stroke: '#d39a73',
    'stroke-width': 0.07,
    'stroke-linecap': 'round',
  })

/** A Thursday concert: a piano, a cello, a hundred chairs. */
export const concert = (): string =>
  scene(
    'atelier/concert',
    {
      camera: { at: [-0.9, 3.1, -3.4], lookAt: [0.1, 1.7, 8], lens: 0.86, centre: [0.5, 0.47] },
      indoors: true,
      mood: {
        shadow: '#1f1230',
        sky: '#f3c9a0',
        sun: c.candle,
        sunDirection: [0, -1, 0.2],
        softFrom: [0, 0.5, 0.8],
        dim: 0.28,
        contrast: 1.1,
      },
    },
    (stage, random) => {
      const [left, right, far, high] = [-5.2, 5.2, 9, 5]
      addRoom(
        stage,
        { left, right, near: -5, far, high },
        {
          floor: {
            colour: '#a06c4b',
            veils: [
              { from: [0, 0, 1], to: [0, 0, 8], colour: '#ffd49a', opacity: [0, 0.35] },
              { from: [0, 0, -3], to: [0, 0, 3], colour: '#130a1e', opacity: [0.8, 0] },
            ],
          },
          ceiling: {
            colour: '#7d6470',
            receives: false,
            veils: [
              { from: [0, high, -3], to: [0, high, 8], colour: '#130a1e', opacity: [0.7, 0.1] },
            ],
          },
          back: { colour: '#b4788a' },
          left: {
            colour: '#6f3d57',
            receives: false,
            veils: [
              { from: [left, 2, -2], to: [left, 2, 9], colour: '#130a1e', opacity: [0.7, 0.2] },
            ],
          },
          right: {
            colour: '#7d4a62',
            veils: [
              { from: [right, 2, -2], to: [right, 2, 9], colour: '#130a1e', opacity: [0.7, 0.15] },
            ],
          },
        },
      )
      for (const x of [-4, -1.25, 1.5]) {
        addWindow(stage, {
          corner: [x, 0.9, far],
          across: [2.5, 0, 0],
          up: [0, 3.5, 0],
          arch: 0.36,
          columns: 4,
          rows: 5,
          reveal: [0, 0, 0.4],
          frame: c.ink,
          jamb: '#8a5266',
          view: ['#5b4f86', '#2b2a55'],
          bar: 0.05,
          dull: true,
        })
      }
      for (const [x, y] of [
        [560, 200],
        [700, 150],
        [880, 220],
        [1120, 170],
        [1250, 230],
      ] as const)
        stage.overlay(() => element('circle', { cx: x, cy: y, r: 2, fill: '#fff4dd' }), 1.5)
      stage.surface(
        {
          polygon: Array.from(
            { length: 30 },
            (_, i) =>
              [
                Math.cos((i / 30) * Math.PI * 2) * 2.9,
                0.004,
                6.9 + Math.sin((i / 30) * Math.PI * 2) * 1.4,
              ] as const,
          ),
          colour: '#8c3a52',
          receives: false,
        },
        2,
      )
      // The piano.
      stage.contact([1.1, 0, 7.1], 1.5, 0.8, 0.6)
      stage.thing(
        [1.1, 0, 7.2],
        [
          box([0.3, 0, 7], [0.1, 0.65, 0.1], { colour: c.ink }),
          box([1.9, 0, 7], [0.1, 0.65, 0.1], { colour: c.ink }),
          box([1.5, 0, 7.8], [0.1, 0.65, 0.1], { colour: c.ink }),
          box([1.1, 0.62, 7.3], [2.1, 0.34, 1.2], { colour: '#2f2136' }),
          box([0.0, 0.7, 7.3], [0.24, 0.1, 1.1], { colour: c.plaster, casts: false }),
          {
            casts: false,
            faces: [
              {
                polygon: [
                  [0.4, 0.98, 7.85],
                  [2.15, 0.98, 7.85],
                  [2.0, 1.95, 7.55],
                  [0.7, 1.85, 7.55],
                ],
                colour: '#2a1b30',
              },
            ],
          },
          box([-0.6, 0, 7.3], [0.4, 0.46, 0.8], { colour: c.mulberry }),
        ],
        5,
      )
      stage.figure(
        [-0.5, 0.02, 7.1],
        person(
          {
            skin: '#e9bd9b',
            hair: '#8e8a8c',
            hairStyle: 'short',
            top: c.ink,
            bottom: '#2f2136',
            shade: '#130a1e',
          },
          'sitting',
        ),
        { order: 5.2 },
      )
      stage.contact([-1.8, 0, 6.5], 0.6, 0.4, 0.6)
      stage.figure([-1.8, 0.02, 6.5], element('g', { transform: 'scale(1.12)' }, cellist), {
        order: 5.4,
      })
      const [lx, ly] = stage.camera.project([-0.2, 1.4, 7])
      addGlow(stage, { x: lx, y: ly, radius: 720, colour: '#ffd49a', strength: 0.5 }, 5.6)
      for (const x of [-4.5, -3.4, 3.4, 4.5]) {
        stage.figure(
          [x, 0, 8.3],
          element('path', {
            d: 'M-.02 0H.02V1.35H-.02ZM-.16 0H.16V.03H-.16ZM-.2 1.35H.2V1.38H-.2Z',
            fill: c.brass,
          }) +
            [-0.18, 0, 0.18]
              .map(
                (dx) =>
                  element('rect', {
                    x: dx - 0.02,
                    y: 1.38,
                    width: 0.04,
                    height: 0.2,
                    fill: c.plaster,
                  }) +
                  element('ellipse', { cx: dx, cy: 1.63, rx: 0.025, ry: 0.055, fill: c.candle }),
              )
              .join(''),
          { order: 4 },
        )
        const [x1, y1] = stage.camera.project([x, 1.6, 8.3])
        addGlow(stage, { x: x1, y: y1, radius: 130, colour: c.candle, strength: 0.5 }, 4.1)
      }
      for (let row = 4; row >= -2; row--) {
        const radius = 9.4 - row * 1.02 - 0.6
        for (let seat = -7; seat <= 7; seat++) {
          const angle = (seat * 0.82) / radius
          const x = Math.sin(angle) * radius
          const z = 8.2 - Math.cos(angle) * radius + 0.6
          if (Math.abs(x) > 4.7 || z < -2.6) continue
          const order = 20 - z
          stage.thing([x, 0, z], chair([x, 0, z], '#c99a86', c.walnut, Math.PI + angle), order)
          if (random.next() < 0.86) {
            stage.figure(
              [x, -0.36 + random.between(-0.05, 0.05), z + 0.05],
              person(
                {
                  skin: random.pick(skins),
                  hair: random.pick(hairs),
                  hairStyle: random.pick(['short', 'bun', 'long', 'curly', 'short'] as const),
                  top: random.pick(clothes),
                  bottom: c.ink,
                  shade: '#1f1230',
                },
                'audience',
              ),
              { order: order - 0.3 },
            )
          }
        }
      }
      addVignette(stage, '#130a1e', 0.7)
    },
  )
