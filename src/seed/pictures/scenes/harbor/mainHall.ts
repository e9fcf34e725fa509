import { scene } from '../../engine/scene'
import { box, cylinder } from '../../engine/solids'
import { chair, laptop, monitor, table } from '../../furniture/desk'
import { pendant } from '../../furniture/lamps'
import { addWindow } from '../../furniture/openings'
import { person } from '../../furniture/person'
import { foliage } from '../../furniture/plants'
import { addRoom } from '../../furniture/room'
import { harborColours as c } from '../../palettes'

const [LEFT, RIGHT, FAR, HIGH] = [-7, 7, 30, 6.4]

/** The long working hall: arched windows to the water on the left, morning sun across the floor. */
export const mainHall = (): string =>
  scene(
    'harbor/main-hall',
    {
      camera: { at: [2.6, 1.75, -1.2], lookAt: [0.2, 1.75, 20], lens: 0.62, centre: [0.5, 0.56] },
      indoors: true,
      mood: {
        shadow: c.navy,
        sky: c.foam,
        sun: '#ffe2ad',
        sunDirection: [0.78, -0.46, 0.2],
        softFrom: [-0.8, 0.4, -0.3],
        dim: 0.08,
        haze: { colour: '#f6dcb6', from: 8, to: 40, strength: 0.55 },
      },
    },
    (stage, random) => {
      addRoom(
        stage,
        { left: LEFT, right: RIGHT, far: FAR, high: HIGH },
        {
          floor: {
            colour: '#c0905e',
            veils: [
              { from: [RIGHT, 0, 6], to: [1, 0, 6], colour: c.navy, opacity: [0.4, 0] },
              { from: [0, 0, -1], to: [0, 0, 5], colour: c.navy, opacity: [0.35, 0] },
            ],
          },
          ceiling: {
            colour: '#6d5a50',
            receives: false,
            veils: [
              {
                from: [LEFT, HIGH, 5],
                to: [RIGHT, HIGH, 5],
                colour: c.night,
                opacity: [0.1, 0.55],
              },
            ],
          },
          back: { colour: c.brick },
          right: {
            colour: '#e9ddc8',
            veils: [
              { from: [RIGHT, HIGH, 8], to: [RIGHT, 1, 8], colour: c.navy, opacity: [0.5, 0] },
            ],
          },
          left: {
            colour: c.brick,
            receives: false,
            veils: [
              { from: [LEFT, HIGH, 8], to: [LEFT, 0, 8], colour: c.night, opacity: [0.5, 0.1] },
            ],
          },
        },
      )
      for (let z = 1.2; z < FAR - 2; z += 4.4) {
        addWindow(stage, {
          corner: [LEFT, 0.9, z],
          across: [0, 0, 2.9],
          up: [0, 4.5, 0],
          arch: 0.3,
          columns: 3,
          rows: 5,
          reveal: [-0.5, 0, 0],
          frame: c.night,
          jamb: '#e3b48c',
          view: ['#fff3d6', '#bfe0e0'],
          horizon: { colour: '#8cc0c0', height: 0.22 },
          bar: 0.05,
        })
      }
      for (let z = 3; z < FAR; z += 4.4) {
        stage.thing(
          [0, HIGH - 0.3, z],
          [box([0, HIGH - 0.35, z], [14, 0.35, 0.3], { colour: '#54443e', casts: false })],
        )
      }
      for (let z = 25; z >= 3; z -= 4.4) {
        for (const x of [-2.6, 4.4]) {
          stage.contact([x, 0, z], 0.5, 0.5)
          stage.thing(
            [x, 0, z],
            [
              cylinder([x, 0, z], 0.2, 0.25, { colour: c.night }),
              cylinder([x, 0.25, z], 0.13, HIGH - 0.7, { colour: c.navy }),
              box([x, HIGH - 0.55, z], [0.5, 0.2, 0.5], { colour: c.navy }),
            ],
          )
        }
      }
      let seat = 0
      for (let z = 22; z >= 3.4; z -= 3.1) {
        for (const x of [-4.9, 0.9]) {
          const seatColour = () => (seat++ % 3 === 1 ? c.signal : c.sea)
          stage.contact([x, 0, z], 2.3, 1.5, 0.45)
          stage.thing(
            [x, 0, z + 1],
            [
              ...chair([x - 0.75, 0, z + 0.9], seatColour(), c.night),
              ...chair([x + 0.75, 0, z + 0.95], seatColour(), c.night),
            ],
          )
          stage.thing(
            [x, 0, z],
            [
              ...table([x, 0, z], [3.2, 0.72, 1.5], { top: '#cfa473', legs: c.night }),
              ...monitor([x + 0.9, 0.765, z + 0.1], c.night, '#cfe6e3', Math.PI),
              ...laptop([x - 0.8, 0.765, z - 0.25], c.steel, c.foam),
            ],
          )
          stage.thing(
            [x, 0, z - 1],
            [
              ...chair([x - 0.85, 0, z - 0.95], seatColour(), c.night, Math.PI),
              ...chair([x + 0.7, 0, z - 1], seatColour(), c.night, Math.PI - 0.4),
            ],
          )
        }
      }
      for (let z = 24; z >= 4; z -= 3.1) {
        for (const x of [-4.9, 0.9]) {
          pendant(stage, [x, 2.75, z], {
            kind: 'dome',
            colour: c.night,
            glow: c.glow,
            halo: 0.9,
            size: 1.15,
          })
        }
      }
      const potted = (x: number, z: number, height: number) => {
        stage.contact([x, 0, z], 0.5, 0.5, 0.4)
        stage.thing([x, 0, z + 0.1], [cylinder([x, 0, z], 0.24, 0.5, { colour: c.foam })])
        stage.figure(
          [x, 0.48, z],
          foliage(random, { height, leaves: 15, colours: ['#2f5a4c', c.moss, c.leaf] }),
        )
      }
      potted(-6.2, 5.4, 1.3)
      potted(-6.3, 14, 1.3)
      potted(5.9, 5.2, 1.7)
      stage.contact([3.4, 0, 7.4], 0.45, 0.25, 0.4)
      stage.figure(
        [3.4, 0, 7.4],
        person(
          {
            skin: '#a86a48',
            hair: '#1d1716',
            hairStyle: 'curly',
            top: c.signal,
            bottom: c.navy,
            shade: c.night,
          },
          'walking',
        ),
        { flip: true },
      )
      stage.figure(
        [-2.2, 0, 12],
        person({
          skin: '#e8b896',
          hair: '#5b3a26',
          hairStyle: 'bun',
          top: c.foam,
          bottom: c.sea,
          shade: c.navy,
        }),
      )
    },
  )
