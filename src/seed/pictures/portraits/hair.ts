import { mix } from '../engine/colour'
import { element } from '../engine/markup'
import type { HairStyle, PortraitLook } from './types'

type Layers = { behind: string; before: string }

const path = (d: string, fill: string, opacity?: number) => element('path', { d, fill, opacity })

const ring = (points: readonly (readonly [number, number, number])[], fill: string) =>
  points.map(([cx, cy, r]) => element('circle', { cx, cy, r, fill })).join('')

/** Everything on top of the head, split into what is behind and what is before the face; the head is around 400, 350. */
export const hairOf = ({ style, hair, shadow, colour }: PortraitLook): Layers => {
  const dark = mix(hair, shadow, 0.45)
  const light = mix(hair, '#ffe3bd', 0.16)
  const cap =
    'M286 352Q268 196 400 190Q532 196 514 352Q506 300 488 278Q400 262 312 280Q294 300 286 352Z'
  const styles: Record<HairStyle, Layers> = {
    bald: {
      behind: '',
      before: path(
        'M287 350Q286 300 296 282Q290 330 300 366ZM513 350Q514 300 504 282Q510 330 500 366Z',
        dark,
        0.7,
      ),
    },
    bob: {
      behind: path(
        'M262 480Q236 190 400 178Q564 190 538 480Q520 512 478 500H322Q280 512 262 480Z',
        dark,
      ),
      before:
        path(
          'M286 420Q262 330 290 268Q330 198 400 196Q470 198 510 268Q538 330 514 420Q508 330 470 276Q380 300 330 262Q296 330 286 420Z',
          hair,
        ) + path('M470 276Q508 330 514 420Q538 330 510 268Q480 212 430 199Q470 232 470 276Z', dark),
    },
    braid: {
      behind:
        path(
          'M276 380Q256 188 400 180Q544 188 524 380Q540 470 552 540Q520 520 500 460H300Z',
          dark,
        ) +
        [0, 1, 2, 3, 4]
          .map((i) =>
            element('ellipse', {
              cx: 282 - i * 4,
              cy: 500 + i * 52,
              rx: 38 - i * 3,
              ry: 36,
              fill: i % 2 ? hair : mix(hair, shadow, 0.2),
            }),
          )
          .join(''),
      before:
        path(
          'M288 400Q262 250 330 210Q400 172 476 212Q540 256 512 400Q508 300 420 246Q330 276 306 330Q292 360 288 400Z',
          hair,
        ) + path('M420 246Q508 300 512 400Q540 256 476 212Q446 196 416 192Q440 212 420 246Z', dark),
    },
    bun: {
      behind:
        element('circle', { cx: 420, cy: 172, r: 62, fill: dark }) +
        element('circle', { cx: 410, cy: 166, r: 52, fill: hair }) +
        path('M280 380Q262 186 400 184Q538 186 520 380Z', dark),
      before:
        path(cap, hair) +
        path('M430 192Q532 200 514 352Q506 300 488 278Q470 266 440 266Q462 226 430 192Z', dark) +
        path('M330 250Q360 214 410 206Q380 226 362 262Z', light, 0.5),
    },
    crop: {
      behind: path('M284 350Q268 190 400 188Q532 190 516 350Z', dark),
      before:
        path(
          'M286 340Q270 196 400 192Q530 196 514 340Q508 292 480 270Q400 246 320 272Q292 292 286 340Z',
          hair,
        ) + path('M440 194Q528 208 514 340Q508 292 480 270Q462 262 440 258Q468 224 440 194Z', dark),
    },
    curls: {
      behind: ring(
        [
          [290, 300, 66],
          [276, 370, 56],
          [310, 230, 64],
          [372, 190, 66],
          [440, 186, 66],
          [500, 226, 66],
          [524, 300, 66],
          [528, 374, 56],
          [286, 430, 44],
          [518, 432, 44],
        ],
        dark,
      ),
      before:
        ring(
          [
            [300, 280, 40],
            [326, 236, 44],
            [376, 206, 46],
            [430, 204, 46],
          ],
          hair,
        ) +
        ring(
          [
            [478, 232, 44],
            [502, 280, 40],
            [508, 326, 26],
          ],
          mix(hair, shadow, 0.3),
        ) +
        ring(
          [
            [292, 326, 26],
            [352, 246, 34],
            [404, 240, 34],
            [452, 252, 32],
          ],
          hair,
        ) +
        ring(
          [
            [340, 214, 18],
            [388, 190, 18],
          ],
          light,
        ),
    },
    fringe: {
      behind: path(
        'M268 560Q232 190 400 178Q568 190 532 560Q500 590 470 540H330Q300 590 268 560Z',
        dark,
      ),
      before:
        path(
          'M284 400Q258 204 400 192Q542 204 516 400Q506 344 496 316Q450 328 400 322Q344 332 304 318Q292 350 284 400Z',
          hair,
        ) +
        path('M440 196Q540 216 516 400Q506 344 496 316Q470 324 444 324Q470 260 440 196Z', dark) +
        path('M330 316Q330 250 372 208Q356 260 356 320Z', light, 0.45),
    },
    headscarf: {
      behind: path(
        'M250 470Q222 160 400 156Q578 160 550 470Q590 620 610 700H190Q210 620 250 470Z',
        mix(colour, shadow, 0.4),
      ),
      before:
        path(
          'M400 156Q240 160 246 420Q250 560 330 610Q400 640 470 610Q550 560 554 420Q560 160 400 156ZM400 216Q508 220 502 360Q496 470 400 506Q304 470 298 360Q292 220 400 216Z',
          colour,
        ) +
        path(
          'M430 158Q556 176 554 420Q550 560 470 610Q440 624 410 626Q500 560 502 360Q506 236 420 217Q440 190 430 158Z',
          mix(colour, shadow, 0.42),
        ) +
        path(
          'M262 500Q300 600 420 640Q520 660 580 640Q604 690 620 760Q400 830 180 760Q206 590 262 500Z',
          colour,
        ) +
        path('M330 610Q420 664 560 640Q600 680 606 710Q470 720 330 610Z', mix(colour, shadow, 0.3)),
    },
    long: {
      behind: path(
        'M264 700Q228 190 400 176Q572 190 536 700Q500 730 470 640H330Q300 730 264 700Z',
        dark,
      ),
      before:
        path(
          'M286 440Q254 250 320 214Q400 166 480 212Q546 250 514 440Q512 320 440 252Q400 300 330 306Q292 350 286 440Z',
          hair,
        ) +
        path('M440 252Q512 320 514 440Q546 250 480 212Q456 198 430 192Q452 220 440 252Z', dark) +
        path('M286 400Q256 520 276 690Q312 700 322 640Q290 540 300 420Z', hair),
    },
    parting: {
      behind: path('M282 360Q262 186 400 182Q538 186 518 360Z', dark),
      before:
        path(
          'M286 350Q262 220 340 196Q460 166 510 240Q526 280 514 350Q508 306 488 282Q400 286 340 236Q326 290 306 300Q292 316 286 350Z',
          hair,
        ) + path('M440 188Q540 206 514 350Q508 306 488 282Q460 284 434 276Q470 236 440 188Z', dark),
    },
    quiff: {
      behind: path('M284 350Q270 200 400 186Q532 196 516 350Z', dark),
      before:
        path(
          'M286 342Q276 262 300 236Q286 176 372 156Q472 136 520 206Q532 250 514 342Q508 300 492 280Q440 250 400 254Q350 246 312 284Q294 300 286 342Z',
          hair,
        ) +
        path('M452 152Q540 190 514 342Q508 300 492 280Q470 264 446 258Q490 210 452 152Z', dark) +
        path('M318 236Q330 186 400 176Q356 200 344 244Z', light, 0.5),
    },
    topknot: {
      behind:
        element('ellipse', { cx: 400, cy: 150, rx: 50, ry: 46, fill: dark }) +
        element('ellipse', { cx: 392, cy: 146, rx: 40, ry: 38, fill: hair }) +
        path('M284 350Q268 186 400 184Q532 186 516 350Z', dark),
      before:
        path(
          'M287 348Q276 212 400 188Q524 212 513 348Q504 306 486 286Q440 240 400 236Q360 240 314 286Q296 306 287 348Z',
          hair,
        ) + path('M420 192Q524 216 513 348Q504 306 486 286Q456 250 424 240Q440 216 420 192Z', dark),
    },
  }
  return styles[style]
}
