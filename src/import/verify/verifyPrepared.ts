import type { PoolClient } from 'pg'

import { type ScopesTransaction } from '@/db/inScopes'
import { type Locale } from '@/locales/locales'

import { type Target } from '../targets/Target'
import { localApi } from '../write/localApi'
import { readColumns } from '../write/rowState'
import { requestFor } from '../write/writeRow'
import { compareValues } from './compareValues'
import { HIDDEN } from './hideSecrets'
import { type Verifying } from './Verifying'
import { type Expected } from './verifyRows'

type FoundRow = Readonly<Record<string, unknown>>

/** The rows of a batch as editors have them, in each language that was prepared. */
export interface FoundRows {
  readonly get: (expected: Expected, locale: Locale) => FoundRow | undefined
  /** How many documents made a row. */
  readonly makers: ReadonlyMap<string, number>
}

const isDraft = ({ prepared }: Expected): boolean => prepared.status === 'draft'

export async function loadFound(
  { payload }: Verifying,
  { slug }: Target,
  transaction: ScopesTransaction,
  client: PoolClient,
  expected: readonly Expected[],
): Promise<FoundRows> {
  const rows = new Map<string, FoundRow>()
  const keyOf = (draft: boolean, locale: Locale, id: string) => `${draft} ${locale} ${id}`
  for (const draft of [false, true]) {
    const own = expected.filter((one) => isDraft(one) === draft)
    const locales = new Set(
      own.flatMap(({ prepared }) => prepared.languages.map(({ locale }) => locale)),
    )
    for (const locale of locales) {
      const req = await requestFor(payload, transaction.req)
      const ids = [...new Set(own.map(({ rowId }) => rowId))]
      const found = await localApi(payload).rows({ collection: slug, ids, locale, draft, req })
      for (const row of found) rows.set(keyOf(draft, locale, String(row.id)), row)
    }
  }
  return {
    get: (one, locale) => rows.get(keyOf(isDraft(one), locale, one.rowId)),
    makers: await countMakers(client, slug, expected),
  }
}

async function countMakers(
  client: PoolClient,
  slug: string,
  expected: readonly Expected[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ row_id: string; count: number }>(
    `select row_id, count(*)::int from import_rows where row_collection = $1 and row_id = any($2) group by row_id`,
    [slug, expected.map(({ rowId }) => rowId)],
  )
  return new Map(rows.map(({ count, row_id }) => [row_id, count]))
}

/** Compares a row with what was prepared for it: fields, in each language; columns; and the file. */
export async function verifyPrepared(
  verifying: Verifying,
  target: Target,
  client: PoolClient,
  expected: Expected,
  found: FoundRows,
): Promise<void> {
  const { log } = verifying
  const { origin, prepared } = expected
  for (const [index, { locale, data }] of prepared.languages.entries()) {
    const row = found.get(expected, locale)
    const wanted = index === 0 ? { ...timesOf(expected, found), ...data } : data
    for (const place of compareValues(accepted(wanted, row), row ?? {}))
      log.differ(
        'content',
        origin,
        index === 0 ? place : { ...place, path: `${place.path} (${locale})` },
      )
  }
  const columns = prepared.columns ?? {}
  const names = Object.keys(columns)
  if (names.length > 0) {
    const kept = await readColumns(client, target.slug, expected.rowId, names)
    for (const name of names)
      if (kept[name] !== columns[name])
        log.differ('content', origin, { path: `$.${name}`, expected: HIDDEN, found: HIDDEN })
  }
  await verifyFile(verifying, expected, found.get(expected, prepared.languages[0].locale))
}

/** The times of the source, of a row that one document made alone. */
function timesOf({ rowId, values }: Expected, { makers }: FoundRows): Record<string, unknown> {
  if (makers.get(rowId) !== 1) return {}
  const { createdAt, updatedAt } = values
  return {
    ...(typeof createdAt === 'string' && { createdAt }),
    ...(typeof updatedAt === 'string' && { updatedAt }),
  }
}

/** What cannot be published here comes in as a draft, which is among the notes of the import; nobody has changed the row since. */
const accepted = (
  data: Readonly<Record<string, unknown>>,
  row: FoundRow | undefined,
): Readonly<Record<string, unknown>> =>
  data._status === 'published' && row?._status === 'draft' ? { ...data, _status: 'draft' } : data

async function verifyFile(
  { files, log }: Verifying,
  { origin, prepared: { file } }: Expected,
  row: FoundRow | undefined,
): Promise<void> {
  if (!file) return
  const { filename, filesize, prefix } = row ?? {}
  if (filesize !== file.size)
    log.differ('file', origin, {
      path: '$.filesize',
      expected: String(file.size),
      found: String(filesize),
    })
  const path = `${typeof prefix === 'string' && prefix !== '' ? `${prefix}/` : ''}${String(filename)}`
  if (!(await files.has(path)))
    log.differ('file', origin, { path: '$.filename', expected: path, found: 'no such file' })
}
