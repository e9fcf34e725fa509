import { mix } from '../../engine/colour'
import { element } from '../../engine/markup'
import { scene } from '../../engine/scene'
import { atelierColours as c } from '../../palettes'

const blade = 'M0 0Q-34-40-30-120L14-640Q30-700 36-640L46-110Q44-40 0 0Z'
const ring = (grip: string) =>
  element('path', { d: 'M18-20Q-30 40-44 110L-74 104Q-70 20-16-24Z', fill: grip }) +
  element('ellipse', {
    cx: -96,
    cy: 206,
    rx: 66,
    ry: 98,
    fill: 'none',
    stroke: grip,
    'stroke-width': 40,
    transform: 'rotate(12 -96 206)',
  })

/** One half: the blade above the rivet, the bow below it. */
const half = (steel: string, edge: string, grip: string, turn: string) =>
  element(
    'g',
    { transform: turn },
    element('path', { d: blade, fill: steel }) +
      element('path', { d: 'M14-640Q30-700 36-640L46-110Q44-40 0 0Q30-80 20-300Z', fill: edge }) +
      ring(grip),
  )

const shears = (steel: string, edge: string, grip: string, other: string) =>
  half(steel, edge, grip, 'rotate(13)') +
  half(mix('#d8d8d6', c.ink, 0.18), other, grip, 'scale(-1 1) rotate(13)') +
  element('circle', { cx: 0, cy: -8, r: 22, fill: c.brass }) +
  element('path', { d: 'M-12-14L12-2', stroke: c.ink, 'stroke-width': 5 })

/** The same outline, all in one colour: what the shears cast on the cloth. */
const shearsShadow =
  half(c.ink, c.ink, c.ink, 'rotate(13)') + half(c.ink, c.ink, c.ink, 'scale(-1 1) rotate(13)')

/** Shears, tape and thread on aubergine cloth. */
export const scissors = (): string =>
  scene(
    'atelier/scissors',
    {
      camera: { at: [0, 0, -1], lookAt: [0, 0, 1], lens: 1 },
      mood: {
        shadow: c.ink,
        sky: c.plaster,
        sun: c.candle,
        sunDirection: [1, -1, 1],
        softFrom: [-1, 1, -1],
      },
    },
    (stage, random) => {
      const cloth = stage.define((id) =>
        element(
          'linearGradient',
          { id, x1: 0, y1: 0, x2: 1, y2: 1 },
          element('stop', { offset: 0, 'stop-color': '#8a4468' }) +
            element('stop', { offset: 1, 'stop-color': '#3a1a38' }),
        ),
      )
      stage.overlay(() => element('rect', { width: 1800, height: 1200, fill: cloth }), 0)
      // Folds of the cloth.
      stage.overlay(
        () =>
          [
            ['M-20 760Q400 560 760 700T1820 420V520Q1300 640 820 790T-20 900Z', '#a85a7e', 0.5],
            ['M-20 860Q420 690 800 800T1820 520V640Q1300 720 860 880T-20 1010Z', '#2f1430', 0.55],
            ['M-20 210Q500 60 900 190T1820 40V120Q1300 250 900 270T-20 320Z', '#a85a7e', 0.38],
            ['M-20 300Q500 170 900 280T1820 130V220Q1300 330 900 360T-20 420Z', '#2f1430', 0.4],
            ['M1240 1220Q1300 800 1820 640V820Q1480 900 1420 1220Z', '#2f1430', 0.45],
          ]
            .map(([d, fill, opacity]) => element('path', { d, fill, opacity }))
            .join(''),
        1,
      )
      // A paper pattern, half off the picture.
      stage.overlay(
        () =>
          element('path', {
            d: 'M1130-30L1830-30V470L1500 560Q1330 470 1250 330Q1170 170 1130-30Z',
            fill: c.ink,
            opacity: 0.3,
            transform: 'translate(26 30)',
          }) +
          element('path', {
            d: 'M1130-30L1830-30V470L1500 560Q1330 470 1250 330Q1170 170 1130-30Z',
            fill: c.linen,
          }) +
          element('path', {
            d: 'M1162-30Q1200 160 1276 314Q1350 440 1506 528L1830 438',
            fill: 'none',
            stroke: c.walnut,
            'stroke-width': 3,
            'stroke-dasharray': '16 10',
          }) +
          element('path', {
            d: 'M1420 40V380M1396 70L1420 40L1444 70M1396 350L1420 380L1444 350',
            fill: 'none',
            stroke: c.walnut,
            'stroke-width': 4,
          }) +
          element('path', {
            d: 'M1600 60L1680 300L1640 314Z',
            fill: 'none',
            stroke: c.walnut,
            'stroke-width': 3,
          }),
        2,
      )
      // The tape, curling.
      const tape =
        'M-40 560C260 420 330 760 560 730S700 480 520 430S240 640 420 900S900 1100 1180 1010'
      stage.overlay(
        () =>
          element('path', {
            d: tape,
            fill: 'none',
            stroke: c.ink,
            'stroke-width': 58,
            opacity: 0.34,
            transform: 'translate(16 22)',
          }) +
          element('path', { d: tape, fill: 'none', stroke: c.candle, 'stroke-width': 56 }) +
          element('path', {
            d: tape,
            fill: 'none',
            stroke: c.ink,
            'stroke-width': 18,
            'stroke-dasharray': '3 25',
            opacity: 0.8,
            transform: 'translate(0 -19)',
          }) +
          element('path', {
            d: tape,
            fill: 'none',
            stroke: c.ink,
            'stroke-width': 30,
            'stroke-dasharray': '4 136',
            opacity: 0.8,
            transform: 'translate(0 -12)',
          }),
        3,
      )
      stage.overlay(
        () =>
          element(
            'g',
            { transform: 'translate(1010 734) rotate(38)', opacity: 0.4 },
            shearsShadow,
          ) +
          element(
            'g',
            { transform: 'translate(980 704) rotate(38)' },
            shears('#d8d8d6', '#a9a4ac', c.ink, '#eef0ee'),
          ),
        4,
      )
      const spool = (x: number, y: number, thread: string, angle: number) => {
        const shape =
          element('path', {
            d: 'M-56-92H56V-72H40V72H56V92H-56V72H-40V-72H-56Z',
            fill: c.parquet,
          }) +
          element('rect', { x: -48, y: -68, width: 96, height: 136, rx: 8, fill: thread }) +
          Array.from({ length: 11 }, (_, i) =>
            element('path', {
              d: `M-48 ${-60 + i * 12}L48 ${-66 + i * 12}`,
              stroke: c.ink,
              'stroke-width': 2,
              opacity: 0.22,
            }),
          ).join('') +
          element('path', { d: 'M16-92H56V-72H48V72H56V92H16Z', fill: c.ink, opacity: 0.24 })
        return (
          element('path', {
            d: 'M-56-92H56V92H-56Z',
            fill: c.ink,
            opacity: 0.34,
            transform: `translate(${x + 30} ${y + 34}) rotate(${angle}) scale(1.15)`,
          }) +
          element('g', { transform: `translate(${x} ${y}) rotate(${angle}) scale(1.15)` }, shape)
        )
      }
      stage.overlay(
        () =>
          element('path', {
            d: 'M1480 860C1380 960 1300 860 1330 760S1560 640 1520 540',
            fill: 'none',
            stroke: c.rose,
            'stroke-width': 4,
          }) +
          spool(1490, 830, c.rose, -16) +
          spool(1636, 960, c.brass, 70) +
          spool(250, 240, c.sage, 24),
        5,
      )
      stage.overlay(
        () =>
          [
            [360, 980],
            [470, 1060],
            [1250, 640],
            [700, 180],
          ]
            .map(
              ([x = 0, y = 0], i) =>
                element('circle', { cx: x + 8, cy: y + 12, r: 34, fill: c.ink, opacity: 0.35 }) +
                element('circle', { cx: x, cy: y, r: 34, fill: i % 2 ? c.plaster : c.brass }) +
                element('circle', {
                  cx: x,
                  cy: y,
                  r: 25,
                  fill: 'none',
                  stroke: c.ink,
                  'stroke-width': 3,
                  opacity: 0.3,
                }) +
                [
                  [-8, -8],
                  [8, -8],
                  [-8, 8],
                  [8, 8],
                ]
                  .map(([dx = 0, dy = 0]) =>
                    element('circle', { cx: x + dx, cy: y + dy, r: 4.5, fill: c.aubergine }),
                  )
                  .join(''),
            )
            .join('') +
          Array.from({ length: 7 }, () => {
            const [x, y, a] = [
              random.between(560, 980),
              random.between(120, 420),
              random.between(0, 360),
            ]
            return element(
              'g',
              { transform: `translate(${x} ${y}) rotate(${a})` },
              element('path', { d: 'M6 8H96', stroke: c.ink, 'stroke-width': 4, opacity: 0.3 }) +
                element('path', { d: 'M0 0H90', stroke: '#e6e6e2', 'stroke-width': 4 }) +
                element('circle', {
                  cx: 0,
                  cy: 0,
                  r: 10,
                  fill: random.pick([c.rose, c.candle, c.plaster] as const),
                }),
            )
          }).join(''),
        6,
      )
      const light = stage.define((id) =>
        element(
          'linearGradient',
          { id, x1: 0, y1: 0, x2: 1, y2: 0.7 },
          element('stop', { offset: 0, 'stop-color': '#ffe4b4', 'stop-opacity': 0.34 }) +
            element('stop', { offset: 1, 'stop-color': '#ffe4b4', 'stop-opacity': 0 }),
        ),
      )
      stage.overlay(
        () =>
          element('path', {
            d: 'M-20-20H640L1240 1220H260ZM760-20H1000L1600 1220H1360Z',
            fill: light,
          }),
        8,
      )
    },
  )
