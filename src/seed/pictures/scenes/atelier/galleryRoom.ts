import { rectangle } from '../../engine/solids'
import { box } from '../../engine/solids'
import { scene } from '../../engine/scene'
import { painting } from '../../furniture/paintings'
import { person } from '../../furniture/person'
import { addRoom } from '../../furniture/room'
import { atelierColours as c } from '../../palettes'

/** The white room under the skylight, three canvases and two people who disagree. */
export const galleryRoom = (): string =>
  scene(
    'atelier/gallery-room',
    {
      camera: { at: [-1.1, 1.65, -4.2], lookAt: [0.25, 1.62, 6], lens: 0.68, centre: [0.5, 0.54] },
      indoors: true,
      mood: {
        shadow: '#4a3350',
        sky: '#fff6ea',
        sun: '#ffe9c4',
        sunDirection: [0.4, -0.8, 0.3],
        softFrom: [-0.3, 0.7, -0.55],
        contrast: 0.8,
      },
    },
    (stage, random) => {
      const [left, right, far, high] = [-4.6, 4.6, 7.5, 4.6]
      addRoom(
        stage,
        { left, right, near: -5, far, high },
        {
          floor: {
            colour: '#c29a72',
            veils: [{ from: [0, 0, -4], to: [0, 0, 2], colour: '#3b2440', opacity: [0.5, 0] }],
          },
          ceiling: { colour: '#e9ddd2', receives: false },
          back: { colour: '#f3e8dc' },
          left: {
            colour: '#efe2d6',
            receives: false,
            veils: [
              { from: [left, 4, 0], to: [left, 0, 0], colour: '#4a3350', opacity: [0.16, 0.02] },
            ],
          },
          right: { colour: '#f2e6da' },
        },
      )
      // Parquet joints.
      for (let x = left; x < right; x += 0.6)
        stage.surface(
          {
            polygon: rectangle([x, 0.002, -5], [0.018, 0, 0], [0, 0, far + 5]),
            colour: '#8d6445',
            receives: false,
            opacity: 0.5,
          },
          1,
        )
      // The skylight and what falls through it.
      for (let row = 0; row < 3; row++) {
        for (let column = 0; column < 4; column++) {
          const pane = rectangle(
            [-2.3 + column * 1.15, high - 0.01, 0.6 + row * 1.7],
            [1.02, 0, 0],
            [0, 0, 1.55],
          )
          stage.surface(
            {
              polygon: pane,
              colour: '#dcebee',
              flat: true,
              receives: false,
              veils: [
                { from: [-2, high, 1], to: [2, high, 6], colour: '#fff3d2', opacity: [0.9, 0.2] },
              ],
            },
            2,
          )
          stage.aperture(pane)
        }
      }
      stage.surface(
        {
          polygon: rectangle([left, 0, far - 0.01], [right - left, 0, 0], [0, 0.14, 0]),
          colour: c.plaster,
          receives: false,
        },
        2,
      )
      stage.figure(
        [-2.5, 1.85, far - 0.03],
        painting(random, [1.5, 1.9], [c.plaster, c.mulberry, c.rose, c.brass], { shade: c.ink }),
        { order: 4 },
      )
      stage.figure(
        [0.15, 1.85, far - 0.03],
        painting(random, [2.3, 2], [c.bottle, c.sage, c.candle, c.blush, c.aubergine], {
          shade: c.ink,
        }),
        { order: 4 },
      )
      stage.figure(
        [2.95, 1.85, far - 0.03],
        painting(random, [1.3, 1.7], [c.blush, c.slate, c.sky, c.mulberry], { shade: c.ink }),
        { order: 4 },
      )
      // Canvases on the side walls, in perspective.
      const side = (
        x: number,
        z: number,
        deep: number,
        tall: number,
        ground: typeof c.rose | typeof c.slate | typeof c.brass,
        form: typeof c.aubergine | typeof c.candle | typeof c.bottle,
      ) => {
        const inset = x < 0 ? 0.03 : -0.03
        const disc = Array.from(
          { length: 26 },
          (_, i) =>
            [
              x + inset * 2,
              1.8 + Math.sin((i / 26) * Math.PI * 2) * tall * 0.28,
              z + deep / 2 + Math.cos((i / 26) * Math.PI * 2) * deep * 0.3,
            ] as const,
        )
        stage.thing(
          [x, 1, z],
          [
            {
              casts: false,
              faces: [
                {
                  polygon: rectangle([x + inset, 1.8 - tall / 2, z], [0, 0, deep], [0, tall, 0]),
                  colour: ground,
                },
                {
                  polygon: rectangle(
                    [x + inset * 1.5, 1.8 - tall / 2, z],
                    [0, 0, deep],
                    [0, tall * 0.34, 0],
                  ),
                  colour: form,
                },
                { polygon: disc, colour: c.plaster },
              ],
            },
          ],
          4,
        )
      }
      side(left, 4.2, 1.8, 1.7, c.slate, c.candle)
      side(left, 1.2, 1.6, 1.9, c.rose, c.aubergine)
      side(right, 4, 1.9, 1.8, c.brass, c.bottle)
      side(right, 0.8, 1.9, 1.8, c.slate, c.aubergine)
      // A plinth with a bust of nobody, and the bench.
      stage.contact([2.9, 0, 4.4], 0.7, 0.5, 0.5)
      stage.thing(
        [2.9, 0, 4.4],
        [
          box([2.9, 0, 4.4], [0.7, 1.05, 0.7], { colour: '#f3ebe2', receives: true }),
          box([2.9, 1.05, 4.4], [0.3, 0.36, 0.3], { colour: c.mulberry, turn: 0.6 }),
          box([2.9, 1.41, 4.4], [0.42, 0.16, 0.42], { colour: c.brass, turn: 0.2 }),
          box([2.9, 1.57, 4.4], [0.2, 0.4, 0.2], { colour: c.bottle, turn: 1 }),
        ],
      )
      stage.contact([0, 0, 2.9], 1.5, 0.6, 0.5)
      stage.thing(
        [0, 0, 2.9],
        [
          box([-0.85, 0, 2.9], [0.1, 0.4, 0.5], { colour: c.ink }),
          box([0.85, 0, 2.9], [0.1, 0.4, 0.5], { colour: c.ink }),
          box([0, 0.4, 2.9], [2.2, 0.1, 0.6], { colour: c.aubergine, receives: true }),
        ],
      )
      for (const [x, z, look, pose, flip] of [
        [
          -1.35,
          5.2,
          { skin: '#8a5638', hair: '#181314', hairStyle: 'bun', top: c.brass, bottom: c.ink },
          'behind',
          false,
        ],
        [
          -0.65,
          5.1,
          { skin: '#e9bd9b', hair: '#8e8a8c', hairStyle: 'short', top: c.slate, bottom: '#3c3448' },
          'standing',
          true,
        ],
        [
          3.4,
          2.4,
          { skin: '#d8a57e', hair: '#2a1d20', hairStyle: 'long', top: c.mulberry, bottom: c.ink },
          'walking',
          false,
        ],
      ] as const) {
        stage.contact([x, 0, z], 0.5, 0.28, 0.5)
        stage.figure([x, 0, z], person({ ...look, shade: c.ink }, pose), { flip })
      }
    },
  )
