import { element } from '../../engine/markup'
import { scene } from '../../engine/scene'
import { box, cylinder, rectangle } from '../../engine/solids'
import { mix } from '../../engine/colour'
import { chair } from '../../furniture/desk'
import { person } from '../../furniture/person'
import { bush, foliage } from '../../furniture/plants'
import { addClouds, addSky } from '../../furniture/sky'
import { atelierColours as c } from '../../palettes'

/** The courtyard in June: a linden, iron tables, a wall of ivy. */
export const courtyard = (): string =>
  scene(
    'atelier/courtyard',
    {
      camera: { at: [1.6, 1.85, -5], lookAt: [-0.2, 1.9, 7], lens: 0.7, centre: [0.5, 0.62] },
      mood: {
        shadow: '#3b2d4d',
        sky: '#e6edea',
        sun: '#ffe7b5',
        sunDirection: [0.62, -0.7, 0.3],
        softFrom: [-0.4, 0.8, -0.4],
      },
    },
    (stage, random) => {
      addSky(stage, [
        [0, '#8fb6c9'],
        [0.6, '#e9ecdf'],
        [1, '#fbe9d2'],
      ])
      addClouds(stage, random, { count: 5, from: 40, to: 300, colour: '#fffaf2', opacity: 0.7 })
      stage.surface({
        polygon: rectangle([-8, 0, -6], [16, 0, 0], [0, 0, 15]),
        colour: '#cbb5a4',
        veils: [{ from: [0, 0, -5], to: [0, 0, 1], colour: '#3b2d4d', opacity: [0.5, 0] }],
      })
      for (let z = -5; z < 9; z += 0.55) {
        for (let x = -8 + ((z * 10) % 2) * 0.3; x < 8; x += 1.1) {
          if (random.next() < 0.16)
            stage.surface(
              {
                polygon: rectangle([x, 0.003, z], [1.02, 0, 0], [0, 0, 0.5]),
                colour: mix('#cbb5a4', '#8d7680', random.next() * 0.6),
                receives: false,
                opacity: 0.35,
              },
              1,
            )
        }
      }
      const windows = (x: number, y: number, columns: number, rows: number, z: number) => {
        for (let row = 0; row < rows; row++) {
          for (let column = 0; column < columns; column++) {
            const corner = [x + column * 1.9, y + row * 2.6, z] as const
            stage.surface(
              {
                polygon: rectangle([corner[0] - 0.1, corner[1] - 0.1, z], [1.3, 0, 0], [0, 2, 0]),
                colour: c.plaster,
                receives: false,
              },
              2,
            )
            stage.surface(
              {
                polygon: rectangle([corner[0], corner[1], z - 0.01], [1.1, 0, 0], [0, 1.8, 0]),
                colour: '#6f8796',
                flat: true,
                receives: false,
                veils: [
                  {
                    from: [corner[0], corner[1] + 1.8, z],
                    to: [corner[0] + 1.1, corner[1], z],
                    colour: '#dbe7e4',
                    opacity: [0.8, 0],
                  },
                ],
              },
              2,
            )
            for (const u of [0.53])
              stage.surface(
                {
                  polygon: rectangle(
                    [corner[0] + u, corner[1], z - 0.02],
                    [0.05, 0, 0],
                    [0, 1.8, 0],
                  ),
                  colour: c.plaster,
                  receives: false,
                },
                2,
              )
            for (const v of [0.6, 1.2])
              stage.surface(
                {
                  polygon: rectangle(
                    [corner[0], corner[1] + v, z - 0.02],
                    [1.1, 0, 0],
                    [0, 0.05, 0],
                  ),
                  colour: c.plaster,
                  receives: false,
                },
                2,
              )
          }
        }
      }
      stage.surface(
        { polygon: rectangle([-8, 0, 9], [16, 0, 0], [0, 6.6, 0]), colour: '#e8cdbd' },
        1,
      )
      windows(-6.8, 3.6, 7, 1, 8.98)
      windows(-6.8, 0.9, 2, 1, 8.98)
      windows(2.7, 0.9, 3, 1, 8.98)
      stage.surface(
        {
          polygon: rectangle([-8.2, 6.4, 8.9], [16.4, 0, 0], [0, 0.35, 0]),
          colour: c.plaster,
          receives: false,
        },
        2,
      )
      // The glazed doors to the Grand Room.
      stage.surface(
        {
          polygon: rectangle([-1.9, 0, 8.97], [3.6, 0, 0], [0, 2.9, 0]),
          colour: c.bottle,
          receives: false,
        },
        2,
      )
      for (let i = 0; i < 4; i++)
        stage.surface(
          {
            polygon: rectangle([-1.78 + i * 0.88, 0.35, 8.95], [0.72, 0, 0], [0, 2.4, 0]),
            colour: '#f3d7a8',
            flat: true,
            receives: false,
          },
          2,
        )
      for (const y of [1.1, 1.9])
        stage.surface(
          {
            polygon: rectangle([-1.8, y, 8.94], [3.4, 0, 0], [0, 0.06, 0]),
            colour: c.bottle,
            receives: false,
          },
          2,
        )
      // Side walls, ivy on the right.
      stage.surface(
        {
          polygon: rectangle([-8, 0, -6], [0, 0, 15], [0, 5.2, 0]),
          colour: '#c99a86',
          receives: false,
        },
        1,
      )
      stage.surface(
        { polygon: rectangle([7, 0, -6], [0, 0, 15], [0, 5.6, 0]), colour: '#d8a890' },
        1,
      )
      stage.overlay(
        () =>
          Array.from({ length: 420 }, () => {
            const z = random.between(0.5, 9)
            const y = 5.6 * random.next() ** 0.6
            const [x, py] = stage.camera.project([6.95, y, z])
            const size = stage.camera.scaleAt([7, y, z]) * random.between(0.1, 0.2)
            return element('path', {
              d: `M${x} ${py}q${size * 0.6} ${-size * 0.6} ${size} 0q${-size * 0.2} ${size} ${-size} ${size * 0.5}Z`,
              fill: random.pick(['#41614f', c.bottle, '#688a63', '#8da873'] as const),
              transform: `rotate(${random.between(-80, 80).toFixed(0)} ${x.toFixed(0)} ${py.toFixed(0)})`,
            })
          }).join(''),
        3,
      )
      // The tree.
      stage.contact([-3.4, 0, 5.6], 2, 1.2, 0.5)
      stage.thing(
        [-3.4, 0, 5.6],
        [
          cylinder([-3.4, 0, 5.6], 1, 0.4, { colour: c.linen, receives: true }),
          cylinder([-3.4, 0.4, 5.6], 0.85, 0.02, { colour: c.walnut, casts: false }),
        ],
        9,
      )
      stage.figure(
        [-3.4, 0.4, 5.6],
        bush(random, {
          height: 5.6,
          leaves: 420,
          radius: 2.1,
          colours: ['#37543f', '#4f7250', '#7d9a5e', '#b4bf75'],
          stem: c.walnut,
          leaf: 0.36,
        }),
        { order: 9.2 },
      )
      stage.shade([
        [-5.6, 4.4, 5.6],
        [-3.4, 6, 5.6],
        [-1.2, 4.4, 5.6],
        [-3.4, 2.6, 5.6],
      ])
      const spot = (x: number, z: number, order: number) => {
        stage.contact([x, 0, z], 1.2, 0.8, 0.45)
        stage.thing(
          [x, 0, z],
          [
            ...chair([x - 0.8, 0, z], c.bottle, c.ink, -Math.PI / 2),
            ...chair([x + 0.8, 0, z], c.bottle, c.ink, Math.PI / 2),
          ],
          order,
        )
        stage.thing(
          [x, 0, z],
          [
            cylinder([x, 0, z], 0.25, 0.03, { colour: c.ink }),
            cylinder([x, 0.03, z], 0.03, 0.7, { colour: c.ink }, 8),
            cylinder([x, 0.72, z], 0.48, 0.03, { colour: c.plaster, receives: true }),
          ],
          order + 0.1,
        )
        stage.figure(
          [x + 0.1, 0.75, z],
          element('path', { d: 'M-.06 0H.06L.08.16H-.08Z', fill: c.brass }) +
            element(
              'g',
              { transform: 'translate(0 .15)' },
              foliage(random, {
                height: 0.34,
                leaves: 9,
                colours: [c.sage, c.rose, c.mulberry],
                width: 0.2,
              }),
            ),
          { order: order + 0.2 },
        )
      }
      spot(3.2, 6.2, 10)
      spot(0.4, 4.2, 11)
      spot(-2.4, 1.4, 13)
      spot(3.9, 1.9, 13)
      for (const [x, z, order, look, pose, flip] of [
        [
          -0.4,
          8,
          8,
          {
            skin: '#d8a57e',
            hair: '#2a1d20',
            hairStyle: 'bun',
            top: c.plaster,
            bottom: c.ink,
            apron: c.aubergine,
          },
          'walking',
          false,
        ],
        [
          1.9,
          3.9,
          11.5,
          { skin: '#8a5638', hair: '#181314', hairStyle: 'curly', top: c.brass, bottom: '#4a4257' },
          'standing',
          true,
        ],
        [
          5.5,
          4.4,
          11.2,
          { skin: '#f0cbb0', hair: '#b5713c', hairStyle: 'long', top: c.rose, bottom: c.slate },
          'walking',
          true,
        ],
      ] as const) {
        stage.contact([x, 0, z], 0.5, 0.3, 0.5)
        stage.figure([x, 0, z], person({ ...look, shade: '#3b2d4d' }, pose), { order, flip })
      }
      for (const x of [-6.6, 6]) {
        stage.thing(
          [x, 0, 8.2],
          [box([x, 0, 8.2], [0.8, 0.7, 0.8], { colour: c.linen, receives: true })],
          7,
        )
        stage.figure(
          [x, 0.65, 8.2],
          bush(random, {
            height: 1.7,
            leaves: 90,
            radius: 0.6,
            colours: ['#37543f', '#4f7250', '#7d9a5e'],
            stem: c.walnut,
            leaf: 0.16,
          }),
          { order: 7.1 },
        )
      }
    },
  )
