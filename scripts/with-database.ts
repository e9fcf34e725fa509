/**
 * `tsx scripts/with-database.ts -- <command…>`: runs a command with DATABASE_URL, DATABASE_OWNER_URL
 * and the secrets set; starts the embedded database when the environment names none.
 *
 * When: for tools that load the Payload config, like `payload generate:types`. Undo: nothing to undo,
 * the database stops after the command unless something else uses it.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { delimiter, join } from 'node:path'

import { databaseEnvironment } from './application/databaseEnvironment'
import { openDatabase } from './postgres/openDatabase'
import { CommandError } from './support/CommandError'
import { loadCredentials } from './support/loadCredentials'
import { projectRoot } from './support/projectPaths'
import { runCommand } from './support/runCommand'

runCommand(withDatabase)

async function withDatabase(): Promise<number> {
  const [program, ...args] = process.argv.slice(process.argv[2] === '--' ? 3 : 2)
  if (program === undefined) {
    throw new CommandError(
      'Which command?',
      'tsx scripts/with-database.ts -- payload migrate:status',
    )
  }
  // The terminal sends Ctrl-C to the command too: it decides, and we close the database after it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
  const database = await openDatabase({ onProgress: (message) => console.error(message) })
  try {
    const env = databaseEnvironment({ database, credentials: await loadCredentials() })
    const bin = join(projectRoot, 'node_modules', '.bin')
    const child = spawn(program, args, {
      stdio: 'inherit',
      env: { ...env, PATH: `${bin}${delimiter}${env.PATH ?? ''}` },
    })
    for (const signal of ['SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => child.kill(signal))
    const [code]: unknown[] = await once(child, 'exit')
    return typeof code === 'number' ? code : 1
  } finally {
    await database.close()
  }
}
