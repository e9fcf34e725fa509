import { element } from '../engine/markup'

type Glyph = { width: number; path: string }

/** Capitals as single strokes on a grid ten high: a wordmark needs no font, and every space its own weight. */
const glyphs: Record<string, Glyph> = {
  A: { width: 8, path: 'M0 10L4 0L8 10M1.5 6.6H6.5' },
  B: { width: 6.6, path: 'M0 0V10H3.8A2.7 2.7 0 0 0 3.8 4.7H0M3.4 4.7A2.35 2.35 0 0 0 3.4 0H0' },
  D: { width: 7.6, path: 'M0 0V10H2.6A5 5 0 0 0 2.6 0Z' },
  E: { width: 5.4, path: 'M5.4 0H0V10H5.4M0 4.9H4.6' },
  F: { width: 5.2, path: 'M5.2 0H0V10M0 4.9H4.4' },
  G: { width: 9, path: 'M8.3 2A4.6 5 0 1 0 9.2 5.6H5.4' },
  H: { width: 7, path: 'M0 0V10M7 0V10M0 4.9H7' },
  I: { width: 0, path: 'M0 0V10' },
  L: { width: 5, path: 'M0 0V10H5' },
  N: { width: 7.4, path: 'M0 10V0L7.4 10V0' },
  O: { width: 9.2, path: 'M4.6 0A4.6 5 0 1 1 4.6 10A4.6 5 0 1 1 4.6 0Z' },
  R: { width: 6.6, path: 'M0 10V0H3.7A2.7 2.7 0 0 1 3.7 5.4H0M3.4 5.4L6.6 10' },
  T: { width: 7, path: 'M0 0H7M3.5 0V10' },
  U: { width: 7.2, path: 'M0 0V6.4A3.6 3.6 0 0 0 7.2 6.4V0' },
  V: { width: 8, path: 'M0 0L4 10L8 0' },
  W: { width: 11.6, path: 'M0 0L2.9 10L5.8 0L8.7 10L11.6 0' },
  Y: { width: 7.6, path: 'M0 0L3.8 5.2L7.6 0M3.8 5.2V10' },
}

type Lettering = {
  x: number
  y: number
  height: number
  weight: number
  /** Between letters, in tenths of the height. */
  tracking: number
  colour: string
  ends?: 'butt' | 'round'
}

/** A word in strokes, and how wide it came out. */
export const lettering = (
  word: string,
  { x, y, height, weight, tracking, colour, ends = 'butt' }: Lettering,
): { markup: string; width: number } => {
  const size = height / 10
  let advance = 0
  const strokes = [...word].map((character) => {
    const glyph = glyphs[character]
    if (!glyph) {
      advance += 5
      return ''
    }
    const at = advance
    advance += glyph.width + tracking
    return element('path', {
      d: glyph.path,
      transform: `translate(${Math.round(at * 100) / 100} 0)`,
    })
  })
  return {
    markup: element(
      'g',
      {
        transform: `translate(${x} ${y}) scale(${size})`,
        fill: 'none',
        stroke: colour,
        'stroke-width': weight / size,
        'stroke-linecap': ends,
        'stroke-linejoin': ends === 'round' ? 'round' : 'miter',
        // Sharp corners, but no spikes on N and W.
        'stroke-miterlimit': 2,
      },
      strokes.join(''),
    ),
    width: (advance - tracking) * size,
  }
}
