/**
 * `npm run db:check [-- --write]`: whether the database, the migrations, the config and `src/migrations/schema.sql` say the
 * same, and whether the database holds tenants apart. Changes nothing.
 *
 * When: after every migration, in CI, after a restore. Exits 1 when something is wrong, and says what to do.
 * `--write` writes `src/migrations/schema.sql` anew: read its diff. Undo: take the file from version control.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'

import pg from 'pg'

import { describeOffenders } from '../src/db/catalog/assertCatalog'
import { diffLines } from '../src/db/catalog/diffLines'
import { pendingChanges } from '../src/db/catalog/pendingChanges'
import { runCatalog } from '../src/db/catalog/runCatalog'
import { dumpSchema } from '../src/db/dumpSchema'
import { appliedMigrations } from '../src/db/migrations/appliedMigrations'
import { loadAdapter } from '../src/db/migrations/loadAdapter'
import type { Migration } from '../src/db/migrations/Migration'
import { readMigrations } from '../src/db/migrations/readMigrations'
import { assertHistory, migrateUp } from '../src/db/migrations/runMigrations'
import { tableClasses } from '../src/db/rls/tableClasses'
import { dropDatabase } from './postgres/dropDatabase'
import { ensureRoles } from './postgres/ensureRoles'
import { openDatabase, type OpenDatabase } from './postgres/openDatabase'
import { atDatabase, withClient } from './postgres/withClient'
import { messageOf } from './support/CommandError'
import { loadCredentials } from './support/loadCredentials'
import { projectRoot } from './support/projectPaths'
import { runCommand } from './support/runCommand'
import { sslFromEnvironment } from './support/sslFromEnvironment'
import { withoutSecrets } from './support/withoutSecrets'

interface Finding {
  readonly lines: readonly string[]
  /** What to do about it. */
  readonly next: string
}

const folder = path.join(projectRoot, 'src/migrations')
const golden = path.join(folder, 'schema.sql')
const right: Finding[] = []

runCommand(async () => {
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } })
  let faults = 0
  const check = async (
    title: string,
    work: () => Promise<readonly Finding[]> | readonly Finding[],
  ) => {
    const found = await work()
    faults += found.length
    console.log(`${found.length === 0 ? '✓' : '✗'} ${title}`)
    for (const { lines, next } of found) console.log([...shorten(lines), `  → ${next}`].join('\n'))
  }

  const database = await openDatabase({ onProgress: (message) => console.error(message) })
  const client = new pg.Client({ connectionString: database.runtimeUrl, ...sslFromEnvironment() })
  try {
    await client.connect()
    let migrations: Migration[] = []
    await check('The migrations follow on each other', async () => {
      const [loaded, findings] = await loadMigrations()
      migrations = loaded
      return [...findings, ...missingFiles(loaded)]
    })
    withoutSecrets()
    const { default: config } = await import('../payload.config')
    const adapter = await loadAdapter(await config)
    await check('The newest migration says what the config says', async () => {
      const lines = await pendingChanges(adapter, {
        folder,
        sqlFolder: path.join(projectRoot, 'src/db/sql'),
      })
      return lines.length === 0 ? right : [{ lines, next: 'npm run db:migrate:create <name>' }]
    })
    await check('The database has these migrations', () => historyFindings(client, migrations))

    const schema = await dumpSchema(client)
    let scratch: string | undefined
    await check('The migrations run on an empty database', async () => {
      try {
        scratch = await scratchSchema(database, migrations)
        return right
      } catch (error) {
        return [
          {
            lines: [`  ${messageOf(error)}`],
            next: 'correct the migration, if it is not applied anywhere yet',
          },
        ]
      }
    })
    if (values.write) {
      writeFileSync(golden, scratch ?? schema)
      console.log(`  wrote ${path.relative(projectRoot, golden)}: read its diff`)
    }
    await check('schema.sql says what the migrations make', () =>
      compare(
        existsSync(golden) ? readFileSync(golden, 'utf8') : '',
        scratch ?? schema,
        'npm run db:check -- --write, and read the diff of src/migrations/schema.sql',
      ),
    )
    const expected = scratch
    if (expected !== undefined) {
      await check('The database has the schema that its migrations make', () =>
        compare(
          expected,
          schema,
          'npm run db:migrate; if it is current: somebody changed the schema by hand, make that a migration (npm run db:migrate:create <name> -- --blank) or undo it',
        ),
      )
    }
    await check('The database holds tenants apart', async () => {
      const red = (await runCatalog(client, tableClasses(adapter).values())).filter(
        ({ offenders }) => offenders.length > 0,
      )
      return red.map((result) => ({
        lines: describeOffenders(result).split('\n').slice(0, -1),
        next: result.check.mend,
      }))
    })
  } finally {
    await client.end()
    await database.close()
  }
  return faults === 0 ? 0 : 1
})

async function loadMigrations(): Promise<[Migration[], Finding[]]> {
  try {
    return [await readMigrations(folder), right]
  } catch (error) {
    const lines = messageOf(error)
      .split('\n')
      .map((line) => `  ${line}`)
    return [[], [{ lines, next: 'correct src/migrations, then: npm run db:check' }]]
  }
}

/** A snapshot lies beside every migration, and the running app knows the same list of names. */
function missingFiles(migrations: readonly Migration[]): Finding[] {
  const files = new Set(readdirSync(folder))
  const index = readFileSync(path.join(folder, 'index.ts'), 'utf8')
  const lines = migrations.flatMap(({ name }) => [
    ...(files.has(`${name}.json`) ? [] : [`  ${name}.json is missing`]),
    ...(index.includes(`'${name}'`) ? [] : [`  ${name} is not in index.ts`]),
  ])
  return lines.length === 0 ? [] : [{ lines, next: 'take src/migrations from version control' }]
}

async function historyFindings(
  client: pg.Client,
  migrations: readonly Migration[],
): Promise<Finding[]> {
  // Without files every migration would be missing; that they cannot be read is said already.
  if (migrations.length === 0) return []
  const applied = await appliedMigrations(client)
  const findings: Finding[] = []
  try {
    assertHistory(applied, migrations)
  } catch (error) {
    const lines = messageOf(error)
      .split('\n')
      .map((line) => `  ${line}`)
    findings.push({
      lines,
      next: 'take the file from version control; a change of the schema is a new migration',
    })
  }
  const missing = migrations.filter(({ name }) => !applied.some((row) => row.name === name))
  if (missing.length > 0) {
    findings.push({
      lines: missing.map(({ name }) => `  ${name} is not applied`),
      next: 'npm run db:migrate',
    })
  }
  return findings
}

/** The schema that the migrations make of an empty database; only on the embedded server may we make one. */
async function scratchSchema(
  server: OpenDatabase,
  migrations: readonly Migration[],
): Promise<string | undefined> {
  const { superuserUrl } = server
  if (superuserUrl === undefined || migrations.length === 0) return undefined
  const name = `atrium_check_${process.pid}`
  try {
    await ensureRoles({ superuserUrl, database: name, ...(await loadCredentials()) })
    return await withClient(atDatabase(server.ownerUrl, name), async (client) => {
      await migrateUp(client, migrations, () => undefined)
      return dumpSchema(client)
    })
  } finally {
    await dropDatabase(superuserUrl, name)
  }
}

function compare(expected: string, actual: string, next: string): Finding[] {
  const lines = diffLines(expected, actual)
  return lines.length === 0 ? [] : [{ lines: lines.map((line) => `  ${line}`), next }]
}

function shorten(lines: readonly string[], most = 80): readonly string[] {
  return lines.length <= most
    ? lines
    : [...lines.slice(0, most), `  … and ${lines.length - most} lines more`]
}
