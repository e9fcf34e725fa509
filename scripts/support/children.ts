import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { CommandError, hasCode } from './CommandError'
import { identifyProcess, isStillRunning, waitForExit, type ProcessIdentity } from './processes'
import { dataRoot, projectRoot } from './projectPaths'
import { isRecord, readJson } from './readJson'
import { writeFileAtomically } from './writeFileAtomically'

/**
 * Node programs that a command starts. Each is the leader of a process group, so that Ctrl-C reaches
 * only us and we stop it with its own children, and each leaves a file behind, so that the next
 * command can end it if we are killed.
 */
export type Child = {
  name: string
  pid: number
  /** What it ended with; never rejects. */
  ended: Promise<string>
  stop: () => Promise<void>
}

export type ChildOptions = {
  name: string
  args: string[]
  env: NodeJS.ProcessEnv
  cwd?: string
  /** A file for its output, else the terminal. */
  log?: string
  port?: number
}

export type ChildRecord = {
  name: string
  port: number | null
  child: ProcessIdentity
  parent: ProcessIdentity
}

export async function startChild(options: ChildOptions): Promise<Child> {
  const { name, args, env, log, cwd = projectRoot } = options
  const output = log === undefined ? 'inherit' : openLog(log)
  const child = spawn(process.execPath, args, {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', output, output],
  })
  if (typeof output === 'number') closeSync(output)
  const end = watchEnd(child)
  const { pid } = child
  if (pid === undefined) throw new CommandError(`${name} could not be started: ${await end}`)
  const record = join(recordsDir(), `${pid}.json`)
  await writeRecord(record, options, pid)
  let running = true
  const ended = end.finally(() => {
    running = false
    return rm(record, { force: true })
  })
  const stop = async () => {
    // Once it has ended, its number may be somebody else's.
    if (running) await endGroup(pid)
    await ended
  }
  return { name, pid, ended, stop }
}

/** Runs a program to its end; a failure shows the end of its log. */
export async function runChild(
  options: ChildOptions & { log: string; hint: string },
  onStart: (child: Child) => void,
): Promise<void> {
  const child = await startChild(options)
  onStart(child)
  const end = await child.ended
  if (end !== 'code 0') {
    throw new CommandError(
      `${options.name} failed (${end}).\n\n${await endOfLog(options.log)}`,
      `${options.hint}; the whole log is ${options.log}`,
    )
  }
}

export async function endOfLog(log: string, lines = 40): Promise<string> {
  const text = await readFile(log, 'utf8').catch(() => '')
  return text.trimEnd().split('\n').slice(-lines).join('\n')
}

/** The children of commands that still run. Those whose command was killed are ended. */
export async function loadLiveChildren(): Promise<ChildRecord[]> {
  const live: ChildRecord[] = []
  for (const file of await listRecords()) {
    const record = await readJson(file, isChildRecord)
    const running = record !== null && isStillRunning(record.child)
    if (running && isStillRunning(record.parent)) {
      live.push(record)
      continue
    }
    if (running) await endGroup(record.child.pid)
    await rm(file, { force: true })
  }
  return live
}

async function endGroup(pid: number): Promise<void> {
  signalGroup(pid, 'SIGTERM')
  if (!(await waitForExit(pid, 8_000))) {
    signalGroup(pid, 'SIGKILL')
    await waitForExit(pid, 5_000)
  }
  // What the leader left behind in its group.
  signalGroup(pid, 'SIGKILL')
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal)
  } catch (error) {
    if (!hasCode(error, 'ESRCH') && !hasCode(error, 'EPERM')) throw error
  }
}

function watchEnd(child: ChildProcess): Promise<string> {
  return new Promise((settle) => {
    child.once('exit', (code, signal) => settle(signal ?? `code ${code}`))
    child.once('error', (error) => settle(error.message))
  })
}

function openLog(path: string): number {
  mkdirSync(dirname(path), { recursive: true })
  return openSync(path, 'w', 0o600)
}

function recordsDir(): string {
  return join(dataRoot(), 'children')
}

async function listRecords(): Promise<string[]> {
  await mkdir(recordsDir(), { recursive: true })
  const names = await readdir(recordsDir())
  return names.filter((name) => name.endsWith('.json')).map((name) => join(recordsDir(), name))
}

async function writeRecord(path: string, options: ChildOptions, pid: number): Promise<void> {
  const child = identifyProcess(pid)
  const parent = identifyProcess(process.pid)
  if (child === null || parent === null) return
  const record: ChildRecord = { name: options.name, port: options.port ?? null, child, parent }
  await writeFileAtomically(path, JSON.stringify(record))
}

function isChildRecord(value: unknown): value is ChildRecord {
  return (
    isRecord(value) &&
    typeof value.name === 'string' &&
    (value.port === null || typeof value.port === 'number') &&
    isIdentity(value.child) &&
    isIdentity(value.parent)
  )
}

function isIdentity(value: unknown): value is ProcessIdentity {
  return isRecord(value) && typeof value.pid === 'number' && typeof value.startedAt === 'string'
}
