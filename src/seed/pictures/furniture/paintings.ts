import type { Colour } from '../engine/colour'
import { element } from '../engine/markup'
import type { Random } from '../engine/random'

/** Torn-paper abstraction: a few large forms that overlap; `width` by `height` metres, hung from its middle. */
export const painting = (
  random: Random,
  [width, height]: readonly [number, number],
  colours: readonly [Colour, Colour, ...Colour[]],
  { frame, shade }: { frame?: Colour; shade: Colour },
): string => {
  const [w, h] = [width / 2, height / 2]
  const colour = () => random.pick(colours)
  const form = (): string => {
    const [x, y] = [random.between(-w, w) * 0.6, random.between(-h, h) * 0.6]
    const [rx, ry] = [w * random.between(0.3, 0.7), h * random.between(0.3, 0.7)]
    const kind = random.int(0, 3)
    if (kind === 0) return element('circle', { cx: x, cy: y, r: Math.min(rx, ry), fill: colour() })
    if (kind === 1)
      return element('path', {
        d: `M${x - rx} ${y}A${rx} ${ry} 0 0 1 ${x + rx} ${y}Z`,
        fill: colour(),
      })
    if (kind === 2)
      return element('path', {
        d: `M${x - rx} ${y - ry}Q${x} ${y - ry * 1.6} ${x + rx} ${y - ry * 0.4}T${x + rx * 0.6} ${y + ry}Q${x - rx * 0.4} ${y + ry * 1.3} ${x - rx} ${y - ry}Z`,
        fill: colour(),
      })
    return element('rect', {
      x: x - rx / 2,
      y: y - ry,
      width: rx,
      height: ry * 1.7,
      fill: colour(),
    })
  }
  const id = `paint${Math.floor(random.next() * 1e9)}`
  return (
    element('rect', {
      x: -w + 0.05,
      y: -h - 0.08,
      width: width + 0.02,
      height: height + 0.04,
      fill: shade,
      opacity: 0.28,
    }) +
    (frame
      ? element('rect', {
          x: -w - 0.05,
          y: -h - 0.05,
          width: width + 0.1,
          height: height + 0.1,
          fill: frame,
        })
      : '') +
    element('clipPath', { id }, element('rect', { x: -w, y: -h, width, height })) +
    element(
      'g',
      { 'clip-path': `url(#${id})` },
      element('rect', { x: -w, y: -h, width, height, fill: colours[0] }) +
        Array.from({ length: random.int(4, 6) }, form).join(''),
    ) +
    element('rect', {
      x: -w,
      y: -h,
      width,
      height,
      fill: 'none',
      stroke: shade,
      'stroke-width': 0.012,
      opacity: 0.3,
    })
  )
}
