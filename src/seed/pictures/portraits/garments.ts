import { mix } from '../engine/colour'
import { element } from '../engine/markup'
import type { Garment, PortraitLook } from './types'

const path = (d: string, fill: string) => element('path', { d, fill })

const SHOULDERS = 'M96 810Q104 640 236 596Q320 570 340 540H460Q480 570 564 596Q696 640 704 810Z'
const SHADED = 'M430 540H460Q480 570 564 596Q696 640 704 810H470Q500 680 430 560Z'

export const garmentOf = ({ garment, colour, trim, shadow, skin }: PortraitLook): string => {
  const dark = mix(colour, shadow, 0.4)
  const trimDark = mix(trim, shadow, 0.35)
  const body = path(SHOULDERS, colour) + path(SHADED, dark)
  const garments: Record<Garment, string> = {
    crew:
      body +
      path('M326 530H474L480 556Q400 640 320 556Z', skin) +
      path('M400 530H474L480 556Q440 598 400 598Q452 566 400 530Z', mix(skin, shadow, 0.45)) +
      path('M320 556Q400 640 480 556L490 568Q400 664 310 568Z', trim) +
      path('M400 598Q440 598 480 556L490 568Q446 615 400 616Z', trimDark),
    rollneck:
      body +
      path('M318 508Q400 548 482 508L490 596Q400 640 310 596Z', mix(colour, '#ffffff', 0.08)) +
      path('M420 533Q456 526 482 508L490 596Q456 616 420 619Z', dark) +
      path('M316 548Q400 590 486 548V556Q400 598 315 556Z', dark),
    shirt:
      body +
      path('M330 536L400 640L346 690L286 580Z', trim) +
      path('M470 536L400 640L454 690L514 580Z', trimDark) +
      path('M392 636H408V810H392Z', dark) +
      [690, 750].map((cy) => element('circle', { cx: 400, cy, r: 6, fill: trim })).join(''),
    blazer:
      path('M300 560H500L470 810H330Z', trim) +
      path('M420 560H500L470 810H420Z', trimDark) +
      path('M96 810Q104 640 236 596Q300 578 328 548L392 810Z', colour) +
      path('M704 810Q696 640 564 596Q500 578 472 548L408 810Z', dark) +
      path('M328 548L274 600L300 640L282 660L384 810H392L336 570Z', mix(colour, shadow, 0.22)) +
      path('M472 548L526 600L500 640L518 660L416 810H408L464 570Z', mix(colour, shadow, 0.58)),
    apron:
      body +
      path('M270 810L290 670Q400 640 510 670L530 810Z', trim) +
      path('M400 654Q460 654 510 670L530 810H420Z', trimDark) +
      path('M288 674L330 548L346 552L314 676Z', trim) +
      path('M512 674L470 548L454 552L486 676Z', trimDark),
  }
  return garments[garment]
}
