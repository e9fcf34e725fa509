import type { PictureSeed } from './content/types'
import { iconFrom, rasterise } from './pictures/engine/rasterise'

type Upload = { data: Buffer; mimetype: string; name: string; size: number }

const types = { jpeg: 'image/jpeg', png: 'image/png', svg: 'image/svg+xml' } as const

const encode: Record<PictureSeed['format'], (markup: string) => Promise<Buffer>> = {
  jpeg: (markup) => rasterise(markup),
  png: (markup) => iconFrom(markup),
  svg: async (markup) => Buffer.from(markup),
}

/** Draws a picture, as the file that Payload takes. */
export async function makePicture({ draw, filename, format }: PictureSeed): Promise<Upload> {
  const data = await encode[format](draw())
  return { data, mimetype: types[format], name: filename, size: data.byteLength }
}
