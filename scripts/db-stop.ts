/**
 * `npm run db:stop`: stops the embedded PostgreSQL that `npm run db:url`, or a command that was
 * killed, has left running.
 *
 * When: it is no longer needed. Undo: every command that needs the database starts it again.
 */
import { clusterFiles } from './postgres/clusterFiles'
import { embeddedDataDir } from './postgres/openDatabase'
import { findReadyPostmaster, stopPostmaster } from './postgres/postmaster'
import { loadServerUsers, releaseServer } from './postgres/serverUsers'
import { CommandError } from './support/CommandError'
import { runCommand } from './support/runCommand'
import { withLock } from './support/withLock'

runCommand(async () => {
  const files = clusterFiles(embeddedDataDir())
  await withLock(files.lock, async () => {
    await releaseServer(files)
    const [user] = await loadServerUsers(files)
    if (user !== undefined) {
      throw new CommandError(
        `The embedded PostgreSQL is in use by process ${user.pid} (${user.command}).`,
        'stop that one (Ctrl-C in its terminal): the last to leave stops the database',
      )
    }
    const wasRunning = (await findReadyPostmaster(files)) !== null
    await stopPostmaster(files)
    console.error(`The embedded PostgreSQL ${wasRunning ? 'has stopped' : 'was not running'}.`)
  })
})
