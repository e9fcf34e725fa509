import sharp from 'sharp'

import { createRandom } from './random'

const TILE = 1 << 18

/** Paper grain: blurred a little along the row, which also keeps the files small. */
const grainOf = (name: string): Int8Array => {
  const random = createRandom(name)
  const tile = new Int8Array(TILE)
  let previous = 0
  for (let index = 0; index < TILE; index++) {
    const value = (random.next() + random.next() + random.next() - 1.5) * 64
    previous = previous * 0.35 + value * 0.65
    tile[index] = previous
  }
  return tile
}

const grain = grainOf('paper')

/** By luminance: most grain between black and white. */
const midtone = Float32Array.from(
  { length: 256 },
  (_, luminance) => 0.35 + 0.65 * (1 - Math.abs(luminance - 110) / 145),
)

/** Each row starts elsewhere in the grain, so that no pattern shows. */
const rowStart = (row: number) => Math.imul(row + 1, 2654435761) >>> 8

/**
 * SVG → JPEG with a grain that is strongest in the half-tones. It is added to the pixels here because an SVG turbulence
 * filter takes seconds at this size.
 */
export const rasterise = async (
  markup: string,
  { strength = 0.16, quality = 74 }: { strength?: number; quality?: number } = {},
): Promise<Buffer> => {
  const { data, info } = await sharp(Buffer.from(markup))
    .flatten({ background: '#ffffff' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength)
  for (let row = 0, at = 0; row < height; row++) {
    const start = rowStart(row)
    for (let column = 0; column < width; column++, at += channels) {
      const red = pixels[at] ?? 0
      const green = pixels[at + 1] ?? 0
      const blue = pixels[at + 2] ?? 0
      const delta =
        (grain[(start + column) & (TILE - 1)] ?? 0) *
        strength *
        (midtone[(red * 2 + green * 5 + blue) >> 3] ?? 0)
      pixels[at] = red + delta
      pixels[at + 1] = green + delta
      pixels[at + 2] = blue + delta
    }
  }
  return sharp(data, { raw: { width, height, channels } })
    .jpeg({ quality, chromaSubsampling: '4:2:0' })
    .toBuffer()
}

/** SVG → PNG, as it is. */
export const iconFrom = (markup: string): Promise<Buffer> =>
  sharp(Buffer.from(markup)).png({ compressionLevel: 9 }).toBuffer()
