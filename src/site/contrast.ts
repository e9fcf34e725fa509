import { parseHex, type Rgb } from './colour'

/** WCAG 2.2 success criterion 1.4.3, for text of normal size. */
export const READABLE = 4.5
/** WCAG 2.2 success criterion 1.4.11, for the outlines of controls. */
export const DISCERNIBLE = 3

const linear = (channel: number) => {
  const share = channel / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

const luminanceOf = ({ r, g, b }: Rgb) =>
  0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)

/** Relative luminance from 0 (black) to 1 (white); nothing for anything but a hex colour. */
export const relativeLuminance = (colour: unknown): number | undefined => {
  const rgb = parseHex(colour)
  return rgb && luminanceOf(rgb)
}

/** From 1 (the same) to 21 (black on white); 1 as well when one of them is no hex colour. */
export const contrastRatio = (one: unknown, other: unknown): number => {
  const a = relativeLuminance(one)
  const b = relativeLuminance(other)
  if (a === undefined || b === undefined) return 1
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

const WHITE = '#ffffff'
const INK = '#14151a'
const BLACK = '#000000'

/** White where it can be read, else a dark that can: black reaches 4.5 on every colour on which white does not. */
export const readableOn = (background: string): string =>
  [WHITE, INK, BLACK].find((colour) => contrastRatio(colour, background) >= READABLE) ?? BLACK
