import { type Colour, mix } from '../../engine/colour'
import { element } from '../../engine/markup'
import { scene } from '../../engine/scene'
import { box, cylinder } from '../../engine/solids'
import { pendant } from '../../furniture/lamps'
import { addWindow } from '../../furniture/openings'
import { person } from '../../furniture/person'
import { foliage } from '../../furniture/plants'
import { addRoom } from '../../furniture/room'
import { harborColours as c } from '../../palettes'

const crockery: readonly [Colour, ...Colour[]] = [c.foam, c.shallow, c.signal, c.sand, c.sea]

/** The coffee bar. A tiled counter, stools, shelves of cups, someone at the machine. */
export const galley = (): string =>
  scene(
    'harbor/galley',
    {
      camera: { at: [0.9, 1.6, -3.4], lookAt: [0, 1.45, 4], lens: 0.72, centre: [0.5, 0.5] },
      indoors: true,
      mood: {
        shadow: '#10293b',
        sky: '#f3ead2',
        sun: '#ffdfa4',
        sunDirection: [0.86, -0.5, 0.24],
        softFrom: [-0.8, 0.5, -0.5],
        dim: 0.06,
      },
    },
    (stage, random) => {
      addRoom(
        stage,
        { left: -4.2, right: 4.4, near: -4, far: 4.4, high: 3.5 },
        {
          floor: {
            colour: '#8a9a94',
            veils: [{ from: [0, 0, -2], to: [0, 0, 2], colour: c.night, opacity: [0.5, 0] }],
          },
          ceiling: { colour: '#3a4b52', receives: false },
          back: {
            colour: '#b65c40',
            veils: [{ from: [0, 3.5, 4.4], to: [0, 1, 4.4], colour: c.night, opacity: [0.45, 0] }],
          },
          left: {
            colour: '#a34e36',
            receives: false,
            veils: [
              { from: [-4.2, 3, 0], to: [-4.2, 0, 0], colour: c.night, opacity: [0.35, 0.05] },
            ],
          },
          right: { colour: '#dccfae' },
        },
      )
      for (const z of [-2.2, 0.9]) {
        addWindow(stage, {
          corner: [-4.2, 0.8, z],
          across: [0, 0, 2.1],
          up: [0, 2.3, 0],
          arch: 0.32,
          columns: 3,
          rows: 4,
          reveal: [-0.45, 0, 0],
          frame: c.night,
          jamb: '#efc79b',
          view: ['#fff0cf', '#b7dad7'],
          horizon: { colour: '#7fb6b7', height: 0.24 },
          bar: 0.045,
        })
      }
      // Tiles behind the bar.
      for (let row = 0; row < 7; row++) {
        for (let column = 0; column < 22; column++) {
          const x = -2.6 + column * 0.25 + (row % 2) * 0.125
          const tint = mix('#2c7486', '#123a52', random.next() * 0.7)
          stage.surface(
            {
              polygon: [
                [x, 0.95 + row * 0.13, 4.39],
                [x + 0.235, 0.95 + row * 0.13, 4.39],
                [x + 0.235, 1.065 + row * 0.13, 4.39],
                [x, 1.065 + row * 0.13, 4.39],
              ],
              colour: tint,
              receives: true,
            },
            1,
          )
        }
      }
      for (const y of [1.95, 2.5]) {
        stage.thing([0.2, y, 4.3], [box([0.2, y, 4.2], [5.4, 0.05, 0.36], { colour: c.oak })], 6)
        for (let x = -2.35; x < 2.8; x += random.between(0.17, 0.3)) {
          const kind = random.next()
          const colour = random.pick(crockery)
          if (kind < 0.5) {
            stage.thing(
              [x, y, 4.2],
              [cylinder([x, y + 0.05, 4.2], 0.062, 0.11, { colour, casts: false }, 14)],
              7,
            )
          } else if (kind < 0.8) {
            const high = random.between(0.22, 0.32)
            const glass = random.pick(['#31564a', '#7c3527', '#caa05a', '#1f6d80'] as const)
            stage.thing(
              [x, y, 4.2],
              [
                cylinder(
                  [x, y + 0.05, 4.2],
                  0.045,
                  high * 0.6,
                  { colour: glass, casts: false },
                  12,
                ),
                cylinder(
                  [x, y + 0.05 + high * 0.6, 4.2],
                  0.018,
                  high * 0.4,
                  { colour: glass, casts: false },
                  8,
                ),
              ],
              7,
            )
          } else if (kind < 0.9) {
            stage.thing(
              [x, y, 4.2],
              [cylinder([x, y + 0.05, 4.2], 0.08, 0.13, { colour: c.sand, casts: false }, 14)],
              7,
            )
            stage.figure(
              [x, y + 0.18, 4.19],
              foliage(random, { height: 0.3, leaves: 11, colours: [c.moss, c.leaf] }),
              { order: 7 },
            )
          }
        }
      }
      stage.figure(
        [-0.55, 0, 3.4],
        person({
          skin: '#c98d63',
          hair: '#2a1c18',
          hairStyle: 'bun',
          top: c.foam,
          bottom: c.navy,
          apron: c.signal,
          shade: '#10293b',
        }),
        { order: 8 },
      )
      // Counter, machine and cake.
      stage.thing(
        [0.2, 0, 2.3],
        [
          box([0.2, 0, 2.3], [5.6, 1.02, 0.8], { colour: '#d8e2d6', receives: true }),
          box([0.2, 1.02, 2.26], [5.8, 0.06, 0.96], { colour: c.oak, receives: true }),
        ],
        9,
      )
      for (let x = -2.5; x < 2.95; x += 0.18) {
        stage.surface(
          {
            polygon: [
              [x, 0.1, 1.895],
              [x + 0.012, 0.1, 1.895],
              [x + 0.012, 0.98, 1.895],
              [x, 0.98, 1.895],
            ],
            colour: c.steel,
            receives: false,
          },
          9.5,
        )
      }
      stage.thing(
        [1.2, 1.08, 2.3],
        [
          box([1.25, 1.08, 2.35], [0.95, 0.1, 0.5], { colour: c.night }),
          box([1.25, 1.18, 2.45], [0.95, 0.34, 0.3], { colour: '#d9dcd4' }),
          box([1.25, 1.4, 2.32], [1, 0.2, 0.5], { colour: c.signal }),
          cylinder([1.0, 1.3, 2.15], 0.05, 0.1, { colour: c.night }, 14),
          cylinder([1.45, 1.3, 2.15], 0.05, 0.1, { colour: c.night }, 14),
          cylinder([1.0, 1.18, 2.15], 0.045, 0.07, { colour: c.foam }, 14),
          cylinder([1.05, 1.6, 2.3], 0.05, 0.08, { colour: c.foam }, 14),
          cylinder([1.25, 1.6, 2.3], 0.05, 0.08, { colour: c.shallow }, 14),
          cylinder([1.45, 1.6, 2.3], 0.05, 0.08, { colour: c.foam }, 14),
        ],
        10,
      )
      stage.thing(
        [-1.7, 1.08, 2.3],
        [
          cylinder([-1.75, 1.08, 2.25], 0.07, 0.16, { colour: c.sand }, 18),
          cylinder([-1.75, 1.22, 2.25], 0.22, 0.025, { colour: c.foam }),
          cylinder([-1.75, 1.245, 2.25], 0.18, 0.12, { colour: '#9b5a33' }),
        ],
        10,
      )
      stage.thing(
        [-2.3, 1.08, 2.3],
        [cylinder([-2.32, 1.08, 2.3], 0.08, 0.2, { colour: c.shallow }, 18)],
        10,
      )
      stage.figure(
        [-2.32, 1.26, 2.3],
        foliage(random, { height: 0.5, leaves: 13, colours: [c.moss, c.leaf, c.signal] }),
        { order: 10 },
      )
      for (const x of [-2, -1, 0.1, 1.2, 2.3]) {
        stage.contact([x, 0, 1.2], 0.4, 0.3, 0.5)
        stage.thing(
          [x, 0, 1.2],
          [
            cylinder([x, 0, 1.2], 0.2, 0.03, { colour: c.night }, 20),
            cylinder([x, 0.03, 1.2], 0.025, 0.7, { colour: c.night }, 8),
            cylinder([x, 0.72, 1.2], 0.19, 0.07, { colour: x === 0.1 ? c.signal : c.rust }, 22),
          ],
          12,
        )
      }
      stage.contact([-1.5, 0, 0.8], 0.5, 0.3, 0.5)
      stage.figure(
        [-1.5, 0, 0.8],
        person(
          {
            skin: '#7d4c32',
            hair: '#191313',
            hairStyle: 'short',
            top: c.sea,
            bottom: '#2b3440',
            shade: c.night,
          },
          'behind',
        ),
        { order: 13 },
      )
      for (const x of [-1.7, -0.2, 1.3, 2.6]) {
        pendant(stage, [x, 2.35, 2.0], {
          kind: 'globe',
          colour: c.night,
          glow: '#ffe6b3',
          cable: 1.3,
          halo: 0.95,
          size: 0.9,
        })
      }
      stage.overlay(
        () => element('path', { d: 'M0 0H1800V1200H0Z', fill: c.night, opacity: 0.04 }),
        40,
      )
    },
  )
