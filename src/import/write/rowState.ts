import type { PoolClient } from 'pg'

import { byIds } from '../byIds'
import { PAGE_VERSIONS, type RowCollection } from '../rowCollection'

/** The table of a collection. */
export const tableOf = (slug: string): string =>
  slug === PAGE_VERSIONS ? '"_pages_v"' : `"${slug.replaceAll('-', '_')}"`

/** Of a row of any table, in SQL. */
export const STATE = `to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS')`

const columnOf = (field: string): string =>
  `"${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`

/**
 * The state of a row, by which a later change is seen: when it was last changed, whoever did it (the trigger atrium_touch_updated_at).
 * Undefined if it is not there.
 */
export async function stateOf(
  client: PoolClient,
  slug: RowCollection,
  id: string,
): Promise<string | undefined> {
  const { rows } = await client.query<{ state: string }>(
    `select ${STATE} as state from ${tableOf(slug)} where id = $1`,
    [id],
  )
  return rows[0]?.state
}

/** The states of many rows, by their ids. */
export async function statesOf(
  client: PoolClient,
  slug: RowCollection,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ id: string; state: string }>(
    byIds(tableOf(slug), `id::text, ${STATE} as state`),
    [ids],
  )
  return new Map(rows.map(({ id, state }) => [id, state]))
}

/** Columns that no operation of Payload's reads. */
export async function readColumns(
  client: PoolClient,
  slug: RowCollection,
  id: string,
  names: readonly string[],
): Promise<Readonly<Record<string, string | null>>> {
  const columns = names.map((name, index) => `${columnOf(name)}::text as "${index}"`)
  const { rows } = await client.query<Record<string, string | null>>(
    `select ${columns.join(', ')} from ${tableOf(slug)} where id = $1`,
    [id],
  )
  return Object.fromEntries(names.map((name, index) => [name, rows[0]?.[index] ?? null]))
}

/** The mark of the version that Payload makes when an import writes a row, see versions/VersionedPage.ts. */
const OWN = 'snapshot = false'

/** What no operation of Payload's writes: the times of the source, and hashes of passwords. */
export async function writeColumns(
  client: PoolClient,
  slug: RowCollection,
  id: string,
  {
    columns: given = {},
    deletedAt,
    hasDrafts = false,
    createdAt,
    updatedAt,
  }: {
    readonly columns?: Readonly<Record<string, string | null>> | undefined
    /** Left out for collections without a trash. */
    readonly deletedAt?: string | null
    /** A draft is read from its newest version, which has times of its own. */
    readonly hasDrafts?: boolean
    readonly createdAt: string | undefined
    readonly updatedAt: string | undefined
  },
): Promise<void> {
  const columns: Readonly<Record<string, string | null>> = {
    ...given,
    ...(deletedAt === undefined ? {} : { deletedAt }),
  }
  const names = Object.keys(columns)
  const sets = names.map((name, index) => `${columnOf(name)} = $${index + 4}`)
  await client.query(`select set_config('atrium.keep_times', 'on', true)`)
  await client.query(
    `update ${tableOf(slug)} set created_at = coalesce($2::timestamptz, created_at), updated_at = coalesce($3::timestamptz, updated_at)
     ${sets.map((set) => `, ${set}`).join('')} where id = $1`,
    [id, createdAt ?? null, updatedAt ?? null, ...names.map((name) => columns[name])],
  )
  const trash = deletedAt === undefined ? '' : ', version_deleted_at = $4::timestamptz'
  if (hasDrafts)
    await client.query(
      `update ${tableOf(`_${slug}_v`)} set version_created_at = coalesce($2::timestamptz, version_created_at),
         version_updated_at = coalesce($3::timestamptz, version_updated_at), ${OWN}${trash} where parent_id = $1 and latest`,
      [id, createdAt ?? null, updatedAt ?? null, ...(trash === '' ? [] : [deletedAt])],
    )
  await client.query(`select set_config('atrium.keep_times', '', true)`)
}
