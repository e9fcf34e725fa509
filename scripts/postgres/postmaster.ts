import { execFileSync } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

import { CommandError, hasCode } from '../support/CommandError'
import { commandLineOf, isAlive, isPidTaken, waitForExit } from '../support/processes'
import type { ClusterFiles } from './clusterFiles'
import { findPostgresBinaries } from './postgresBinaries'

export type Postmaster = { pid: number; port: number; status: string }

/**
 * The server that runs on this data directory, if one does. A `postmaster.pid` whose process is gone
 * is left alone, since PostgreSQL itself checks it best. One whose number belongs to another program
 * now, or to a zombie, would keep PostgreSQL from starting: it is removed. Should processes of the
 * old server still be at work, PostgreSQL finds their shared memory by the directory's inode.
 */
export async function findPostmaster(files: ClusterFiles): Promise<Postmaster | null> {
  const postmaster = await readPostmaster(files)
  if (postmaster === null || !isPidTaken(postmaster.pid)) return null
  if (isAlive(postmaster.pid) && mayBeServerOf(postmaster.pid, files)) return postmaster
  await rm(pidFile(files), { force: true })
  return null
}

function mayBeServerOf(pid: number, { dataDir }: ClusterFiles): boolean {
  const command = commandLineOf(pid)
  return command === '' || command.includes(dataDir)
}

/** Waits while the server starts or stops: afterwards it is ready, or there is none. */
export async function findReadyPostmaster(files: ClusterFiles): Promise<Postmaster | null> {
  const deadline = Date.now() + 90_000 // recovery after a crash
  for (;;) {
    const postmaster = await findPostmaster(files)
    if (postmaster === null || postmaster.status === 'ready') return postmaster
    if (Date.now() > deadline) {
      throw new CommandError(
        `PostgreSQL (process ${postmaster.pid}) has been ${postmaster.status || 'starting'} for too long.`,
        `read ${files.log}`,
      )
    }
    await delay(15)
  }
}

/** Fast shutdown: open transactions are rolled back, clients are disconnected, the data is flushed. */
export async function stopPostmaster(files: ClusterFiles): Promise<void> {
  const postmaster = await findPostmaster(files)
  if (postmaster === null) return
  interrupt(postmaster.pid, files)
  if (await waitForExit(postmaster.pid, 30_000)) return
  signal(postmaster.pid, 'SIGQUIT')
  if (await waitForExit(postmaster.pid, 10_000)) return
  throw new CommandError(
    `PostgreSQL (process ${postmaster.pid}) does not stop.`,
    `read ${files.log}, then kill ${postmaster.pid}`,
  )
}

function interrupt(pid: number, files: ClusterFiles): void {
  if (process.platform !== 'win32') return signal(pid, 'SIGINT')
  const program = join(findPostgresBinaries(files.dataDir), 'pg_ctl')
  execFileSync(program, ['stop', '-m', 'fast', '-D', files.dataDir], { stdio: 'ignore' })
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (!hasCode(error, 'ESRCH')) throw error
  }
}

/** The lines of `postmaster.pid`: pid, data directory, start, port, socket directory, address, shared memory, status. */
async function readPostmaster(files: ClusterFiles): Promise<Postmaster | null> {
  try {
    const lines = (await readFile(pidFile(files), 'utf8')).split('\n').map((line) => line.trim())
    const pid = Number(lines[0])
    return pid > 0 ? { pid, port: Number(lines[3]), status: lines[7] ?? '' } : null
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}

function pidFile(files: ClusterFiles): string {
  return join(files.dataDir, 'postmaster.pid')
}
