import { z } from 'zod'

import { readCsv, type CsvRow } from '@/csv/readCsv'
import { localeOf } from '@/locales/locales'
import { unknownLocale } from '@/tenancy/unknownLocale'

import type { Format } from '../importFile'
import type { Languages } from '../languagesOf'
import { byLanguage, texts } from '../localized'
import { entriesIn, hasUnstorable, readJson } from '../readJson'
import type { Place, Rejected } from '../report'
import { problemOfShape, shape } from '../shape'
import { whatIs, type MediaEntry, type MediaTexts } from './MediaEntry'

export const MAX_BYTES = 10 * 1_048_576
export const MAX_MEDIA = 2_000
/** Each medium in five languages. */
const MAX_ROWS = 10_000

export const MEDIA_COLUMNS = [
  'id',
  'filename',
  'language',
  'alt',
  'caption',
  'focalX',
  'focalY',
  'mimeType',
  'filesize',
  'width',
  'height',
  'url',
] as const
type Column = (typeof MEDIA_COLUMNS)[number]

interface Read {
  readonly entries: readonly MediaEntry[]
  readonly rejected: readonly Rejected[]
}

const percent = z.number('a number from 0 to 100').min(0).max(100).nullish()
const passedOver = z.unknown().optional()

const mediumShape = shape({
  id: z.string().optional(),
  filename: z.string().optional(),
  alt: texts.optional(),
  caption: texts.optional(),
  focalX: percent,
  focalY: percent,
  // Of the file itself, which an import does not touch.
  mimeType: passedOver,
  filesize: passedOver,
  width: passedOver,
  height: passedOver,
  url: passedOver,
})

/** What a file says of media; what cannot be read is rejected, with the reason. */
export function readMedia(bytes: Uint8Array, format: Format, languages: Languages): Read {
  const read =
    format === 'json'
      ? entriesIn(readJson(bytes), 'media', MAX_MEDIA).map((value, index) =>
          readMedium(value, { index }, languages),
        )
      : readCsv(bytes, {
          columns: MEDIA_COLUMNS,
          required: [],
          maxBytes: MAX_BYTES,
          maxRows: MAX_ROWS,
        }).map((row) => readRow(row, languages))
  const rejected = read.flatMap((one) => ('reason' in one ? [one] : []))
  const entries = read.flatMap((one) => ('reason' in one ? [] : [one]))
  return format === 'json' ? { entries, rejected } : joinLanguages(entries, rejected)
}

function readMedium(value: unknown, place: Place, languages: Languages): MediaEntry | Rejected {
  const parsed = mediumShape.safeParse(value)
  const named: Record<string, unknown> =
    typeof value === 'object' && value !== null ? { ...value } : {}
  const known = (key: string) =>
    typeof named[key] === 'string' ? named[key].slice(0, 200) : undefined
  const reject = (reason: string): Rejected => ({
    ...place,
    what: whatIs({ id: known('id'), filename: known('filename') }),
    reason,
  })
  if (hasUnstorable(value)) return reject('This has a character that cannot be stored.')
  if (!parsed.success) return reject(problemOfShape(parsed.error))
  const { id, filename, alt, caption, focalX, focalY } = parsed.data
  const said = byLanguage<MediaTexts>({ alt, caption }, languages)
  if (typeof said === 'string') return reject(said)
  return {
    place,
    id,
    filename,
    focalX: focalX ?? undefined,
    focalY: focalY ?? undefined,
    texts: said,
  }
}

function readRow(
  { line, values }: CsvRow<Column>,
  { main, offered }: Languages,
): MediaEntry | Rejected {
  const { id, filename, alt, caption } = values
  const reject = (reason: string): Rejected => ({ line, what: filename || id || '', reason })
  const code = values.language || main
  const locale = localeOf(code)?.code
  if (!locale || !offered.includes(locale)) return reject(unknownLocale(code, offered).message)
  const [focalX, focalY] = [readPercent(values.focalX), readPercent(values.focalY)]
  if (focalX === null || focalY === null) return reject('A focal point has numbers from 0 to 100.')
  const texts: Partial<MediaTexts> = {
    ...(alt === undefined ? {} : { alt }),
    ...(caption === undefined ? {} : { caption }),
  }
  return {
    place: { line },
    id: id || undefined,
    filename: filename || undefined,
    focalX,
    focalY,
    texts: new Map([[locale, texts]]),
  }
}

/** Null for what is no percentage. */
function readPercent(cell: string | undefined): number | null | undefined {
  if (!cell) return undefined
  const value = Number(cell.replace(',', '.'))
  return value >= 0 && value <= 100 ? value : null
}

/** The rows of one medium are one entry, at the place of the first. */
function joinLanguages(rows: readonly MediaEntry[], rejected: readonly Rejected[]): Read {
  const entries = new Map<string, MediaEntry>()
  const clashes: Rejected[] = []
  for (const row of rows) {
    const key = row.id ?? row.filename ?? JSON.stringify(row.place)
    const before = entries.get(key)
    const problem = before && problemBeside(before, row)
    if (problem) clashes.push({ ...row.place, what: whatIs(row), reason: problem })
    else if (before)
      entries.set(key, { ...before, texts: new Map([...before.texts, ...row.texts]) })
    else entries.set(key, row)
  }
  // A medium is imported in all that is said of it, or not at all.
  const refused = new Set([...rejected, ...clashes].map(({ what }) => what))
  return {
    entries: [...entries.values()].filter((entry) => !refused.has(whatIs(entry))),
    rejected: [...rejected, ...clashes],
  }
}

function problemBeside(before: MediaEntry, row: MediaEntry): string | undefined {
  if ([...row.texts.keys()].some((locale) => before.texts.has(locale)))
    return 'An earlier line is the same medium in the same language.'
  return before.focalX === row.focalX && before.focalY === row.focalY
    ? undefined
    : 'A focal point is one for all languages of a medium, and an earlier line says another one.'
}
