import sharp from 'sharp'

const RED = '#ff0000'
const BLUE = '#0000ff'

/** A picture of two colours, one above the other: what was cut out of it shows. */
export async function redAboveBlue(width: number, height: number): Promise<Buffer> {
  const half = { width, height: Math.floor(height / 2), channels: 3 as const, background: BLUE }
  return sharp({ create: { width, height, channels: 3, background: RED } })
    .composite([{ input: { create: half }, gravity: 'south' }])
    .png()
    .toBuffer()
}

/** The size of a picture, and its colour if it has but one. */
export async function describePicture(
  data: Buffer,
): Promise<{ width: number; height: number; colour: 'red' | 'blue' | 'both' }> {
  const { width = 0, height = 0 } = await sharp(data).metadata()
  const { channels } = await sharp(data).stats()
  const [red, , blue] = channels.map(({ mean }) => mean)
  const colour = blue === 0 ? 'red' : red === 0 ? 'blue' : 'both'
  return { width, height, colour }
}

interface Edits {
  /** In percent of the picture, as the admin's dialog has it. */
  readonly crop?: { readonly x: number; readonly y: number; width: number; height: number }
  readonly pixels?: { readonly width: number; readonly height: number }
  readonly focal?: { readonly x: number; readonly y: number }
}

/** The part of an address that the admin adds to a save. */
export function editsQuery({ crop, pixels, focal }: Edits): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries({ unit: '%', ...crop }))
    if (crop) query.set(`uploadEdits[crop][${key}]`, String(value))
  if (pixels) {
    query.set('uploadEdits[widthInPixels]', String(pixels.width))
    query.set('uploadEdits[heightInPixels]', String(pixels.height))
  }
  for (const [axis, value] of Object.entries(focal ?? {}))
    query.set(`uploadEdits[focalPoint][${axis}]`, String(value))
  return query.toString()
}

/** The upper half of a picture of that size. */
export const upperHalf = (width: number, height: number): string =>
  editsQuery({
    crop: { x: 0, y: 0, width: 100, height: 50 },
    pixels: { width, height: height / 2 },
    focal: { x: 50, y: 50 },
  })
