import { mix } from '../../engine/colour'
import { element } from '../../engine/markup'
import { scene } from '../../engine/scene'
import { tools } from '../../furniture/tools'
import { foundryColours as c } from '../../palettes'

/** Forty tools on forty hooks, late sun across the boards. */
export const toolWall = (): string =>
  scene(
    'foundry/tool-wall',
    {
      camera: { at: [0, 0, -4], lookAt: [0, 0, 0], lens: 1 },
      mood: {
        shadow: '#2b1a18',
        sky: c.paper,
        sun: c.spark,
        sunDirection: [1, -1, 1],
        softFrom: [-1, 1, -1],
      },
    },
    (stage, random) => {
      const boards = Array.from({ length: 8 }, (_, index) => {
        const tint = mix('#b9835a', '#9c6744', random.next())
        return (
          element('rect', { x: 0, y: index * 150, width: 1800, height: 150, fill: tint }) +
          element('rect', { x: 0, y: index * 150 + 145, width: 1800, height: 5, fill: '#5b3827' }) +
          element('rect', {
            x: 0,
            y: index * 150,
            width: 1800,
            height: 3,
            fill: '#d8a878',
            opacity: 0.6,
          }) +
          Array.from({ length: 7 }, () =>
            element('path', {
              d: `M${random.between(-100, 1700).toFixed(0)} ${(index * 150 + random.between(20, 130)).toFixed(0)}q160 ${random.between(-16, 16).toFixed(0)} 360 0`,
              fill: 'none',
              stroke: '#7a4c33',
              'stroke-width': 2,
              opacity: 0.4,
            }),
          ).join('')
        )
      }).join('')
      stage.overlay(() => boards, 0)
      const light = stage.define((id) =>
        element(
          'linearGradient',
          { id, x1: 0, y1: 0, x2: 1, y2: 0.5 },
          element('stop', { offset: 0, 'stop-color': '#ffdf9c', 'stop-opacity': 0.75 }) +
            element('stop', { offset: 1, 'stop-color': '#ffca78', 'stop-opacity': 0.25 }),
        ),
      )
      stage.overlay(
        () =>
          element('path', {
            d: 'M-20 0H560L1120 1200H320ZM660 0H1060L1620 1200H1220ZM1160 0H1480L1860 820V1200H1720Z',
            fill: light,
          }),
        1,
      )
      const looks = [
        { steel: '#aeb6ba', wood: c.bark, accent: c.ember },
        { steel: '#8f9aa1', wood: '#54362a', accent: c.blue },
        { steel: '#c5c9c6', wood: c.rust, accent: c.glaze },
      ] as const
      stage.overlay(() => {
        const parts: string[] = []
        let index = 2
        for (let row = 0; row < 3; row++) {
          for (let column = 0; column < 9; column++) {
            index += 1
            if (row === 1 && column === 5) {
              // The empty hook: its outline painted on the wall.
              parts.push(
                element(
                  'g',
                  { transform: 'translate(1120 520) scale(600 -600)', opacity: 0.55 },
                  element('path', {
                    d: 'M-.025.02H.025L.03-.44H-.03ZM-.13-.06H.13L.12.12H-.12Z',
                    fill: 'none',
                    stroke: c.paper,
                    'stroke-width': 0.008,
                    'stroke-dasharray': '.02 .015',
                  }),
                ),
              )
              continue
            }
            const tool = tools[(index * 5 + row) % tools.length]
            const look = looks[(index * 7 + row) % looks.length]
            if (tool && look) {
              parts.push(
                element(
                  'g',
                  {
                    transform: `translate(${120 + column * 196} ${110 + row * 390 + (column % 2) * 26}) scale(600 -600) rotate(${random.between(-2.5, 2.5).toFixed(1)})`,
                  },
                  tool({ ...look, shade: '#3a2018' }),
                ),
              )
            }
          }
        }
        return parts.join('')
      }, 5)
      const dusk = stage.define((id) =>
        element(
          'linearGradient',
          { id, x1: 0, y1: 0, x2: 1, y2: 1 },
          element('stop', { offset: 0.4, 'stop-color': '#2b1a18', 'stop-opacity': 0 }) +
            element('stop', { offset: 1, 'stop-color': '#2b1a18', 'stop-opacity': 0.6 }),
        ),
      )
      stage.overlay(() => element('rect', { width: 1800, height: 1200, fill: dusk }), 9)
    },
  )
