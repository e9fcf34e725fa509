import { getTableColumns } from '@payloadcms/db-postgres/drizzle'
import type { PgTable } from '@payloadcms/db-postgres/drizzle/pg-core'

const added = new WeakMap<object, { table: string; key: string }[]>()

/** Notes a column of a child table that no field stands for. */
export function noteAddedColumn(adapter: object, table: string, key: string): void {
  const columns = added.get(adapter) ?? []
  columns.push({ table, key })
  added.set(adapter, columns)
}

/**
 * Takes the noted columns out of what drizzle reads and writes. The database fills them by itself; in Payload's rows they
 * would show up as fields that nobody declared. Migrations are made from the tables as they were before.
 */
export function hideAddedColumns(adapter: { tables: Record<string, unknown> }): void {
  for (const { table, key } of added.get(adapter) ?? []) {
    const built = adapter.tables[table]
    if (built) Reflect.deleteProperty(getTableColumns(built as PgTable), key)
  }
}
