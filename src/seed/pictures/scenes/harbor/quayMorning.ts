import { type Colour, mix } from '../../engine/colour'
import { element } from '../../engine/markup'
import { scene } from '../../engine/scene'
import { box, cylinder, extrude, rectangle } from '../../engine/solids'
import type { Face, Solid, Stage } from '../../engine/stage'
import type { Vec } from '../../engine/vector'
import { person } from '../../furniture/person'
import { addClouds, addSilhouette, addSky, addSunDisc } from '../../furniture/sky'
import { mirrored, ripples } from '../../furniture/water'
import { harborColours as c } from '../../palettes'

const QUAY = 1.5
const DEEP = 16

const windowsOf = (
  x: number,
  width: number,
  z: number,
  floors: number,
  random: () => number,
): Face[] =>
  Array.from({ length: floors * 4 }, (_, index): Face[] => {
    const [column, floor] = [index % 4, Math.floor(index / 4)]
    const pitch = width / 4
    const corner: Vec = [x + pitch * (column + 0.24), QUAY + 1.1 + floor * 2.9, z - 0.02]
    const tall = floor === 0 ? 2.1 : 1.7
    const lit = random() < 0.3
    const glass: Colour = lit ? c.glow : '#35596a'
    const outward: Vec = [0, 0, -1]
    return [
      {
        polygon: rectangle(corner, [pitch * 0.52, 0, 0], [0, tall, 0]),
        colour: glass,
        flat: true,
        outward,
      },
      {
        polygon: rectangle(
          [corner[0], corner[1] - 0.18, corner[2] - 0.02],
          [pitch * 0.52, 0, 0],
          [0, 0.16, 0],
        ),
        colour: c.sand,
        outward,
      },
      {
        polygon: rectangle(
          [corner[0] + pitch * 0.24, corner[1], corner[2] - 0.01],
          [0.06, 0, 0],
          [0, tall, 0],
        ),
        colour: c.night,
        outward,
      },
      {
        polygon: rectangle(
          [corner[0], corner[1] + tall * 0.55, corner[2] - 0.01],
          [pitch * 0.52, 0, 0],
          [0, 0.06, 0],
        ),
        colour: c.night,
        outward,
      },
    ]
  }).flat()

const warehouse = (
  stage: Stage,
  random: () => number,
  x: number,
  width: number,
  floors: number,
  brick: Colour,
) => {
  const high = QUAY + 1 + floors * 2.9
  const roof = width * 0.36
  const z = 13.5
  const body: Solid[] = [
    extrude(
      [
        [0, QUAY],
        [width, QUAY],
        [width, high],
        [width / 2, high + roof],
        [0, high],
      ],
      [x, 0, z],
      DEEP,
      { colour: brick, receives: true },
    ),
    { casts: false, faces: windowsOf(x, width, z, floors, random) },
    {
      casts: false,
      faces: [
        {
          polygon: rectangle([x + width / 2 - 0.7, high - 0.2, z - 0.03], [1.4, 0, 0], [0, 1.9, 0]),
          colour: c.night,
          outward: [0, 0, -1],
        },
        {
          polygon: rectangle(
            [x + width / 2 - 0.08, high + roof * 0.68, z - 1.1],
            [0.16, 0, 0],
            [0, 0.16, 0],
          ),
          colour: c.night,
        },
      ],
    },
    box([x + width / 2, high + roof * 0.7, z - 0.6], [0.18, 0.2, 1.4], {
      colour: c.night,
      casts: false,
    }),
  ]
  stage.thing([x + width / 2, 5, z + 2], body)
  stage.thing([x + width / 2, 5, z + 3], mirrored(body, 0, '#5d97a0', 0.55), 2)
}

const sailboat = (colour: Colour, sail: Colour, shade: Colour) =>
  element('path', { d: 'M-1.9.5H2Q1.7-.05 1.3-.1H-1.4Q-1.75.1-1.9.5Z', fill: colour }) +
  element('path', { d: 'M.2.5H2Q1.7-.05 1.3-.1H.1Z', fill: shade }) +
  element('rect', { x: -0.03, y: 0.5, width: 0.06, height: 4.6, fill: shade }) +
  element('path', { d: 'M.1.9V4.9Q1.3 2.6 1.7.9Z', fill: sail }) +
  element('path', { d: 'M-.1.9V4.5Q-1 2.4-1.3.9Z', fill: mix(sail, shade, 0.25) })

/** The three gables of Warehouse Nine over the harbor basin, just after sunrise. */
export const quayMorning = (): string =>
  scene(
    'harbor/quay-morning',
    {
      camera: { at: [-9, 2.6, -15], lookAt: [-1.2, 2.6, 14], lens: 0.8, centre: [0.5, 0.68] },
      mood: {
        shadow: c.navy,
        sky: '#cfe3e0',
        sun: '#ffdfa6',
        sunDirection: [0.9, -0.4, 0.16],
        softFrom: [-0.6, 0.6, -0.6],
        haze: { colour: '#f3d7b6', from: 22, to: 90, strength: 0.6 },
      },
    },
    (stage, random) => {
      addSky(
        stage,
        [
          [0, '#6fb0b5'],
          [0.4, '#bcd9cf'],
          [0.68, '#fbe3bd'],
        ],
        stage.height,
      )
      addSunDisc(stage, { x: 300, y: 560, radius: 78, colour: '#fff4d6', glow: '#ffe3a3' })
      addClouds(stage, random, { count: 9, from: 120, to: 560, colour: '#fff6e4', opacity: 0.55 })
      addSilhouette(stage, random, {
        base: 806,
        heights: [20, 76],
        steps: 34,
        colour: '#b9cdbf',
        kind: 'roofs',
      })
      addSilhouette(stage, random, {
        base: 812,
        heights: [6, 40],
        steps: 26,
        colour: '#93b4ad',
        kind: 'roofs',
      })
      stage.surface(
        {
          polygon: rectangle([-200, 0, -16], [400, 0, 0], [0, 0, 160]),
          colour: '#5d97a0',
          flat: true,
          receives: false,
          veils: [
            { from: [0, 0, 60], to: [0, 0, 4], colour: '#fbe3bd', opacity: [0.9, 0] },
            { from: [0, 0, -3], to: [0, 0, -13.4], colour: c.navy, opacity: [0, 0.75] },
          ],
        },
        0,
      )
      const quay = [box([23, 0, 20], [66, QUAY, 20], { colour: '#b9a98c', receives: true })]
      stage.thing([20, 0, 8], quay, 3)
      stage.thing([20, 0, 8], mirrored(quay, 0, '#5d97a0', 0.5), 1)
      const next = () => random.next()
      warehouse(stage, next, -7, 7.6, 3, '#b0553b')
      warehouse(stage, next, 0.9, 8.4, 4, '#c4674a')
      warehouse(stage, next, 9.6, 7.4, 3, '#a34c37')
      warehouse(stage, next, 17.4, 8, 3, '#b0553b')
      for (const x of [-5.6, -1, 4, 9, 14]) {
        stage.thing(
          [x, QUAY, 10.2],
          [
            cylinder([x, QUAY, 10.4], 0.16, 0.42, { colour: c.night }),
            cylinder([x, QUAY + 0.42, 10.4], 0.24, 0.1, { colour: c.night }),
          ],
          11,
        )
      }
      stage.figure(
        [-3.4, QUAY, 11.4],
        person(
          {
            skin: '#d89f7a',
            hair: '#3b2418',
            hairStyle: 'cap',
            top: c.signal,
            bottom: c.night,
            shade: c.night,
          },
          'walking',
        ),
        { order: 11 },
      )
      stage.figure(
        [6.4, QUAY, 11.4],
        person({
          skin: '#8a5638',
          hair: '#181314',
          hairStyle: 'bun',
          top: c.foam,
          bottom: c.sea,
          shade: c.night,
        }),
        { order: 11 },
      )
      ripples(stage, random, {
        from: 822,
        to: 1200,
        count: 130,
        colours: ['#fbe7c4', '#8fc0bf', '#2f6f80'],
        opacity: 0.5,
      })
      stage.figure([-13.5, 0, 20], sailboat(c.foam, c.foam, c.steel), { order: 13 })
      stage.figure([-8.6, 0, 2.2], sailboat(c.signal, '#fff6e4', c.rust), { order: 13 })
      stage.figure(
        [-8.6, 0, 2.2],
        element(
          'g',
          { transform: 'scale(1 -.7)', opacity: 0.28 },
          sailboat(c.signal, '#fff6e4', c.rust),
        ),
        { order: 12 },
      )
      stage.overlay(
        () =>
          [
            [520, 300, 1],
            [600, 260, 0.7],
            [470, 380, 0.6],
            [980, 180, 0.8],
          ]
            .map(([x = 0, y = 0, size = 1]) =>
              element('path', {
                d: 'M-34 0Q-20-16-4 0Q12-18 32-4',
                fill: 'none',
                stroke: c.navy,
                'stroke-width': 4,
                'stroke-linecap': 'round',
                transform: `translate(${x} ${y}) scale(${size})`,
              }),
            )
            .join(''),
        14,
      )
    },
  )
