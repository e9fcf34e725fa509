import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type pg from 'pg'

import { projectRoot } from '../support/projectPaths'
import { parsePsqlScript, type PsqlStep } from './psqlScript'
import { atDatabase, withClient } from './withClient'

export type RolesOptions = {
  superuserUrl: string
  database: string
  ownerPassword: string
  appPassword: string
}

const script = join(projectRoot, 'src/db/sql/bootstrap/roles.sql')

/** Roles, database, schema and extensions as `roles.sql` wants them. May run at any time, twice at once too. */
export async function ensureRoles(options: RolesOptions): Promise<void> {
  const steps = parsePsqlScript(await readFile(script, 'utf8'), {
    database: options.database,
    owner_password: options.ownerPassword,
    app_password: options.appPassword,
  })
  await runSteps(options.superuserUrl, steps)
}

/** A connection stays open until the rest is done: it holds the lock. */
async function runSteps(url: string, steps: PsqlStep[]): Promise<void> {
  await withClient(url, async (client) => {
    for (const [index, step] of steps.entries()) {
      if (step.kind === 'connect') {
        return runSteps(atDatabase(url, step.database), steps.slice(index + 1))
      }
      await runStep(client, step)
    }
  })
}

async function runStep(client: pg.Client, step: Exclude<PsqlStep, { kind: 'connect' }>) {
  const { rows } = await client.query<Record<string, string>>(step.sql)
  if (step.kind === 'statement') return
  for (const row of rows) {
    for (const statement of Object.values(row)) await client.query(statement)
  }
}
