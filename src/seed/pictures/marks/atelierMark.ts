import { element, svgDocument } from '../engine/markup'
import { atelierColours as c } from '../palettes'
import { lettering } from './letters'

/** The arched window with a needle for its mullion, the thread leaving through the eye. */
const symbol = (line: string, thread: string, weight = 3.4) =>
  element('path', {
    d: 'M6 80V34A28 28 0 0 1 62 34V80Z',
    fill: 'none',
    stroke: line,
    'stroke-width': weight,
  }) +
  element('path', { d: 'M34 80L30 22A4 9 0 0 1 38 22Z', fill: line }) +
  element('path', {
    d: 'M34 22C60 30 54 52 34 50S10 68 24 74',
    fill: 'none',
    stroke: thread,
    'stroke-width': weight,
    'stroke-linecap': 'round',
  })

export const atelierLogo = (): string => {
  const small = lettering('ATELIER', {
    x: 86,
    y: 12,
    height: 16,
    weight: 2.4,
    tracking: 6.6,
    colour: c.mulberry,
  })
  const word = lettering('VERHAEGEN', {
    x: 86,
    y: 44,
    height: 34,
    weight: 3.6,
    tracking: 4.4,
    colour: c.aubergine,
  })
  return svgDocument(
    Math.ceil(92 + Math.max(small.width, word.width)),
    86,
    symbol(c.aubergine, c.brass),
    small.markup,
    word.markup,
  )
}

export const atelierIcon = (): string =>
  svgDocument(
    256,
    256,
    element('rect', { width: 256, height: 256, rx: 128, fill: c.aubergine }),
    element('g', { transform: 'translate(67 51) scale(1.78)' }, symbol(c.blush, c.brass, 4.4)),
  )
