import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'

import { identifyProcess, isStillRunning, type ProcessIdentity } from '../support/processes'
import { isRecord, readJson } from '../support/readJson'
import { writeFileAtomically } from '../support/writeFileAtomically'
import type { ClusterFiles } from './clusterFiles'

/**
 * The processes that use an embedded server, one file each. The last to leave stops the server.
 * Files of processes that were killed count for nothing.
 */
export type ServerUser = ProcessIdentity & { command: string }

/** Returns the file whose removal says that we are done. */
export async function addServerUser(files: ClusterFiles): Promise<string> {
  const path = join(files.users, `${process.pid}-${randomUUID()}.json`)
  await write(path, process.pid, basename(process.argv[1] ?? 'node'))
  return path
}

/** Registers the server as its own user: it goes on until `npm run db:stop`, and not beyond its own life. */
export function keepServer(files: ClusterFiles, postmasterPid: number): Promise<void> {
  return write(keptFile(files), postmasterPid, 'npm run db:url')
}

export function releaseServer(files: ClusterFiles): Promise<void> {
  return rm(keptFile(files), { force: true })
}

export async function loadServerUsers(files: ClusterFiles): Promise<ServerUser[]> {
  await mkdir(files.users, { recursive: true })
  const users: ServerUser[] = []
  for (const name of await readdir(files.users)) {
    if (!name.endsWith('.json')) continue
    const path = join(files.users, name)
    const user = await readJson(path, isServerUser)
    if (user !== null && isStillRunning(user)) users.push(user)
    else await rm(path, { force: true })
  }
  return users
}

function keptFile(files: ClusterFiles): string {
  return join(files.users, 'kept.json')
}

async function write(path: string, pid: number, command: string): Promise<void> {
  const identity = identifyProcess(pid) ?? { pid, startedAt: 'unknown' }
  const user: ServerUser = { ...identity, command }
  await writeFileAtomically(path, JSON.stringify(user))
}

function isServerUser(value: unknown): value is ServerUser {
  return (
    isRecord(value) &&
    typeof value.pid === 'number' &&
    typeof value.startedAt === 'string' &&
    typeof value.command === 'string'
  )
}
