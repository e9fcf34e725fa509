import type { PayloadRequest, Where } from 'payload'

import type { Locale } from '@/locales/locales'

import type { MediaTexts } from './MediaEntry'

/** A medium of a space, in all of its languages. */
export interface MediaContent {
  readonly id: string
  readonly filename: string
  readonly mimeType: string
  readonly filesize: number
  readonly width: number | null
  readonly height: number | null
  readonly focalX: number | null
  readonly focalY: number | null
  readonly url: string
  readonly texts: ReadonlyMap<Locale, MediaTexts>
}

type Row = Readonly<Record<string, unknown>>

/** The media that `where` means, in the scope of whoever asks, by their names; never what is in the trash. */
export async function loadMedia(
  req: PayloadRequest,
  where: Where,
  locales: readonly Locale[],
  limit: number,
): Promise<MediaContent[]> {
  const { docs } = await req.payload.find({
    collection: 'media',
    depth: 0,
    fallbackLocale: false,
    limit,
    locale: 'all',
    overrideAccess: false,
    pagination: false,
    req,
    sort: 'filename',
    where,
  })
  return docs.map((doc) => contentOf({ ...doc }, locales))
}

function contentOf(doc: Row, locales: readonly Locale[]): MediaContent {
  const text = (field: string) => textOf(doc[field]) ?? ''
  const number = (field: string) => (typeof doc[field] === 'number' ? doc[field] : null)
  return {
    id: text('id'),
    filename: text('filename'),
    mimeType: text('mimeType'),
    filesize: number('filesize') ?? 0,
    width: number('width'),
    height: number('height'),
    focalX: number('focalX'),
    focalY: number('focalY'),
    url: text('url'),
    texts: new Map(
      locales.map((locale) => [
        locale,
        { alt: inLanguage(doc.alt, locale), caption: inLanguage(doc.caption, locale) },
      ]),
    ),
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const inLanguage = (value: unknown, locale: Locale): string | null =>
  typeof value === 'object' && value !== null ? textOf(Reflect.get(value, locale)) : null
