import { mix } from '../engine/colour'
import { element, group, svgDocument } from '../engine/markup'
import { garmentOf } from './garments'
import { hairOf } from './hair'
import type { PortraitLook } from './types'

const SIZE = 800

const path = (d: string, fill: string, opacity?: number) => element('path', { d, fill, opacity })

const stroke = (d: string, colour: string, width: number, opacity?: number) =>
  element('path', {
    d,
    fill: 'none',
    stroke: colour,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    opacity,
  })

const eye = (x: number, y: number, ink: string, older: boolean) =>
  element('ellipse', { cx: x, cy: y, rx: 9, ry: 10.5, fill: ink }) +
  element('circle', { cx: x - 3, cy: y - 4, r: 2.6, fill: '#ffffff', opacity: 0.85 }) +
  stroke(`M${x - 19} ${y - 4}Q${x} ${y - 20} ${x + 19} ${y - 3}`, ink, 5) +
  (older ? stroke(`M${x - 14} ${y + 20}Q${x} ${y + 26} ${x + 14} ${y + 20}`, ink, 3, 0.25) : '')

const faceOf = (look: PortraitLook) => {
  const { skin, hair, shadow, turn = 0, older = false, smile = 0.6, beard, glasses } = look
  const ink = mix(shadow, '#120c10', 0.5)
  const dark = mix(skin, shadow, 0.34)
  const lips = mix(mix(skin, '#a8323a', 0.45), shadow, 0.12)
  const dx = turn * 20
  const middle = 400 + dx
  const [leftEye, rightEye] = [middle - 50 + turn * 4, middle + 50 + turn * 4]
  const brow = look.style === 'headscarf' ? ink : mix(hair, ink, 0.45)
  return [
    // The side of the face that the light misses: forehead, nose, chin.
    path(
      `M${middle + 24} 200Q${middle + 6} 290 ${middle + 8} 330L${middle + 26} 402Q${middle + 26} 416 ${middle + 4} 416Q${middle + 18} 450 ${middle + 6} 520H560V200Z`,
      dark,
      0.62,
    ),
    element('ellipse', {
      cx: middle - 62,
      cy: 412,
      rx: 32,
      ry: 22,
      fill: mix(skin, '#d6504a', 0.5),
      opacity: 0.28,
    }),
    element('ellipse', {
      cx: middle + 64,
      cy: 412,
      rx: 28,
      ry: 20,
      fill: mix(dark, '#c04a44', 0.5),
      opacity: 0.22,
    }),
    beard === 'full'
      ? path(
          `M286 380Q300 420 330 428Q360 420 ${middle} 428Q440 420 470 428Q500 420 514 380Q520 500 470 532Q400 566 330 532Q280 500 286 380Z`,
          mix(hair, skin, 0.06),
        ) +
        path(
          `M${middle + 8} 428Q440 420 470 428Q500 420 514 380Q520 500 470 532Q440 548 ${middle + 8} 550Z`,
          mix(hair, shadow, 0.5),
        )
      : '',
    beard === 'stubble'
      ? path(
          'M288 400Q310 436 400 430Q490 436 512 400Q512 500 466 526Q400 552 334 526Q288 500 288 400Z',
          mix(hair, skin, 0.3),
          0.32,
        )
      : '',
    eye(leftEye, 352, ink, older),
    eye(rightEye, 352, ink, older),
    stroke(`M${leftEye - 30} 318Q${leftEye - 2} 302 ${leftEye + 24} 312`, brow, 9),
    stroke(`M${rightEye - 24} 312Q${rightEye + 2} 302 ${rightEye + 30} 318`, brow, 9),
    stroke(
      `M${middle + 4} 352L${middle + 22} 398Q${middle + 22} 412 ${middle + 2} 411`,
      mix(dark, shadow, 0.3),
      5,
    ),
    stroke(
      `M${middle - 40} ${452 - smile * 6}Q${middle} ${456 + smile * 30} ${middle + 40} ${452 - smile * 6}`,
      beard === 'full' ? mix(lips, ink, 0.3) : lips,
      8,
    ),
    smile > 0.75
      ? path(
          `M${middle - 34} 452Q${middle} ${462 + smile * 24} ${middle + 34} 452Q${middle} 460 ${middle - 34} 452Z`,
          '#fff6ea',
        )
      : '',
    beard === 'moustache' || beard === 'full'
      ? path(
          `M${middle - 52} 444Q${middle - 40} 416 ${middle} 424Q${middle + 40} 416 ${middle + 52} 444Q${middle + 24} 440 ${middle} 440Q${middle - 24} 440 ${middle - 52} 444Z`,
          beard === 'full' ? mix(hair, shadow, 0.25) : hair,
        )
      : '',
    older
      ? stroke(
          `M${middle - 62} 420Q${middle - 72} 440 ${middle - 62} 460M${middle + 62} 420Q${middle + 72} 440 ${middle + 62} 460`,
          mix(dark, shadow, 0.4),
          4,
          0.45,
        )
      : '',
    glasses
      ? [leftEye, rightEye]
          .map((x) =>
            element('rect', {
              x: x - 38,
              y: 320,
              width: 76,
              height: 64,
              rx: 28,
              fill: '#ffffff',
              'fill-opacity': 0.14,
              stroke: glasses,
              'stroke-width': 8,
            }),
          )
          .join('') +
        stroke(
          `M${leftEye + 38} 344Q${middle + 2} 334 ${rightEye - 38} 344M${leftEye - 38} 344L288 336M${rightEye + 38} 344L512 336`,
          glasses,
          8,
        )
      : '',
  ].join('')
}

/** A head-and-shoulders portrait, 800 × 800, the light from the left. */
export const portrait = (look: PortraitLook): string => {
  const { skin, shadow, background, earrings, turn = 0, jaw = 1 } = look
  const chin = 524
  const half = 92 * jaw
  const head = `M287 340Q282 206 400 202Q518 206 513 340Q514 420 ${400 + half} 476Q${400 + half * 0.5} ${chin} 400 ${chin}Q${400 - half * 0.5} ${chin} ${400 - half} 476Q286 420 287 340Z`
  const neckShade = mix(skin, shadow, 0.48)
  const hair = hairOf(look)
  const covered = look.style === 'headscarf'
  const ears = covered
    ? ''
    : element('ellipse', { cx: 284, cy: 372, rx: 20, ry: 34, fill: mix(skin, shadow, 0.1) }) +
      element('ellipse', { cx: 516, cy: 372, rx: 20, ry: 34, fill: mix(skin, shadow, 0.4) })
  const jewels =
    earrings && !covered
      ? element('circle', { cx: 282, cy: 420, r: 11, fill: earrings }) +
        element('circle', { cx: 518, cy: 420, r: 11, fill: mix(earrings, shadow, 0.3) })
      : ''
  const defs =
    element('clipPath', { id: 'head' }, element('path', { d: head })) +
    element(
      'linearGradient',
      { id: 'back', x1: 0, y1: 0, x2: 1, y2: 1 },
      element('stop', { offset: 0, 'stop-color': mix(background[0], '#fff3dc', 0.25) }) +
        element('stop', { offset: 1, 'stop-color': mix(background[0], shadow, 0.25) }),
    ) +
    element(
      'linearGradient',
      { id: 'fall', x1: 0, y1: 0, x2: 1, y2: 0.4 },
      element('stop', { offset: 0.45, 'stop-color': shadow, 'stop-opacity': 0 }) +
        element('stop', { offset: 1, 'stop-color': shadow, 'stop-opacity': 0.34 }),
    )
  return svgDocument(
    SIZE,
    SIZE,
    element('defs', {}, defs),
    element('rect', { width: SIZE, height: SIZE, fill: 'url(#back)' }),
    // A patch of window light on the wall behind, and the sitter's shadow in it.
    path('M40 60L420 0H800V520L330 800H40Z', background[1], 0.5),
    path(
      'M468 800Q470 640 590 560Q560 300 640 250Q760 240 770 400Q780 520 740 570Q800 610 800 640V800Z',
      mix(background[0], shadow, 0.45),
      0.55,
    ),
    group(
      // A little closer than the drawing.
      { transform: 'translate(400 430) scale(1.14) translate(-400 -410)' },
      hair.behind,
      group(
        {},
        path('M332 430H468V560Q400 640 332 560Z', skin),
        path('M340 500Q400 548 468 470V560Q430 606 396 606Q420 560 340 500Z', neckShade),
      ),
      garmentOf(look),
      ears,
      path(head, skin),
      group({ 'clip-path': 'url(#head)' }, faceOf(look)),
      group({ transform: `translate(${turn * 5} 0)` }, hair.before),
      jewels,
    ),
    element('rect', { width: SIZE, height: SIZE, fill: 'url(#fall)' }),
  )
}
