import { streamCsv } from '@/csv/streamCsv'
import type { Scope } from '@/db/scope'
import { withScope } from '@/db/withScope'
import type { PayloadRequest } from 'payload'

import { jsonStream } from '../jsonStream'
import type { Languages } from '../languagesOf'
import { loadMedia, type MediaContent } from './loadMedia'
import type { MediaTexts } from './MediaEntry'
import { MEDIA_COLUMNS } from './readMedia'

const PIECE = 200

export interface MediaExport {
  readonly req: PayloadRequest
  readonly scope: Scope
  /** In the order of their names. */
  readonly ids: readonly string[]
  readonly languages: Languages
}

/** Read after the handler has answered, so the scope is entered for each piece. */
async function* load({ req, scope, ids, languages }: MediaExport): AsyncGenerator<MediaContent> {
  for (let start = 0; start < ids.length; start += PIECE) {
    const where = { id: { in: ids.slice(start, start + PIECE) } }
    yield* await withScope(scope, () => loadMedia(req, where, languages.offered, PIECE))
  }
}

/** What is said of media, as JSON; the files themselves are at their addresses. */
export function mediaAsJson(
  given: MediaExport,
  seen: (medium: MediaContent) => void = () => {},
): ReadableStream<Uint8Array> {
  const { main, offered } = given.languages
  const head = { format: 'atrium-media', mainLanguage: main, languages: offered }
  const entries = async function* () {
    for await (const content of load(given)) {
      seen(content)
      const { texts, ...medium } = content
      const inLanguages = (field: keyof MediaTexts) =>
        Object.fromEntries(
          offered.flatMap((locale) => {
            const text = texts.get(locale)?.[field] ?? null
            return text === null ? [] : [[locale, text]]
          }),
        )
      yield { ...medium, alt: inLanguages('alt'), caption: inLanguages('caption') }
    }
  }
  return jsonStream(head, 'media', entries())
}

/** The same as a table, with a row for each medium and language. */
export function mediaAsCsv(given: MediaExport): ReadableStream<Uint8Array> {
  const rows = async function* () {
    for await (const medium of load(given)) {
      for (const locale of given.languages.offered) {
        const texts = medium.texts.get(locale)
        yield [
          medium.id,
          medium.filename,
          locale,
          texts?.alt ?? '',
          texts?.caption ?? '',
          String(medium.focalX ?? ''),
          String(medium.focalY ?? ''),
          medium.mimeType,
          String(medium.filesize),
          String(medium.width ?? ''),
          String(medium.height ?? ''),
          medium.url,
        ]
      }
    }
  }
  return streamCsv(MEDIA_COLUMNS, rows())
}
