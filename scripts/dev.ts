/**
 * `npm run dev`: starts the database, migrates and fills it, and runs Next's development server,
 * which reloads what you change. PORT chooses the port (3000). It shares `.data` with the demo.
 *
 * When: to work on Atrium. Undo: Ctrl-C stops everything.
 */
import { join } from 'node:path'

import { applicationEnvironment, loopback } from './application/applicationEnvironment'
import { choosePort } from './application/choosePort'
import { describeDemo } from './application/describeDemo'
import { prepareDatabase } from './application/prepareDatabase'
import { waitForHealth } from './application/waitForHealth'
import { openDatabase } from './postgres/openDatabase'
import { loadLiveChildren, startChild, type Child } from './support/children'
import { CommandError } from './support/CommandError'
import { createProgress } from './support/createProgress'
import { loadCredentials } from './support/loadCredentials'
import { runCommand } from './support/runCommand'
import { runUntilStopped, type Lifetime } from './support/runUntilStopped'

runCommand(() => runUntilStopped(develop))

async function develop(lifetime: Lifetime): Promise<void> {
  const progress = createProgress(lifetime.ending)
  await loadLiveChildren()
  const port = await choosePort(progress.note)
  const credentials = await loadCredentials()
  const onStart = (child: Child) => lifetime.onEnd(child.stop)

  const database = await progress.step('Starting PostgreSQL', (onProgress) => {
    const opening = openDatabase({ onProgress })
    lifetime.onEnd(async () => (await opening.catch(() => null))?.close())
    return opening
  })
  const envFor = (mode: 'production' | 'development') =>
    applicationEnvironment({ database, credentials, port, mode })
  await prepareDatabase({ database, env: envFor('production'), progress, onStart })

  const next = join('node_modules', 'next', 'dist', 'bin', 'next')
  const server = await startChild({
    name: 'the development server',
    args: [next, 'dev', '--hostname', loopback, '--port', String(port)],
    env: envFor('development'),
    port,
  })
  onStart(server)
  await waitForHealth({ child: server, port, timeout: 180_000 })
  process.stdout.write(`${describeDemo(port)}\n`)
  const end = await server.ended
  throw new CommandError(`The development server ended with ${end}.`, 'run this again')
}
