import type { ClientBase } from 'pg'

import { COLUMNS, SCHEMA_PARTS, SCHEMA_SOURCES, TABLE_PARTS } from './catalog/schemaQueries'

const HEADER =
  '-- The whole schema as the migrations make it. Written by `npm run db:check -- --write`, reviewed as a diff, never run.\n'

/**
 * The schema of a database as text: the same text for the same schema, whatever way it came about, and on PostgreSQL 15 to 18.
 * Only catalogs are read, so every role may ask. Versions of extensions, pgvector and rights on the database itself are left
 * out: they are the server's.
 */
export async function dumpSchema(client: ClientBase): Promise<string> {
  const sections: string[] = []
  for (const { title, sql } of SCHEMA_PARTS) {
    const lines = sorted(await find(client, sql)).map(({ line }) => line)
    if (lines.length > 0) sections.push(`-- ${title}\n\n${lines.join('\n')}\n`)
  }
  const columns = byTable(await find(client, COLUMNS))
  const parts: Map<string, string[]>[] = []
  for (const sql of TABLE_PARTS) parts.push(byTable(sorted(await find(client, sql))))
  for (const table of [...columns.keys()].sort(compare)) {
    const body = (columns.get(table) ?? []).map((line) => `  ${line}`).join(',\n')
    const lines = parts.flatMap((part) => part.get(table) ?? [])
    sections.push(`-- ${table}\n\ncreate table ${table} (\n${body}\n);\n${lines.join('\n')}\n`)
  }
  return `${HEADER}\n${sections.join('\n')}`
}

interface Found {
  readonly of: string
  readonly line: string
}

const find = async (client: ClientBase, sql: string): Promise<Found[]> =>
  (await client.query<Found>(`with ${SCHEMA_SOURCES} ${sql}`)).rows

/** By code unit: the order of the database's locale is another one elsewhere. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const sorted = (found: readonly Found[]): Found[] =>
  [...found].sort((a, b) => compare(a.of, b.of) || compare(a.line, b.line))

function byTable(found: readonly Found[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const { of, line } of found) {
    const group = groups.get(of)
    if (group) group.push(line)
    else groups.set(of, [line])
  }
  return groups
}
