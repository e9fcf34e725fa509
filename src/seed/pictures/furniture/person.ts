import type { Colour } from '../engine/colour'
import { mix } from '../engine/colour'
import { element } from '../engine/markup'

type Hair = 'short' | 'bun' | 'long' | 'curly' | 'cap' | 'none'
export type Pose = 'standing' | 'walking' | 'sitting' | 'leaning' | 'behind' | 'audience'

export type PersonLook = {
  skin: Colour
  hair: Colour
  hairStyle?: Hair
  top: Colour
  bottom: Colour
  shoes?: Colour
  apron?: Colour
  shade: Colour
}

const limb = (d: string, stroke: Colour, width: number) =>
  element('path', {
    d,
    stroke,
    'stroke-width': width,
    fill: 'none',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  })

const head = (
  { skin, hair, hairStyle = 'short', shade }: PersonLook,
  x: number,
  y: number,
  faceless = false,
) => {
  const dark = mix(skin, shade, 0.35)
  const hairs: Record<Hair, string> = {
    none: '',
    short: element('path', {
      d: `M${x - 0.105} ${y + 0.0}Q${x - 0.12} ${y + 0.15} ${x} ${y + 0.15}Q${x + 0.12} ${y + 0.15} ${x + 0.105} ${y}Q${x + 0.09} ${y + 0.06} ${x} ${y + 0.065}Q${x - 0.08} ${y + 0.06} ${x - 0.105} ${y}Z`,
      fill: hair,
    }),
    bun:
      element('circle', { cx: x + 0.02, cy: y + 0.17, r: 0.055, fill: hair }) +
      element('path', {
        d: `M${x - 0.105} ${y - 0.02}Q${x - 0.12} ${y + 0.145} ${x} ${y + 0.145}Q${x + 0.12} ${y + 0.145} ${x + 0.105} ${y - 0.02}Q${x + 0.07} ${y + 0.07} ${x - 0.02} ${y + 0.07}Z`,
        fill: hair,
      }),
    long: element('path', {
      d: `M${x - 0.105} ${y + 0.02}Q${x - 0.1} ${y + 0.15} ${x} ${y + 0.15}Q${x + 0.12} ${y + 0.15} ${x + 0.12} ${y}L${x + 0.14} ${y - 0.2}Q${x + 0.06} ${y - 0.24} ${x + 0.05} ${y - 0.1}L${x + 0.05} ${y + 0.06}Q${x - 0.04} ${y + 0.08} ${x - 0.105} ${y + 0.02}Z`,
      fill: hair,
    }),
    curly: [
      [-0.08, 0.06],
      [-0.05, 0.12],
      [0.01, 0.145],
      [0.07, 0.11],
      [0.1, 0.05],
      [0.09, -0.01],
      [-0.1, 0.0],
    ]
      .map(([dx = 0, dy = 0]) =>
        element('circle', { cx: x + dx, cy: y + dy, r: 0.058, fill: hair }),
      )
      .join(''),
    cap: element('path', {
      d: `M${x - 0.11} ${y + 0.03}Q${x - 0.1} ${y + 0.15} ${x} ${y + 0.15}Q${x + 0.11} ${y + 0.15} ${x + 0.11} ${y + 0.03}Z`,
      fill: hair,
    }),
  }
  const face =
    element('ellipse', { cx: x, cy: y, rx: 0.095, ry: 0.12, fill: skin }) +
    element('path', {
      d: `M${x + 0.02} ${y + 0.118}Q${x + 0.095} ${y + 0.1} ${x + 0.095} ${y}Q${x + 0.09} ${y - 0.11} ${x} ${y - 0.12}Q${x + 0.05} ${y - 0.03} ${x + 0.02} ${y + 0.118}Z`,
      fill: dark,
    })
  const back = element('ellipse', { cx: x, cy: y + 0.01, rx: 0.102, ry: 0.125, fill: hair })
  return faceless ? back + hairs[hairStyle] : face + hairs[hairStyle]
}

/** About 1.7 m tall, feet at the origin. Light falls from the left. */
export const person = (look: PersonLook, pose: Pose = 'standing'): string => {
  const { skin, top, bottom, shade, apron } = look
  const shoes = look.shoes ?? mix(bottom, shade, 0.6)
  const topDark = mix(top, shade, 0.4)
  const bottomDark = mix(bottom, shade, 0.4)
  const neck = (x: number, y: number) =>
    element('rect', {
      x: x - 0.04,
      y: y - 0.02,
      width: 0.08,
      height: 0.12,
      fill: mix(skin, shade, 0.25),
    })
  const torso =
    element('path', {
      d: 'M-.1 1.44Q-.21 1.43-.22 1.32L-.17.86H.17L.22 1.32Q.21 1.43.1 1.44Q0 1.46-.1 1.44Z',
      fill: top,
    }) +
    element('path', { d: 'M.04 1.445Q.0 1.2.06.86H.17L.22 1.32Q.21 1.43.1 1.44Z', fill: topDark })
  const apronShape = apron
    ? element('path', { d: 'M-.11 1.3H.1L.17.95L.16.5H-.18L-.17.95Z', fill: apron }) +
      element('path', { d: 'M.05 1.3H.1L.17.95L.16.5H.06Z', fill: mix(apron, shade, 0.35) })
    : ''
  if (pose === 'sitting') {
    return (
      limb('M.1.5L.46.52L.44.06', bottomDark, 0.14) +
      limb('M.02.5L.4.5L.36.06', bottom, 0.15) +
      limb('M.36.04H.48', shoes, 0.08) +
      element('path', { d: 'M-.16.42Q-.24.8-.08 1.1Q.06 1.16.14 1.06Q.2.8.16.44Z', fill: top }) +
      element('path', { d: 'M-.16.42Q-.24.8-.08 1.1Q-.02.8-.04.44Z', fill: topDark }) +
      neck(0.06, 1.1) +
      head(look, 0.08, 1.28) +
      limb('M.04 1L.14.74L.42.78', topDark, 0.1) +
      limb('M.42.78L.48.79', skin, 0.08)
    )
  }
  if (pose === 'behind' || pose === 'audience') {
    const seated = pose === 'audience'
    return (
      element('path', {
        d: 'M-.1 1.44Q-.23 1.43-.25 1.3L-.22.8H.22L.25 1.3Q.23 1.43.1 1.44Z',
        fill: top,
      }) +
      element('path', { d: 'M.06 1.44Q.02 1.2.08.8H.22L.25 1.3Q.23 1.43.1 1.44Z', fill: topDark }) +
      (seated
        ? ''
        : limb('M-.07.78L-.08.06', bottom, 0.15) + limb('M.08.78L.09.06', bottomDark, 0.15)) +
      neck(0, 1.44) +
      head(look, 0, 1.6, true)
    )
  }
  const legs: Record<'standing' | 'walking' | 'leaning', string> = {
    standing:
      limb('M.08.86L.09.06', bottomDark, 0.15) +
      limb('M-.08.86L-.1.06', bottom, 0.15) +
      limb('M.09.04H.13', shoes, 0.09) +
      limb('M-.13.04H-.08', shoes, 0.09),
    walking:
      limb('M.05.86L-.12.5L-.3.1', bottomDark, 0.14) +
      limb('M-.03.86L.13.48L.2.06', bottom, 0.15) +
      limb('M-.31.08L-.24.03', shoes, 0.08) +
      limb('M.2.04H.3', shoes, 0.08),
    leaning:
      limb('M.08.86L.2.06', bottomDark, 0.15) +
      limb('M-.08.86L-.02.06', bottom, 0.15) +
      limb('M.2.04H.25', shoes, 0.09) +
      limb('M-.02.04H.04', shoes, 0.09),
  }
  const arms: Record<'standing' | 'walking' | 'leaning', [string, string]> = {
    standing: [
      limb('M.2 1.32L.26 1.06L.16.9', topDark, 0.1),
      limb('M-.2 1.33L-.26 1.04L-.24.82', top, 0.1) + limb('M-.24.8V.77', skin, 0.075),
    ],
    walking: [
      limb('M.18 1.32L.28 1.08L.36.9', topDark, 0.1),
      limb('M-.17 1.33L-.24 1.06L-.16.84', top, 0.1) + limb('M-.16.83L-.14.8', skin, 0.075),
    ],
    leaning: [
      limb('M.18 1.3L.32 1.1L.5 1.02', topDark, 0.1) + limb('M.5 1.02L.56 1.01', skin, 0.075),
      limb('M-.17 1.31L.08 1.06L.38.98', top, 0.1) + limb('M.4.98L.46.97', skin, 0.075),
    ],
  }
  return (
    legs[pose] +
    arms[pose][0] +
    torso +
    apronShape +
    neck(0, 1.44) +
    head(look, 0, 1.6) +
    arms[pose][1]
  )
}
