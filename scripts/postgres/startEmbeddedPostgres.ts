import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'

import pg from 'pg'

import { CommandError } from '../support/CommandError'
import { withLock } from '../support/withLock'
import { clusterFiles, type ClusterFiles } from './clusterFiles'
import { initializeCluster, superuser } from './initializeCluster'
import { launchPostmaster } from './launchPostmaster'
import { findPostgresBinaries } from './postgresBinaries'
import { findPostgresUser } from './postgresUser'
import { findReadyPostmaster, stopPostmaster, type Postmaster } from './postmaster'
import { readServerFile, type ServerFile } from './serverFile'
import { addServerUser, keepServer, loadServerUsers } from './serverUsers'

export type EmbeddedPostgres = {
  port: number
  superuserUrl: string
  /** Ends our use of the server, and the server with it when nobody else uses it. */
  stop: () => Promise<void>
  /** Ends our use, and lets the server run until `npm run db:stop`. */
  leaveRunning: () => Promise<void>
}

export type EmbeddedPostgresOptions = {
  dataDir: string
  onProgress?: (message: string) => void
  /** `false` is for tests: faster, and a power cut destroys the database. */
  durable?: boolean
  /** The folder with `initdb` and `postgres`, where it is to be another than findPostgresBinaries() finds. */
  binaries?: string
  /** `false` behaves as on a machine that forbids user namespaces. Matters only to root. */
  userNamespaces?: boolean
}

/**
 * A PostgreSQL on this data directory that listens on 127.0.0.1 only. One that already runs there is
 * shared, not started again: whoever leaves last stops it.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const files = clusterFiles(options.dataDir)
  const onProgress = options.onProgress ?? (() => undefined)
  return withLock(
    files.lock,
    async () => {
      const postmaster = (await findReadyPostmaster(files)) ?? (await launch(files, options))
      const server = await requireServerFile(files)
      const superuserUrl = urlOf(postmaster, server)
      await assertOurs(superuserUrl, postmaster, files)
      const user = await addServerUser(files)
      return {
        port: postmaster.port,
        superuserUrl,
        stop: () => leave(files, user),
        leaveRunning: async () => {
          await keepServer(files, postmaster.pid)
          await leave(files, user)
        },
      }
    },
    { onWait: (pid) => onProgress(`Waiting for process ${pid}, which is starting PostgreSQL`) },
  )
}

async function launch(files: ClusterFiles, options: EmbeddedPostgresOptions): Promise<Postmaster> {
  const { durable = true, userNamespaces, onProgress = () => undefined } = options
  const binaries = options.binaries ?? findPostgresBinaries(files.dataDir)
  const user = findPostgresUser({ binaries, dataDir: files.dataDir, userNamespaces })
  if (!existsSync(files.dataDir)) {
    onProgress('Creating an empty database cluster')
    await initializeCluster(files, binaries, user)
  }
  const server = await requireServerFile(files)
  return launchPostmaster({ files, binaries, user, server, durable, onProgress })
}

function leave(files: ClusterFiles, user: string): Promise<void> {
  return withLock(files.lock, async () => {
    await rm(user, { force: true })
    if ((await loadServerUsers(files)).length === 0) await stopPostmaster(files)
  })
}

async function requireServerFile(files: ClusterFiles): Promise<ServerFile> {
  const server = await readServerFile(files)
  if (server !== null) return server
  throw new CommandError(
    `${files.server} is missing, and with it the password of the database in ${files.dataDir}.`,
    `to start over with an empty database, remove ${files.dataDir}`,
  )
}

function urlOf({ port }: Postmaster, { password }: ServerFile): string {
  return `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`
}

/** The port might have gone to another server: never hand out a URL that leads somewhere else. */
async function assertOurs(url: string, { pid }: Postmaster, files: ClusterFiles): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    const { rows } = await client.query<{ directory: string }>(
      `select current_setting('data_directory') as directory`,
    )
    if (rows[0]?.directory !== files.dataDir) throw new Error('It serves another data directory.')
  } catch (error) {
    throw new CommandError(
      `A PostgreSQL (process ${pid}) runs on ${files.dataDir}, but does not let us in.`,
      `stop it (kill -INT ${pid}) and try again`,
      { cause: error },
    )
  } finally {
    await client.end()
  }
}
