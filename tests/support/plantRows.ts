import { randomUUID } from 'node:crypto'

import type { PoolClient } from 'pg'

import { asPlatform } from './sqlActors'
import { uniqueName } from './uniqueName'

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly required: boolean
  readonly isEnum: boolean
  /** The table that a foreign key of this column leads to. */
  readonly target: string | null
}

/** A row in every table that was asked for, by its table: what a tenant has, without a word about any table here. */
export type PlantedRows = ReadonlyMap<string, string>

/** Columns that need a value: what is required, and every reference, so that no foreign key goes untried. */
const COLUMNS = `
  select c.relname as "table", a.attname as name, format_type(a.atttypid, null) as type,
    a.attnotnull and not a.atthasdef as required,
    exists (select from pg_enum e where e.enumtypid = a.atttypid) as "isEnum",
    (select k.confrelid::regclass::text from pg_constraint k
      where k.conrelid = c.oid and k.contype = 'f' and k.conkey[array_length(k.conkey, 1)] = a.attnum limit 1) as target
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relname = any ($1) and c.relnamespace = 'public'::regnamespace order by c.relname, a.attnum`

/**
 * Plants one row of `tenant` in each of `tables`, with every reference set, in the order that the foreign keys ask for. Made
 * from the catalog: a new collection is covered without an edit.
 *
 * @param known rows that exist already, for references to tables that are not asked for (`tenants`, `users`).
 */
export function plantRows(
  tables: readonly string[],
  tenant: string,
  known: Readonly<Record<string, string>>,
): Promise<PlantedRows> {
  return asPlatform()(async (client) => {
    const { rows: columns } = await client.query<Column>(COLUMNS, [tables])
    const planted = new Map(Object.entries(known))
    const waiting = new Set(tables)
    while (waiting.size > 0) {
      const ready = [...waiting].find((table) =>
        columns.every((column) => !waitsFor(column, table, waiting)),
      )
      if (!ready) throw new Error(`Foreign keys in a circle: ${[...waiting].join(', ')}`)
      const own = columns.filter(({ table }) => table === ready)
      planted.set(ready, await plantRow(client, ready, own, tenant, planted))
      waiting.delete(ready)
    }
    return planted
  })
}

const waitsFor = (column: Column, table: string, waiting: ReadonlySet<string>): boolean =>
  column.table === table &&
  column.target !== null &&
  column.target !== table &&
  waiting.has(column.target)

async function plantRow(
  client: PoolClient,
  table: string,
  columns: readonly Column[],
  tenant: string,
  planted: PlantedRows,
): Promise<string> {
  const values = new Map<string, unknown>()
  for (const column of columns) {
    const value = await valueOf(client, column, tenant, planted)
    if (value !== undefined) values.set(column.name, value)
  }
  const names = [...values.keys()].map((name) => `"${name}"`).join(', ')
  const places = [...values.keys()].map((_, index) => `$${index + 1}`).join(', ')
  const { rows } = await client.query<{ id: string }>(
    `insert into "${table}" (${names}) values (${places}) returning id::text as id`,
    [...values.values()],
  )
  return rows[0]?.id ?? ''
}

async function valueOf(
  client: PoolClient,
  column: Column,
  tenant: string,
  planted: PlantedRows,
): Promise<unknown> {
  if (column.name === 'tenant_id') return tenant
  if (column.target !== null) return planted.get(column.target)
  if (!column.required) return undefined
  if (column.isEnum) {
    const { rows } = await client.query<{ label: string }>(
      'select enumlabel as label from pg_enum where enumtypid = $1::regtype order by enumsortorder limit 1',
      [column.type],
    )
    return rows[0]?.label
  }
  if (column.type === 'uuid') return randomUUID()
  if (column.type === 'jsonb') return '{}'
  if (/^(integer|numeric|bigint)$/.test(column.type)) return 1
  if (column.type === 'boolean') return false
  if (column.type.startsWith('timestamp')) return new Date()
  return uniqueName(column.name.replaceAll('_', '-'))
}
