import { rm } from 'node:fs/promises'

import { clusterFiles } from '../postgres/clusterFiles'
import { embeddedDataDir } from '../postgres/openDatabase'
import { stopPostmaster } from '../postgres/postmaster'
import { loadServerUsers } from '../postgres/serverUsers'
import { loadLiveChildren } from '../support/children'
import { CommandError } from '../support/CommandError'
import { readEnvironment } from '../support/environment'
import { dataRoot } from '../support/projectPaths'
import { withLock } from '../support/withLock'

/** For `--reset`: the embedded database, its passwords and the uploads, unless something uses them. */
export async function removeData(): Promise<void> {
  if (readEnvironment('DATABASE_URL') !== undefined) {
    throw new CommandError(
      '--reset empties the embedded database only, and DATABASE_URL names another one.',
      'unset DATABASE_URL and DATABASE_OWNER_URL, or run this without --reset',
    )
  }
  const children = await loadLiveChildren()
  const files = clusterFiles(embeddedDataDir())
  await withLock(files.lock, async () => {
    const parents = children.map(({ name, parent }) => ({ pid: parent.pid, command: name }))
    const [user] = [...(await loadServerUsers(files)), ...parents]
    if (user !== undefined) {
      throw new CommandError(
        `The database is in use by process ${user.pid} (${user.command}), so nothing was removed.`,
        'stop that first (Ctrl-C in its terminal, or `npm run db:stop`), then run this again',
      )
    }
    await stopPostmaster(files)
    await rm(dataRoot(), { recursive: true, force: true })
  })
}
