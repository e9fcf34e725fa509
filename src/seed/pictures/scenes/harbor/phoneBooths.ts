import { element } from '../../engine/markup'
import { scene } from '../../engine/scene'
import { box, cylinder, rectangle } from '../../engine/solids'
import type { Stage } from '../../engine/stage'
import { person, type PersonLook } from '../../furniture/person'
import { foliage } from '../../furniture/plants'
import { addRoom } from '../../furniture/room'
import { addWindow } from '../../furniture/openings'
import { harborColours as c } from '../../palettes'

const booth = (
  stage: Stage,
  x: number,
  z: number,
  colour: typeof c.sea | typeof c.signal | typeof c.moss,
  caller?: PersonLook,
) => {
  stage.contact([x, 0, z - 0.5], 1, 0.5, 0.5)
  stage.thing([x, 0, z], [box([x, 0, z], [1.5, 2.45, 1.2], { colour, receives: true })], 8)
  const front = z - 0.61
  stage.surface(
    {
      polygon: rectangle([x - 0.62, 0.1, front], [1.24, 0, 0], [0, 2.2, 0]),
      colour: '#f2c98b',
      flat: true,
      receives: false,
      veils: [
        { from: [x, 2.3, front], to: [x, 0.1, front], colour: '#6b3b2a', opacity: [0, 0.55] },
      ],
    },
    8.1,
  )
  stage.surface(
    {
      polygon: rectangle([x - 0.62, 0.1, front], [0.3, 0, 0], [0, 2.2, 0]),
      colour: '#b97f4d',
      flat: true,
      receives: false,
    },
    8.2,
  )
  stage.surface(
    {
      polygon: rectangle([x - 0.45, 1.02, front - 0.002], [1.07, 0, 0], [0, 0.05, 0]),
      colour: c.rust,
      flat: true,
      receives: false,
    },
    8.3,
  )
  stage.figure(
    [x + 0.1, 2.18, front - 0.003],
    element('ellipse', { cx: 0, cy: 0, rx: 0.2, ry: 0.03, fill: '#fff3d0' }),
    { order: 8.3 },
  )
  if (caller)
    stage.figure(
      [x + 0.12, 0.12, front - 0.004],
      element('g', { transform: 'scale(.98)' }, person(caller, 'standing')),
      { order: 8.4 },
    )
  // The glass, with the reflection of the windows across it.
  stage.surface(
    {
      polygon: [
        [x - 0.62, 0.1, front - 0.006],
        [x - 0.1, 0.1, front - 0.006],
        [x + 0.5, 2.3, front - 0.006],
        [x - 0.02, 2.3, front - 0.006],
      ],
      colour: '#ffffff',
      flat: true,
      receives: false,
      opacity: 0.13,
    },
    8.6,
  )
  for (const [at, size] of [
    [
      [x - 0.66, 0.05, front],
      [0.08, 2.3, 0.02],
    ],
    [
      [x + 0.66, 0.05, front],
      [0.08, 2.3, 0.02],
    ],
    [
      [x, 2.28, front],
      [1.4, 0.08, 0.02],
    ],
    [
      [x, 0.05, front],
      [1.4, 0.08, 0.02],
    ],
  ] as const) {
    stage.thing([x, 0, z], [box(at, size, { colour: c.night, casts: false })], 8.7)
  }
  stage.thing(
    [x, 0, z],
    [box([x + 0.5, 1.05, front - 0.03], [0.03, 0.3, 0.03], { colour: c.foam, casts: false })],
    8.8,
  )
}

/** Three booths along a wall, two of them taken. */
export const phoneBooths = (): string =>
  scene(
    'harbor/phone-booths',
    {
      camera: { at: [-1.9, 1.5, -3.2], lookAt: [0.1, 1.42, 4], lens: 0.8, centre: [0.5, 0.52] },
      indoors: true,
      mood: {
        shadow: '#12304a',
        sky: '#f4eeda',
        sun: '#ffe0a8',
        sunDirection: [0.72, -0.56, 0.52],
        softFrom: [-0.6, 0.6, -0.5],
        contrast: 0.85,
      },
    },
    (stage, random) => {
      addRoom(
        stage,
        { left: -4.4, right: 4.6, near: -4, far: 3.6, high: 3.6 },
        {
          floor: {
            colour: '#a9835a',
            veils: [{ from: [0, 0, -3], to: [0, 0, 1], colour: c.night, opacity: [0.45, 0] }],
          },
          back: { colour: '#d9d3bd' },
          left: {
            colour: '#b65c40',
            receives: false,
            veils: [
              { from: [-4.4, 3, 1], to: [-4.4, 0, 1], colour: c.night, opacity: [0.35, 0.05] },
            ],
          },
          right: { colour: '#cfc8b0' },
          ceiling: { colour: '#4b5a60', receives: false },
        },
      )
      for (const z of [-3.6, -1.2, 1.2]) {
        addWindow(stage, {
          corner: [-4.4, 0.7, z],
          across: [0, 0, 1.8],
          up: [0, 2.5, 0],
          arch: 0.28,
          columns: 3,
          rows: 5,
          reveal: [-0.4, 0, 0],
          frame: c.night,
          jamb: '#efc79b',
          view: ['#fff0cf', '#b7dad7'],
          bar: 0.045,
        })
      }
      booth(stage, -1.5, 2.9, c.sea, {
        skin: '#d39a73',
        hair: '#2a1c18',
        hairStyle: 'long',
        top: c.foam,
        bottom: c.navy,
        shade: '#4a2a22',
      })
      booth(stage, 0.3, 2.9, c.signal)
      booth(stage, 2.1, 2.9, c.moss, {
        skin: '#6d4029',
        hair: '#161112',
        hairStyle: 'short',
        top: c.sand,
        bottom: '#2b3440',
        shade: '#4a2a22',
      })
      stage.contact([3.7, 0, 2.4], 0.6, 0.4, 0.5)
      stage.thing([3.7, 0, 2.4], [cylinder([3.7, 0, 2.5], 0.3, 0.55, { colour: c.foam })])
      stage.figure(
        [3.7, 0.53, 2.4],
        foliage(random, { height: 1.7, leaves: 17, colours: ['#2f5a4c', c.moss, c.leaf] }),
      )
      stage.contact([-0.3, 0, 0.8], 1.6, 0.8, 0.35)
      stage.thing(
        [-0.2, 0, 0.7],
        [
          box([-0.9, 0, 0.8], [0.06, 0.1, 0.5], { colour: c.night }),
          box([0.5, 0, 0.8], [0.06, 0.1, 0.5], { colour: c.night }),
          box([-0.2, 0.1, 0.8], [1.9, 0.32, 0.7], { colour: c.navy, receives: true }),
        ],
        12,
      )
      stage.thing(
        [0.4, 0.42, 0.7],
        [
          box([0.35, 0.42, 0.75], [0.3, 0.04, 0.4], { colour: c.signal, turn: 0.3 }),
          box([0.35, 0.46, 0.75], [0.28, 0.02, 0.36], { colour: c.foam, turn: 0.1 }),
        ],
        13,
      )
    },
  )
