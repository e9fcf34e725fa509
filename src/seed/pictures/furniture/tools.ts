import type { Colour } from '../engine/colour'
import { element } from '../engine/markup'

export type ToolLook = { steel: Colour; wood: Colour; accent: Colour; shade: Colour }

const path = (d: string, fill: Colour, opacity?: number) => element('path', { d, fill, opacity })

/** Each hangs from a hook at the origin, half a metre long at most, with its shadow on the wall. */
const hung = (draw: (look: ToolLook) => string) => (look: ToolLook) =>
  element(
    'g',
    { transform: 'translate(.035 -.03)', opacity: 0.28 },
    draw({ steel: look.shade, wood: look.shade, accent: look.shade, shade: look.shade }),
  ) +
  draw(look) +
  element('circle', { cx: 0, cy: 0, r: 0.014, fill: look.shade })

export const tools: readonly ((look: ToolLook) => string)[] = [
  // Hammer
  hung(
    ({ steel, wood }) =>
      path('M-.025.02H.025L.03-.44H-.03Z', wood) +
      path('M-.15 0H.1Q.17-.01.17.05L.1.1H-.15Z', steel),
  ),
  // Handsaw
  hung(
    ({ steel, wood }) =>
      path('M-.03-.12L-.08-.56H-.02L.09-.12Z', steel) +
      path('M-.07.03Q.1.06.12-.06L.1-.16H-.06ZM-.02-.02L-.01-.1H.05L.06-.02Z', wood),
  ),
  // Mallet
  hung(
    ({ wood, accent }) =>
      path('M-.025.02H.025L.03-.44H-.03Z', wood) + path('M-.13-.06H.13L.12.12H-.12Z', accent),
  ),
  // Square
  hung(
    ({ steel, wood }) =>
      path('M-.12.02H-.05V-.4H-.12Z', wood) + path('M-.05.02H.2V-.05H-.05Z', steel),
  ),
  // Wrench
  hung(({ steel }) =>
    path(
      'M-.03-.08L-.035-.36Q-.1-.4-.07-.5L-.02-.44H.02L.07-.5Q.1-.4.035-.36L.03-.08Q.09-.05.08.05L.03 0H-.03L-.08.05Q-.09-.05-.03-.08Z',
      steel,
    ),
  ),
  // Plane
  hung(
    ({ steel, wood, accent }) =>
      path('M-.09.02H.09V-.44H-.09Z', wood) +
      path('M-.06-.12H.06V-.2H-.06Z', steel) +
      element('circle', { cx: 0, cy: -0.34, r: 0.045, fill: accent }) +
      path('M-.03-.02H.03V-.1H-.03Z', accent),
  ),
  // Chisel
  hung(
    ({ steel, wood, accent }) =>
      path('M-.03.04H.03L.025-.14H-.025Z', wood) +
      path('M-.03-.1H.03V-.13H-.03Z', accent) +
      path('M-.022-.14H.022V-.4L-.022-.44Z', steel),
  ),
  // Pliers
  hung(
    ({ steel, accent }) =>
      path('M-.01.06Q.05.04.04-.06L.0-.12L-.04-.06Q-.05.04-.01.06Z', steel) +
      path(
        'M0-.1Q.12-.24.07-.42L.03-.41Q.06-.26-.02-.13ZM0-.1Q-.12-.24-.07-.42L-.03-.41Q-.06-.26.02-.13Z',
        accent,
      ),
  ),
  // Clamp
  hung(
    ({ steel, accent }) =>
      path('M-.02.06H.02V-.46H-.02Z', steel) +
      path('M-.02.04H.16V-.02H-.02ZM-.02-.24H.16V-.3H-.02Z', accent) +
      path('M.11-.3H.14V-.46H.11Z', steel),
  ),
]
