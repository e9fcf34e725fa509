import { readCsv, type CsvRow } from '@/csv/readCsv'
import { AtriumError } from '@/errors'
import { localeOf, type Locale } from '@/locales/locales'
import { unknownLocale } from '@/tenancy/unknownLocale'

import { readDate } from '../readDate'
import type { Rejected } from '../report'
import type { Languages } from '../languagesOf'
import { MAX_BYTES, MAX_PAGES, MAX_ROWS } from './pageLimits'
import type { PageEntry, PageFacts, PageTexts } from './PageEntry'

/** The columns of a table of pages: one row for each page and language. Blocks are not in it. */
export const PAGE_COLUMNS = [
  'id',
  'path',
  'language',
  'title',
  'slug',
  'parent',
  'status',
  'publishedAt',
  'metaTitle',
  'metaDescription',
  'metaImage',
  'noIndex',
] as const
type Column = (typeof PAGE_COLUMNS)[number]
type Row = CsvRow<Column>

interface ReadRow {
  readonly row: Row
  readonly locale: Locale
  readonly facts: Partial<PageFacts>
  readonly texts: Partial<PageTexts>
}

const YES = ['true', 'yes', '1']
const NO = ['false', 'no', '0', '']

/** The pages of a table. A page is rejected with each of its rows that cannot be read, and the others with it. */
export function readPagesCsv(
  bytes: Uint8Array,
  languages: Languages,
): { entries: PageEntry[]; rejected: Rejected[] } {
  const rows = readCsv(bytes, {
    columns: PAGE_COLUMNS,
    required: [],
    maxBytes: MAX_BYTES,
    maxRows: MAX_ROWS,
  })
  const pages = new Map<string, Row[]>()
  for (const row of rows) {
    const key = row.values.id || row.values.path || `line ${row.line}`
    pages.set(key, [...(pages.get(key) ?? []), row])
  }
  if (pages.size > MAX_PAGES) {
    throw new AtriumError('TOO_LARGE', {
      message: `The file may have up to ${MAX_PAGES.toLocaleString('en')} pages.`,
    })
  }
  const entries: PageEntry[] = []
  const rejected: Rejected[] = []
  for (const group of pages.values()) {
    const read = readGroup(group, languages)
    if (Array.isArray(read)) rejected.push(...read)
    else entries.push(read)
  }
  return { entries, rejected }
}

function readGroup(rows: readonly Row[], languages: Languages): PageEntry | Rejected[] {
  const rejected: Rejected[] = []
  const read: ReadRow[] = []
  let facts: Partial<PageFacts> = {}
  for (const row of rows) {
    const one = readRow(row, languages)
    const reason = typeof one === 'string' ? one : problemBeside(one, read)
    const what = row.values.path || row.values.id || ''
    if (reason !== undefined) rejected.push({ line: row.line, what, reason })
    if (typeof one === 'string' || reason !== undefined) continue
    read.push(one)
    facts = { ...facts, ...one.facts }
  }
  const [first] = rows
  if (rejected.length > 0 || !first) return rejected
  return {
    place: { line: first.line },
    id: first.values.id || undefined,
    path: first.values.path || undefined,
    facts,
    texts: new Map(read.map(({ locale, texts }) => [locale, texts])),
    references: [],
  }
}

/** What is one for all languages is said in each row, and must be the same in all. */
function problemBeside(one: ReadRow, read: readonly ReadRow[]): string | undefined {
  for (const other of read) {
    const line = other.row.line
    if (other.locale === one.locale) return `Line ${line} is the same page in the same language.`
    const differs = FACTS.find(
      ([column]) => (one.row.values[column] ?? '') !== (other.row.values[column] ?? ''),
    )
    if (differs)
      return `“${differs[0]}” is one for all languages of a page, and line ${line} says something else.`
    if ((one.row.values.path ?? '') !== (other.row.values.path ?? ''))
      return `“path” is the address in the main language, and line ${line} says another one.`
  }
  return undefined
}

function readRow(row: Row, { main, offered }: Languages): ReadRow | string {
  const { values } = row
  const code = values.language || main
  const locale = localeOf(code)?.code
  if (!locale || !offered.includes(locale)) return unknownLocale(code, offered).message
  if (values.path && !values.path.startsWith('/')) return 'A path starts with “/”.'
  let facts: Partial<PageFacts> = {}
  for (const [column, read] of FACTS) {
    const value = values[column]
    if (value === undefined) continue
    const fact = read(value)
    if (typeof fact === 'string') return fact
    facts = { ...facts, ...fact }
  }
  return { row, locale, facts, texts: textsOf(row) }
}

const textsOf = ({ values }: Row): Partial<PageTexts> => ({
  ...(values.title === undefined ? {} : { title: values.title }),
  ...(values.slug === undefined ? {} : { slug: values.slug }),
  ...(values.metaTitle === undefined ? {} : { metaTitle: values.metaTitle }),
  ...(values.metaDescription === undefined ? {} : { metaDescription: values.metaDescription }),
})

/** What a cell says of the page as a whole, or what is wrong with it. */
const FACTS: readonly (readonly [Column, (cell: string) => Partial<PageFacts> | string])[] = [
  ['parent', (cell) => ({ parent: cell || null })],
  ['metaImage', (cell) => ({ image: cell || null })],
  [
    'status',
    (cell) =>
      cell === ''
        ? {}
        : cell === 'draft' || cell === 'published'
          ? { status: cell }
          : 'The status is draft or published.',
  ],
  [
    'publishedAt',
    (cell) => {
      const date = cell === '' ? null : readDate(cell)
      return date === undefined ? `“${cell.slice(0, 40)}” is no date.` : { publishedAt: date }
    },
  ],
  [
    'noIndex',
    (cell) => {
      const said = cell.toLowerCase()
      return YES.includes(said) || NO.includes(said)
        ? { noIndex: YES.includes(said) }
        : 'noIndex is true or false.'
    },
  ],
]
