import { element, svgDocument } from '../engine/markup'
import { harborColours as c } from '../palettes'
import { lettering } from './letters'

/** Three gables over two waves. */
const symbol = (line: string, wave: string) =>
  element('path', {
    d: 'M4 46V24L16 10L28 24V46M28 24L40 4L52 24V46M52 24L64 10L76 24V46',
    fill: 'none',
    stroke: line,
    'stroke-width': 6,
    'stroke-linejoin': 'round',
    'stroke-linecap': 'round',
  }) +
  element('path', {
    d: 'M2 60Q11 52 20 60T38 60T56 60T78 60M14 74Q23 66 32 74T50 74T66 74',
    fill: 'none',
    stroke: wave,
    'stroke-width': 6,
    'stroke-linecap': 'round',
  })

export const harborLogo = (): string => {
  const word = lettering('HARBOR NINE', {
    x: 100,
    y: 26,
    height: 32,
    weight: 5.4,
    tracking: 3.2,
    colour: c.navy,
    ends: 'round',
  })
  return svgDocument(Math.ceil(104 + word.width), 84, symbol(c.navy, c.signal), word.markup)
}

export const harborIcon = (): string =>
  svgDocument(
    256,
    256,
    element('rect', { width: 256, height: 256, rx: 56, fill: c.navy }),
    element('g', { transform: 'translate(32 34) scale(2.4)' }, symbol(c.foam, c.signal)),
  )
