import type { PoolClient } from 'pg'

import { type ScopesTransaction } from '@/db/inScopes'
import { type Locale } from '@/locales/locales'

import { type Target } from '../targets/Target'
import { localApi } from '../write/localApi'
import { readColumns, tableOf } from '../write/rowState'
import { requestFor } from '../write/writeRow'
import { type Place } from './compareBson'
import { compareValues } from './compareValues'
import { HIDDEN } from './hideSecrets'
import { type Verifying } from './Verifying'
import { type Expected } from './verifyRows'

type FoundRow = Readonly<Record<string, unknown>>

/** The rows of a batch as editors have them, in each language that was prepared. */
export interface FoundRows {
  readonly get: (expected: Expected, locale: Locale) => FoundRow | undefined
  /** The newest version of one, if that is a draft. */
  readonly draftOf: (
    expected: Expected,
  ) => Promise<((locale: Locale) => FoundRow | undefined) | undefined>
  /** When each was made and changed, and by how many documents. */
  readonly times: ReadonlyMap<string, Times>
}

interface Times {
  readonly makers: number
  readonly createdAt: Date
  readonly updatedAt: Date
}

export async function loadFound(
  { payload }: Verifying,
  { slug }: Target,
  transaction: ScopesTransaction,
  client: PoolClient,
  expected: readonly Expected[],
): Promise<FoundRows> {
  const load = async (
    some: readonly Expected[],
    draft: boolean,
  ): Promise<ReadonlyMap<string, FoundRow>> => {
    const rows = new Map<string, FoundRow>()
    const ids = [...new Set(some.map(({ rowId }) => rowId))]
    for (const locale of ids.length === 0 ? [] : localesIn(some)) {
      const req = await requestFor(payload, transaction.req)
      const found = await localApi(payload).rows({ collection: slug, ids, locale, draft, req })
      for (const row of found) rows.set(`${locale} ${String(row.id)}`, row)
    }
    return rows
  }
  const rows = await load(expected, false)
  return {
    get: ({ rowId }, locale) => rows.get(`${locale} ${rowId}`),
    draftOf: async (one) => {
      const versions = payload.collections[slug].config.versions
      if (typeof versions !== 'object' || !versions.drafts) return undefined
      const found = await load([one], true)
      const [row] = found.values()
      if (row?._status !== 'draft') return undefined
      return (locale) => found.get(`${locale} ${one.rowId}`)
    },
    times: await loadTimes(client, slug, expected),
  }
}

const localesIn = (expected: readonly Expected[]): ReadonlySet<Locale> =>
  new Set(expected.flatMap(({ prepared }) => prepared.languages.map(({ locale }) => locale)))

async function loadTimes(
  client: PoolClient,
  slug: string,
  expected: readonly Expected[],
): Promise<ReadonlyMap<string, Times>> {
  const { rows } = await client.query<Times & { id: string }>(
    `select t.id::text, t.created_at as "createdAt", t.updated_at as "updatedAt",
       (select count(*)::int from import_rows r where r.row_collection = $1 and r.row_id = t.id::text) as makers
     from ${tableOf(slug)} t where t.id = any($2::uuid[])`,
    [slug, expected.map(({ rowId }) => rowId)],
  )
  return new Map(rows.map((row) => [row.id, row]))
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
  for (const place of await differencesOf(verifying, expected, found))
    log.differ('content', origin, place)
  for (const place of compareTimes(expected, found)) log.differ('content', origin, place)
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
function compareTimes({ rowId, values }: Expected, { times }: FoundRows): Place[] {
  const kept = times.get(rowId)
  if (kept?.makers !== 1) return []
  return (['createdAt', 'updatedAt'] as const).flatMap((name) =>
    typeof values[name] === 'string' ? compareValues(values[name], kept[name], `$.${name}`) : [],
  )
}

/**
 * The places at which a row is other than it was prepared. What cannot be published here comes in as a draft: then its newest version is what came
 * in, and that is told.
 */
async function differencesOf(
  { log }: Verifying,
  expected: Expected,
  found: FoundRows,
): Promise<Place[]> {
  const places = placesIn(expected, (locale) => found.get(expected, locale))
  if (places.length === 0) return places
  const draft = await found.draftOf(expected)
  if (!draft) return places
  if (expected.prepared.status === 'published')
    log.drafts.add({
      ...expected.origin,
      reason: 'is here as a draft, and published in the source',
    })
  return placesIn(expected, (locale) => {
    const row = draft(locale)
    return row && { ...row, _status: expected.prepared.status ?? row._status }
  })
}

const placesIn = (
  { prepared }: Expected,
  rowIn: (locale: Locale) => FoundRow | undefined,
): Place[] =>
  prepared.languages.flatMap(({ data, locale }, index) =>
    compareValues(data, rowIn(locale) ?? {}).map((place) =>
      index === 0 ? place : { ...place, path: `${place.path} (${locale})` },
    ),
  )

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
