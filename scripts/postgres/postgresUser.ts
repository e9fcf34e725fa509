import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { CommandError } from '../support/CommandError'

/** How to run a PostgreSQL program: it refuses to run as root. */
export type PostgresUser = { prefix: string[]; uid?: number; gid?: number }

type Options = { binaries: string; dataDir: string; userNamespaces?: boolean }

export function findPostgresUser({ binaries, dataDir, userNamespaces }: Options): PostgresUser {
  if (process.getuid?.() !== 0) return { prefix: [] }
  const owner = existsSync(dataDir) ? statSync(dataDir) : { uid: 0, gid: 0 }
  if (owner.uid !== 0)
    return reachable({ prefix: [], uid: owner.uid, gid: owner.gid }, dataDir, binaries)

  const nobody = { uid: idOf('-u'), gid: idOf('-g') }
  if (userNamespaces !== false) {
    // Inside this namespace we are nobody, outside root: no account is made, no file changes its owner.
    const prefix = [
      'unshare',
      '--user',
      `--map-user=${nobody.uid}`,
      `--map-group=${nobody.gid}`,
      '--',
    ]
    if (canRun([...prefix, join(binaries, 'postgres'), '--version'])) return { prefix }
  }
  const user = reachable({ prefix: [], ...nobody }, dataDir, binaries)
  if (existsSync(dataDir)) execFileSync('chown', ['-R', `${nobody.uid}:${nobody.gid}`, dataDir])
  return user
}

function canRun([program = '', ...rest]: string[]): boolean {
  return spawnSync(program, rest, { stdio: 'ignore' }).status === 0
}

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
}

function reachable(user: PostgresUser, dataDir: string, binaries: string): PostgresUser {
  for (const path of [dirname(dataDir), binaries]) {
    const blocked = ancestors(path).find((directory) => !canEnter(directory, user))
    if (blocked === undefined) continue
    throw new CommandError(
      `PostgreSQL does not run as root, and user ${user.uid ?? '?'}, as whom we would run it, cannot enter ${blocked}.`,
      'run this as an ordinary user, or set ATRIUM_DATA_DIR to a folder that everybody can enter, or set DATABASE_URL and DATABASE_OWNER_URL to a server of your own',
    )
  }
  return user
}

function canEnter(directory: string, { uid, gid }: PostgresUser): boolean {
  const { mode, uid: owner, gid: group } = statSync(directory)
  if (owner === uid) return (mode & 0o100) !== 0
  return (mode & (group === gid ? 0o010 : 0o001)) !== 0
}

function ancestors(path: string): string[] {
  const parent = dirname(path)
  return parent === path ? [path] : [...ancestors(parent), path]
}
