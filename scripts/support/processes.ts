import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

import { hasCode } from './CommandError'

/** A process that can still be told from a later one that was given the same pid. */
export type ProcessIdentity = { pid: number; startedAt: string }

export function identifyProcess(pid: number): ProcessIdentity | null {
  const startedAt = isAlive(pid) ? startOf(pid) : null
  return startedAt === null ? null : { pid, startedAt }
}

export function isStillRunning(identity: ProcessIdentity): boolean {
  return identifyProcess(identity.pid)?.startedAt === identity.startedAt
}

export function isAlive(pid: number): boolean {
  return isPidTaken(pid) && !isZombie(pid)
}

/** A killed process keeps its pid until its parent has collected it, which in some containers is never. */
export function isPidTaken(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

/** The command line of a process, `''` when it can't be told. */
export function commandLineOf(pid: number): string {
  try {
    return process.platform === 'linux'
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
      : listProcess(pid, 'command=')
  } catch {
    return ''
  }
}

/** The process that started this one, or that took it over when that one died. */
export function parentOf(pid: number): number | null {
  try {
    const parent = process.platform === 'linux' ? statFields(pid)[1] : listProcess(pid, 'ppid=')
    return Number(parent) || null
  } catch {
    return null
  }
}

/** True when the process ended within the time. */
export async function waitForExit(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false
    await delay(15)
  }
  return true
}

function startOf(pid: number): string | null {
  if (process.platform === 'win32') return 'unknown'
  try {
    if (process.platform === 'linux') return statFields(pid)[19] ?? null
    return listProcess(pid, 'lstart=') || null
  } catch {
    return null
  }
}

function isZombie(pid: number): boolean {
  try {
    return process.platform === 'linux' && statFields(pid)[0] === 'Z'
  } catch {
    return false
  }
}

/** `/proc/<pid>/stat` from its third field on; the second, the program's name, may contain spaces. */
function statFields(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function listProcess(pid: number, column: string): string {
  return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim()
}
