import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import type { PostgresAdapter } from '@payloadcms/db-postgres'

import { allObjects } from './allObjects'
import type { DatabaseObject } from './tableObjects'

type Objects = Record<string, DatabaseObject>

interface Snapshot {
  /** The schema as drizzle sees it. */
  readonly drizzle: unknown
  /** What drizzle cannot say, as it was last made. */
  readonly objects: Objects
}

export interface CreatedMigration {
  readonly name: string
  readonly file: string
  readonly statements: number
}

/**
 * Writes the migration from the newest snapshot to what the config says now.
 *
 * @returns undefined when nothing changed and `blank` was not asked for.
 */
export async function createMigration(
  adapter: PostgresAdapter,
  {
    folder,
    sqlFolder,
    label,
    blank = false,
  }: { folder: string; sqlFolder: string; label: string; blank?: boolean },
): Promise<CreatedMigration | undefined> {
  const parent = newest(folder)
  const before = parent ? readSnapshot(folder, parent) : undefined
  const { generateDrizzleJson, generateMigration } = adapter.requireDrizzleKit()
  const after = await generateDrizzleJson(adapter.schema)
  const empty = structuredClone(adapter.defaultDrizzleSnapshot)
  const from = before?.drizzle ?? empty
  const upTables = (await generateMigration(from as never, after)).map(tolerant)
  const downTables = (await generateMigration(after, from as never)).map(tolerant)
  const objects = allObjects(adapter, sqlFolder)
  const {
    up: upObjects,
    down: downObjects,
    dropFirst,
  } = diffObjects(before?.objects ?? {}, objects, upTables)
  const up = [...dropFirst, ...upTables, ...upObjects]
  const down = [...downObjects, ...downTables]
  if (up.length === 0 && !blank) return undefined

  const stamp = new Date().toISOString().replace(/[-:]/g, '').replace('T', '_').slice(0, 15)
  const name = `${stamp}_${label.replace(/\W+/g, '_').toLowerCase()}`
  const file = path.join(folder, `${name}.ts`)
  writeFileSync(file, render(parent, up, down))
  writeFileSync(
    path.join(folder, `${name}.json`),
    `${JSON.stringify({ drizzle: after, objects } satisfies Snapshot, null, 1)}\n`,
  )
  writeIndex(folder)
  return { name, file, statements: up.length }
}

function newest(folder: string): string | undefined {
  return readdirSync(folder)
    .filter((file) => /^\d{8}_\d{6}_\w+\.json$/.test(file))
    .sort()
    .at(-1)
    ?.replace(/\.json$/, '')
}

function readSnapshot(folder: string, name: string): Snapshot {
  const parsed: unknown = JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8'))
  if (typeof parsed !== 'object' || parsed === null || !('objects' in parsed)) {
    throw new Error(`${name}.json is no snapshot: take it from version control`)
  }
  return parsed as Snapshot
}

/** What has to be made, made again or undone. An object of a dropped table goes with its table. */
function diffObjects(before: Objects, after: Objects, tables: readonly string[]) {
  const dropped = new Set(
    tables.flatMap((statement) => /^DROP TABLE "(\w+)"/i.exec(statement)?.[1] ?? []),
  )
  const goesWithTable = (key: string) => [...dropped].some((table) => key.split(' ')[1] === table)
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  const up: string[] = []
  const down: string[] = []
  const dropFirst: string[] = []
  for (const key of changed) {
    const [old, now] = [before[key], after[key]]
    if (old && !now && !goesWithTable(key)) dropFirst.unshift(old.down)
    if (now) up.push(now.up)
    if (now) down.unshift(old ? old.up : now.down)
    else if (old) down.push(old.up)
  }
  return { up, down, dropFirst }
}

/** A table that is dropped takes along what other tables have of it, policies and constraints: gone when their turn comes. */
const tolerant = (statement: string): string =>
  statement
    .replace(/^DROP POLICY "/, 'DROP POLICY IF EXISTS "')
    .replace(/^(ALTER TABLE "\w+") DROP CONSTRAINT "/, '$1 DROP CONSTRAINT IF EXISTS "')

const literal = (statement: string): string =>
  statement.trim().replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')

function render(
  parent: string | undefined,
  up: readonly string[],
  down: readonly string[],
): string {
  const body = (statements: readonly string[]) =>
    statements.length === 0
      ? ''
      : statements
          .map((statement) => `  await db.execute(sql.raw(\`${literal(statement)}\`))\n`)
          .join('')
  return `import { sql } from '@payloadcms/db-postgres/drizzle'

import type { MigrationArgs } from '@/db/migrations/Migration'

export const parent = ${parent ? `'${parent}'` : 'null'}

export async function up({ db }: MigrationArgs): Promise<void> {
${body(up)}}

export async function down({ db }: MigrationArgs): Promise<void> {
${body(down)}}
`
}

/** The names alone: the running app compares them with the database, and needs none of the statements. */
function writeIndex(folder: string): void {
  const names = readdirSync(folder)
    .filter((file) => /^\d{8}_\d{6}_\w+\.ts$/.test(file))
    .sort()
    .map((file) => `  '${path.basename(file, '.ts')}',\n`)
    .join('')
  writeFileSync(
    path.join(folder, 'index.ts'),
    `/** Generated by \`npm run db:migrate:create\`: what a database must have to be current. */\nexport const migrationNames: readonly string[] = [\n${names}]\n`,
  )
}
