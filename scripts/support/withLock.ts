import { randomUUID } from 'node:crypto'
import { link, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

import { CommandError, hasCode } from './CommandError'
import { identifyProcess, isStillRunning, type ProcessIdentity } from './processes'
import { isRecord, readJson } from './readJson'

type Owner = ProcessIdentity & { token: string }
type LockOptions = { onWait?: (ownerPid: number) => void; timeout?: number }

/**
 * Runs `work` while no other process (nor another call in this one) holds the lock file. A lock whose
 * process is dead is taken over.
 */
export async function withLock<T>(
  path: string,
  work: () => Promise<T>,
  options: LockOptions = {},
): Promise<T> {
  await acquire(path, options)
  try {
    return await work()
  } finally {
    await rm(path, { force: true })
  }
}

async function acquire(path: string, { onWait, timeout = 180_000 }: LockOptions): Promise<void> {
  const deadline = Date.now() + timeout
  let waiting = false
  while (!(await claim(path))) {
    const owner = await readJson(path, isOwner)
    if (owner !== null && !isStillRunning(owner)) {
      await discardStale(path, owner)
      continue
    }
    if (owner !== null && !waiting) {
      onWait?.(owner.pid)
      waiting = true
    }
    if (Date.now() > deadline) {
      throw new CommandError(
        `${path} has been held for too long${owner === null ? '' : ` by process ${owner.pid}`}.`,
        'end that process, or remove the file if no command of this project is running',
      )
    }
    await delay(30)
  }
}

/** `link` fails when the name is taken and shows the whole content at once, which `open(…, 'wx')` does not. */
async function claim(path: string): Promise<boolean> {
  const identity = identifyProcess(process.pid) ?? { pid: process.pid, startedAt: 'unknown' }
  const draft = `${path}.${randomUUID()}`
  await mkdir(dirname(path), { recursive: true })
  await writeFile(draft, JSON.stringify({ ...identity, token: randomUUID() }), { mode: 0o600 })
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

/** Between our reading and the rename somebody else may have replaced the stale lock by a live one: put that back. */
async function discardStale(path: string, stale: Owner): Promise<void> {
  const aside = `${path}.${randomUUID()}`
  try {
    await rename(path, aside)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return
    throw error
  }
  const moved = await readJson(aside, isOwner)
  if (moved !== null && moved.token !== stale.token) await link(aside, path).catch(() => undefined)
  await rm(aside, { force: true })
}

function isOwner(value: unknown): value is Owner {
  return (
    isRecord(value) &&
    typeof value.pid === 'number' &&
    typeof value.startedAt === 'string' &&
    typeof value.token === 'string'
  )
}
