import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import type { PostgresAdapter } from '@payloadcms/db-postgres'

import { allObjects } from '../migrations/allObjects'

type Tree = Readonly<Record<string, unknown>>

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What the config and `src/db/sql` say that the newest migration does not, by the path of each difference; empty when a new
 * migration would be empty. Snapshots are compared, and not statements made: drizzle-kit asks questions on a terminal when it
 * suspects that something was renamed.
 */
export async function pendingChanges(
  adapter: PostgresAdapter,
  { folder, sqlFolder }: { folder: string; sqlFolder: string },
): Promise<string[]> {
  const newest = readdirSync(folder)
    .filter((file) => /^\d{8}_\d{6}_\w+\.ts$/.test(file))
    .sort()
    .at(-1)
  if (!newest) return ['there is no migration yet']
  const file = path.join(folder, newest.replace(/\.ts$/, '.json'))
  if (!existsSync(file)) return [`${path.basename(file)} is missing: take it from version control`]
  const snapshot: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const { generateDrizzleJson } = adapter.requireDrizzleKit()
  const now: unknown = JSON.parse(
    JSON.stringify({
      drizzle: await generateDrizzleJson(adapter.schema),
      objects: allObjects(adapter, sqlFolder),
    }),
  )
  return differences(withoutIds(snapshot), withoutIds(now), [])
}

/** Each snapshot has an id of its own. */
function withoutIds(snapshot: unknown): unknown {
  if (!isTree(snapshot) || !isTree(snapshot.drizzle)) return snapshot
  const { id: _id, prevId: _prevId, ...drizzle } = snapshot.drizzle
  return { ...snapshot, drizzle }
}

function differences(before: unknown, after: unknown, at: readonly string[]): string[] {
  if (isTree(before) && isTree(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return keys.flatMap((key) => differences(before[key], after[key], [...at, key]))
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  const what = before === undefined ? 'is new' : after === undefined ? 'is gone' : 'has changed'
  return [`${at.slice(1).join(' › ')} ${what}`]
}
