import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { CommandError, messageOf } from '../support/CommandError'
import type { ClusterFiles } from './clusterFiles'
import type { PostgresUser } from './postgresUser'
import { runPostgresProgram } from './runPostgresProgram'
import { readServerFile, writeServerFile } from './serverFile'

export const superuser = 'postgres'
const firstPort = 25_432 // below the range (32768 up) from which Linux takes ports for outgoing connections

/** Only names: all of them are UTF8. `C` is the last resort, it cannot lower-case beyond ASCII. */
const locales = ['C.UTF-8', 'en_US.UTF-8', 'C']

/** Creates the data directory completely or not at all: `initdb` works in a draft that is renamed at the end. */
export async function initializeCluster(
  files: ClusterFiles,
  binaries: string,
  user: PostgresUser,
): Promise<void> {
  const password = randomBytes(24).toString('base64url')
  const passwordFile = join(files.draft, 'password')
  try {
    for (const locale of locales) {
      await rm(files.draft, { recursive: true, force: true })
      await mkdir(files.draft, { mode: 0o700 })
      await writeFile(passwordFile, password, { mode: 0o600 })
      if (user.uid !== undefined && user.gid !== undefined) {
        await chown(passwordFile, user.uid, user.gid)
        await chown(files.draft, user.uid, user.gid)
      }
      const args = initdbArguments(join(files.draft, 'data'), passwordFile, locale)
      const problem = await runInitdb(files, binaries, user, args)
      if (problem === null) break
      if (locale === locales.at(-1) || !problem.includes('invalid locale')) {
        throw new CommandError(
          `PostgreSQL could not create ${files.dataDir}:\n${problem}`,
          'correct what it reports, or set DATABASE_URL and DATABASE_OWNER_URL to a server of your own',
        )
      }
    }
    const port = (await readServerFile(files))?.port ?? firstPort
    await writeServerFile(files, { port, password })
    await rename(join(files.draft, 'data'), files.dataDir)
  } finally {
    await rm(files.draft, { recursive: true, force: true })
  }
}

function initdbArguments(dataDir: string, passwordFile: string, locale: string): string[] {
  return [
    `--pgdata=${dataDir}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    `--locale=${locale}`,
    // An empty cluster is quicker made again than flushed to the disk.
    '--no-sync',
    '--no-instructions',
  ]
}

/** `null` when it worked, else what it said. */
async function runInitdb(
  files: ClusterFiles,
  binaries: string,
  user: PostgresUser,
  args: string[],
): Promise<string | null> {
  const logFd = openSync(files.log, 'w', 0o600)
  try {
    const child = runPostgresProgram({ binaries, user, name: 'initdb', args, logFd })
    const [code]: unknown[] = await once(child, 'exit')
    return code === 0 ? null : await readFile(files.log, 'utf8')
  } catch (error) {
    return messageOf(error)
  } finally {
    closeSync(logFd)
  }
}
