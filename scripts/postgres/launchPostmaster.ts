import type { ChildProcess } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'

import { CommandError, messageOf } from '../support/CommandError'
import { findFreePort } from '../support/ports'
import type { ClusterFiles } from './clusterFiles'
import { findPostmaster, type Postmaster } from './postmaster'
import type { PostgresUser } from './postgresUser'
import { runPostgresProgram } from './runPostgresProgram'
import { writeServerFile, type ServerFile } from './serverFile'

type Launch = {
  files: ClusterFiles
  binaries: string
  user: PostgresUser
  server: ServerFile
  durable: boolean
  onProgress: (message: string) => void
}

/** Starts the server on its remembered port, or on the next free one, and waits until it is ready. */
export async function launchPostmaster(launch: Launch): Promise<Postmaster> {
  const { files, server, onProgress } = launch
  const deadline = Date.now() + 90_000 // recovery after a crash
  let port = await findFreePort(server.port)
  while (Date.now() < deadline) {
    const result = await tryPort(launch, port, deadline)
    if (typeof result !== 'string') {
      if (port !== server.port) await writeServerFile(files, { ...server, port })
      return result
    }
    if (result.includes('could not bind')) {
      port = await findFreePort(port + 1)
    } else if (result.includes('pre-existing shared memory block')) {
      onProgress('Waiting for the processes of a PostgreSQL that was killed')
      await delay(200)
    } else {
      throw failure(files, result)
    }
  }
  throw failure(files, await readFile(files.log, 'utf8'))
}

/** The server, or its log when it ended before it was ready. */
async function tryPort(
  launch: Launch,
  port: number,
  deadline: number,
): Promise<Postmaster | string> {
  const { files, server, durable, onProgress } = launch
  if (port !== server.port) onProgress(`Port ${server.port} is taken, PostgreSQL takes ${port}`)
  const logFd = openSync(files.log, 'w', 0o600)
  const args = [
    '-D',
    files.dataDir,
    ...settings(port, durable).flatMap((setting) => ['-c', setting]),
  ]
  try {
    const child = runPostgresProgram({ ...launch, name: 'postgres', args, logFd })
    child.unref()
    const end = watchEnd(child)
    while (Date.now() < deadline && end.reason === null) {
      const postmaster = await findPostmaster(files)
      if (postmaster?.pid === child.pid && postmaster?.status === 'ready') return postmaster
      await delay(10)
    }
    return `${await readFile(files.log, 'utf8')}${end.reason ?? ''}`
  } finally {
    closeSync(logFd)
  }
}

function watchEnd(child: ChildProcess): { reason: string | null } {
  const end: { reason: string | null } = { reason: null }
  child.once('exit', (code, signal) => (end.reason ??= `It ended with ${signal ?? code}.`))
  child.once('error', (error) => (end.reason ??= messageOf(error)))
  return end
}

function settings(port: number, durable: boolean): string[] {
  return [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'password_encryption=scram-sha-256',
    'timezone=UTC',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ]
}

function failure(files: ClusterFiles, log: string): CommandError {
  const end = log.trim().split('\n').slice(-12).join('\n')
  return new CommandError(
    `PostgreSQL did not start on ${files.dataDir}:\n${end}`,
    `the whole log is ${files.log}; to start over with an empty database, remove ${files.dataDir}`,
  )
}
