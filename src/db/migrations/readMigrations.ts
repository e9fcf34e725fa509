import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

import type { Migration, MigrationModule } from './Migration'

const FILE = /^\d{8}_\d{6}_\w+\.ts$/

const isModule = (value: unknown): value is MigrationModule =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'up') === 'function' &&
  typeof Reflect.get(value, 'down') === 'function' &&
  (typeof Reflect.get(value, 'parent') === 'string' || Reflect.get(value, 'parent') === null)

/**
 * The migrations of a folder, oldest first.
 *
 * @throws Error naming files that are no migrations, and migrations that do not form one chain.
 */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const files = readdirSync(folder)
    .filter((file) => FILE.test(file))
    .sort()
  const migrations: Migration[] = []
  for (const file of files) {
    const full = path.join(folder, file)
    const loaded: unknown = await import(pathToFileURL(full).href)
    if (!isModule(loaded))
      throw new Error(`${file} is not a migration: it exports parent, up and down`)
    migrations.push({
      name: path.basename(file, '.ts'),
      checksum: createHash('sha256').update(readFileSync(full)).digest('hex'),
      parent: loaded.parent,
      up: loaded.up,
      down: loaded.down,
    })
  }
  const problems = chainProblems(migrations)
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return migrations
}

/** What is wrong with the order of migrations: two made from one parent, or a parent that is missing. */
export function chainProblems(migrations: readonly Pick<Migration, 'name' | 'parent'>[]): string[] {
  return migrations.flatMap(({ name, parent }, index) => {
    const before = migrations[index - 1]?.name ?? null
    if (parent === before) return []
    const twin = migrations.find((other) => other.name !== name && other.parent === parent)
    return twin
      ? [
          `${twin.name} and ${name} were both made after ${parent ?? 'the empty schema'}. ` +
            `Delete the newer one with its .json files and make it again: npm run db:migrate:create`,
        ]
      : [
          `${name} was made after ${parent ?? 'the empty schema'}, which is not the one before it (${before ?? 'none'}).`,
        ]
  })
}
