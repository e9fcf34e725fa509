import { element, svgDocument } from '../engine/markup'
import { foundryColours as c } from '../palettes'
import { lettering } from './letters'

/** A ladle's drop below a saw-tooth roof. */
const symbol = (roof: string, drop: string) =>
  element('path', { d: 'M2 44V20L22 4V20L42 4V20L62 4V44Z', fill: roof }) +
  element('path', { d: 'M32 38Q48 60 42 72Q38 80 32 80Q26 80 22 72Q16 60 32 38Z', fill: drop })

export const foundryLogo = (): string => {
  const word = lettering('FOUNDRY ROW', {
    x: 86,
    y: 24,
    height: 36,
    weight: 9,
    tracking: 3.4,
    colour: c.soot,
  })
  return svgDocument(Math.ceil(92 + word.width), 84, symbol(c.soot, c.ember), word.markup)
}

export const foundryIcon = (): string =>
  svgDocument(
    256,
    256,
    element('rect', { width: 256, height: 256, rx: 20, fill: c.ember }),
    element('g', { transform: 'translate(42 14) scale(2.7)' }, symbol(c.paper, c.soot)),
  )
