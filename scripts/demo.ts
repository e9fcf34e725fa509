/**
 * `npm run demo`: builds Atrium when its sources have changed, starts the database, fills it and
 * serves it as in production, on this machine only. PORT chooses the port (3000).
 *
 * When: to try it, or to show it. Undo: Ctrl-C stops everything; `npm run demo -- --reset` removes
 * the database and the uploads (`.data`) and starts over.
 */
import { parseArgs } from 'node:util'
import { dirname, join } from 'node:path'

import { applicationEnvironment } from './application/applicationEnvironment'
import { buildApplication, standaloneServer } from './application/buildApplication'
import { choosePort } from './application/choosePort'
import { describeDemo } from './application/describeDemo'
import { prepareDatabase } from './application/prepareDatabase'
import { removeData } from './application/removeData'
import { waitForHealth } from './application/waitForHealth'
import { openDatabase } from './postgres/openDatabase'
import { loadLiveChildren, startChild, type Child } from './support/children'
import { CommandError } from './support/CommandError'
import { createProgress } from './support/createProgress'
import { loadCredentials } from './support/loadCredentials'
import { dataRoot } from './support/projectPaths'
import { runCommand } from './support/runCommand'
import { runUntilStopped, type Lifetime } from './support/runUntilStopped'

runCommand(() => runUntilStopped(demo))

async function demo(lifetime: Lifetime): Promise<void> {
  const { values } = parseArgs({ options: { reset: { type: 'boolean', default: false } } })
  const progress = createProgress(lifetime.ending)
  if (values.reset) await progress.step('Removing the demo’s data', removeData)
  const running = await loadLiveChildren()
  const port = await choosePort(progress.note)
  const credentials = await loadCredentials()
  const onStart = (child: Child) => lifetime.onEnd(child.stop)

  const prepare = async () => {
    const database = await progress.step('Starting PostgreSQL', (onProgress) => {
      const opening = openDatabase({ onProgress })
      lifetime.onEnd(async () => (await opening.catch(() => null))?.close())
      return opening
    })
    const env = applicationEnvironment({ database, credentials, port, mode: 'production' })
    await prepareDatabase({ database, env, progress, onStart })
    return env
  }
  const build = () =>
    progress.step('Building the application', (report) =>
      buildApplication({ running, onStart, report }),
    )
  const [env] = await Promise.all([prepare(), build()])

  const log = join(dataRoot(), 'logs', `server-${port}.log`)
  const server = await progress.step('Starting the server', async () => {
    const child = await startChild({
      name: 'the server',
      args: [standaloneServer],
      env,
      cwd: dirname(standaloneServer),
      log,
      port,
    })
    onStart(child)
    await waitForHealth({ child, port, log, timeout: 60_000 })
    return child
  })
  process.stdout.write(`${describeDemo(port)}\n`)
  const end = await server.ended
  throw new CommandError(`The server ended with ${end}.`, `read ${log}, then run this again`)
}
