import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { OpenDatabase } from '../postgres/openDatabase'
import { withClient } from '../postgres/withClient'
import { runChild, type Child } from '../support/children'
import type { Progress } from '../support/createProgress'
import { hashFiles } from '../support/hashFiles'
import { dataRoot } from '../support/projectPaths'
import { withLock } from '../support/withLock'
import { writeFileAtomically } from '../support/writeFileAtomically'

type Options = {
  database: OpenDatabase
  env: NodeJS.ProcessEnv
  progress: Progress
  onStart: (child: Child) => void
}

/** Brings the schema up to date, and the demo's content into a database that has not had this version of it. */
export async function prepareDatabase(options: Options): Promise<void> {
  const { database, progress } = options
  // Read first: without it nothing below can work, and the getter says what to do.
  const { ownerUrl } = database
  await withLock(join(dataRoot(), 'prepare.lock'), async () => {
    await progress.step('Migrating the database', () =>
      run(options, 'db-migrate.ts', 'npm run db:migrate'),
    )
    const stamp = await seedStamp(ownerUrl)
    if ((await readFile(stampFile(), 'utf8').catch(() => '')) === stamp) return
    await progress.step('Writing the demo content', () => run(options, 'seed.ts', 'npm run seed'))
    await writeFileAtomically(stampFile(), stamp)
  })
}

function run({ env, onStart }: Options, script: string, command: string): Promise<void> {
  const log = join(dataRoot(), 'logs', `${script.replace('.ts', '')}.log`)
  return runChild(
    {
      name: `scripts/${script}`,
      args: ['--import', 'tsx', join('scripts', script)],
      env,
      log,
      hint: `correct what it reports and run \`${command}\``,
    },
    onStart,
  )
}

function stampFile(): string {
  return join(dataRoot(), 'seed-stamp')
}

/** The table's oid is another one after `migrate:fresh`, which empties a database without replacing it. */
async function seedStamp(ownerUrl: string): Promise<string> {
  const { host } = new URL(ownerUrl)
  const identity = await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ identity: string }>(
      `select concat_ws('/', oid, datname, to_regclass('payload_migrations')::oid) as identity
       from pg_database where datname = current_database()`,
    )
    return rows[0]?.identity ?? ''
  })
  return [await hashFiles(['src/seed', 'scripts/seed.ts']), host, identity].join('\n')
}
