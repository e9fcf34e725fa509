import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

import { childEnvironment, withoutPrefix } from '../support/environment'
import type { PostgresUser } from './postgresUser'

type Program = {
  binaries: string
  user: PostgresUser
  name: 'initdb' | 'postgres' | 'pg_ctl'
  args: string[]
  logFd: number
}

/**
 * In a process group of its own, so that the terminal's Ctrl-C reaches us and not PostgreSQL, and
 * writing to a file, so that it outlives us without a broken pipe.
 */
export function runPostgresProgram({ binaries, user, name, args, logFd }: Program): ChildProcess {
  const [program = '', ...rest] = [...user.prefix, join(binaries, name), ...args]
  return spawn(program, rest, {
    cwd: '/',
    detached: true,
    env: environment(),
    stdio: ['ignore', logFd, logFd],
    ...(user.uid === undefined ? {} : { uid: user.uid, gid: user.gid }),
  })
}

/** PGDATA, PGPORT and the like would win over what we decide, a localised log could not be read by us. */
function environment(): NodeJS.ProcessEnv {
  return childEnvironment({
    ...withoutPrefix('PG'),
    LANGUAGE: undefined,
    LC_ALL: 'C',
    LD_PRELOAD: undefined,
  })
}
