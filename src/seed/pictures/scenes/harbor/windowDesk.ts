import { mix } from '../../engine/colour'
import { element } from '../../engine/markup'
import { scene } from '../../engine/scene'
import { box, cylinder, rectangle } from '../../engine/solids'
import { foliage } from '../../furniture/plants'
import { addRoom } from '../../furniture/room'
import { laptop } from '../../furniture/desk'
import { addWindow } from '../../furniture/openings'
import { harborColours as c } from '../../palettes'

/** A private desk below a wide window: the basin, a ferry and the lighthouse outside. */
export const windowDesk = (): string =>
  scene(
    'harbor/window-desk',
    {
      camera: { at: [-0.35, 1.6, 0.1], lookAt: [0, 1.34, 3.4], lens: 0.74, centre: [0.5, 0.47] },
      indoors: true,
      mood: {
        shadow: c.navy,
        sky: c.foam,
        sun: '#ffe3b0',
        sunDirection: [0.5, -0.62, -0.75],
        softFrom: [-0.5, 0.8, -0.35],
        contrast: 0.8,
      },
    },
    (stage, random) => {
      addRoom(
        stage,
        { left: -3, right: 3, near: -2, far: 3.4, high: 3.2 },
        {
          floor: { colour: c.oak },
          back: {
            colour: '#dcd9c8',
            receives: false,
            veils: [{ from: [-3, 0, 3.4], to: [-3, 1.4, 3.4], colour: c.navy, opacity: [0.3, 0] }],
          },
          left: {
            colour: '#a8c2ba',
            veils: [{ from: [-3, 1, 0], to: [-3, 1, 3.4], colour: c.navy, opacity: [0.55, 0] }],
          },
          right: { colour: '#c9cbb9' },
          ceiling: { colour: '#efe9d8', receives: false },
        },
      )
      addWindow(stage, {
        corner: [-1.95, 0.98, 3.4],
        across: [3.9, 0, 0],
        up: [0, 1.75, 0],
        columns: 3,
        rows: 2,
        reveal: [0, 0, 0.28],
        frame: c.navy,
        jamb: '#f3e3c3',
        view: ['#fdeccb', '#8fc7cb'],
        bar: 0.045,
        order: 1,
      })
      // Outside, between the glass and its bars.
      const clipPath = stage.define((id) => {
        const corners = rectangle([-1.92, 1.03, 3.4], [3.84, 0, 0], [0, 1.68, 0])
        return element(
          'clipPath',
          { id },
          element('path', {
            d: `M${corners.map((p) => stage.camera.project(p).join(' ')).join('L')}Z`,
          }),
        )
      })
      const bars = [-0.65, 0.65].map((x) =>
        rectangle([x - 0.022, 1, 3.66], [0.045, 0, 0], [0, 1.75, 0]),
      )
      const crossBar = rectangle([-1.95, 1.86, 3.66], [3.9, 0, 0], [0, 0.045, 0])
      stage.overlay(() => {
        const horizon = stage.camera.project([0, 1.62, 200])[1]
        const { width } = stage
        const hills = element('path', {
          d: `M0 ${horizon}V${horizon - 40}Q240 ${horizon - 96} 500 ${horizon - 30}T980 ${horizon - 34}T1500 ${horizon - 60}T1900 ${horizon - 20}V${horizon}Z`,
          fill: '#7fb0ac',
        })
        const sea =
          element('rect', { x: 0, y: horizon, width, height: 900, fill: c.shallow }) +
          element('rect', {
            x: 0,
            y: horizon + 64,
            width,
            height: 900,
            fill: mix(c.shallow, c.sea, 0.35),
          }) +
          element('rect', {
            x: 0,
            y: horizon + 130,
            width,
            height: 900,
            fill: mix(c.shallow, c.sea, 0.65),
          })
        const glints = Array.from({ length: 46 }, () =>
          element('rect', {
            x: random.between(200, 1700),
            y: horizon + random.between(8, 190),
            width: random.between(20, 120),
            height: 3,
            rx: 1.5,
            fill: '#fff3d6',
            opacity: random.between(0.3, 0.9),
          }),
        ).join('')
        const lighthouse =
          element('path', { d: 'M-30 0L-20-190H20L30 0Z', fill: c.foam }) +
          element('path', {
            d: 'M-27-46L-24-94H24L27-46ZM-22-142L-20-190H20L22-142Z',
            fill: c.signal,
          }) +
          element('path', { d: 'M4 0V-190H20L30 0Z', fill: c.navy, opacity: 0.22 }) +
          element('path', {
            d: 'M-26-190H26V-200H-26ZM-14-200H14V-232H-14ZM-20-232H20L0-258Z',
            fill: c.navy,
          }) +
          element('rect', { x: -8, y: -228, width: 16, height: 26, fill: c.glow }) +
          element('path', { d: 'M-120 14Q-60-26 0-18T130 14Z', fill: c.steel })
        const ferry =
          element('path', { d: 'M-190 0H200L164 52H-150Z', fill: c.night }) +
          element('path', { d: 'M-190 0H200L190 14H-180Z', fill: c.signal }) +
          element('path', { d: 'M-120 0V-44H120L150 0ZM-70-44V-78H84L98-44Z', fill: c.foam }) +
          element('path', {
            d: 'M20 0V-44H120L150 0ZM40-44V-78H84L98-44Z',
            fill: c.steel,
            opacity: 0.35,
          }) +
          element('path', { d: 'M10-78L18-122H52V-78Z', fill: c.signal }) +
          Array.from({ length: 7 }, (_, i) =>
            element('rect', {
              x: -104 + i * 30,
              y: -32,
              width: 18,
              height: 14,
              rx: 2,
              fill: c.sea,
            }),
          ).join('')
        return element(
          'g',
          { 'clip-path': clipPath },
          hills +
            sea +
            glints +
            element('g', { transform: `translate(1400 ${horizon + 8}) scale(1.05)` }, lighthouse) +
            element('g', { transform: `translate(640 ${horizon + 30}) scale(.8)` }, ferry) +
            [...bars, crossBar]
              .map((bar) =>
                element('path', {
                  d: `M${bar.map((p) => stage.camera.project(p).join(' ')).join('L')}Z`,
                  fill: c.navy,
                }),
              )
              .join(''),
        )
      }, 2)
      // The desk.
      stage.thing(
        [0, 0, 2.2],
        [box([0, 0.73, 2.3], [4.4, 0.07, 1.6], { colour: c.oak, receives: true })],
        9,
      )
      stage.thing([-0.2, 0.8, 2.1], laptop([-0.2, 0.8, 2.05], '#aab8ba', '#e4efe9'))
      stage.thing(
        [0.5, 0.8, 1.9],
        [
          box([0.52, 0.8, 1.92], [0.3, 0.03, 0.4], { colour: c.signal, turn: 0.25 }),
          box([0.52, 0.83, 1.92], [0.28, 0.012, 0.38], { colour: c.foam, turn: 0.36 }),
        ],
      )
      stage.thing(
        [0.95, 0.8, 2.3],
        [
          cylinder([0.95, 0.8, 2.35], 0.055, 0.12, { colour: c.foam }),
          cylinder([0.95, 0.915, 2.35], 0.046, 0.006, { colour: c.rust, flat: true, casts: false }),
        ],
      )
      stage.thing([-1.15, 0.8, 2.4], [cylinder([-1.15, 0.8, 2.45], 0.13, 0.24, { colour: c.sand })])
      stage.figure(
        [-1.15, 1.02, 2.4],
        foliage(random, {
          height: 0.72,
          leaves: 17,
          colours: ['#2f5a4c', c.moss, c.leaf],
          width: 0.13,
        }),
      )
      stage.thing(
        [1.6, 0.8, 2.5],
        [
          cylinder([1.5, 0.8, 2.5], 0.12, 0.025, { colour: c.night }),
          cylinder([1.5, 0.82, 2.5], 0.013, 0.5, { colour: c.night }, 8),
        ],
      )
      stage.figure(
        [1.5, 1.3, 2.49],
        element('path', {
          d: 'M.02.02L-.26.12',
          stroke: c.night,
          'stroke-width': 0.022,
          'stroke-linecap': 'round',
        }) +
          element('path', { d: 'M-.2.17L-.3.06L-.46-.06L-.3.16Z', fill: c.signal }) +
          element('path', {
            d: 'M-.16.18Q-.2.02-.36-.06L-.48.06Q-.34.22-.16.18Z',
            fill: c.signal,
          }) +
          element('path', { d: 'M-.36-.06L-.48.06Q-.46-.02-.36-.06Z', fill: c.glow }),
      )
      stage.overlay(
        () =>
          element('rect', {
            width: 1800,
            height: 1200,
            fill: stage.define((id) =>
              element(
                'linearGradient',
                { id, x1: 0, y1: 0, x2: 0, y2: 1 },
                element('stop', { offset: 0.7, 'stop-color': c.night, 'stop-opacity': 0 }) +
                  element('stop', { offset: 1, 'stop-color': c.night, 'stop-opacity': 0.35 }),
              ),
            ),
          }),
        30,
      )
    },
  )
