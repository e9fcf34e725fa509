import { join } from 'node:path'

import { CommandError } from '../support/CommandError'
import { readEnvironment } from '../support/environment'
import { loadCredentials } from '../support/loadCredentials'
import { dataRoot } from '../support/projectPaths'
import { ensureRoles } from './ensureRoles'
import { startEmbeddedPostgres } from './startEmbeddedPostgres'

const database = 'atrium'

export type OpenDatabase = {
  runtimeUrl: string
  ownerUrl: string
  /** Only the embedded server has one that we know. */
  superuserUrl?: string
  embedded: boolean
  /** Ends our use. An embedded server stops with its last user. */
  close: () => Promise<void>
  /** Ends our use, and lets an embedded server run until `npm run db:stop`. */
  leaveRunning: () => Promise<void>
}

export type OpenDatabaseOptions = { onProgress?: (message: string) => void }

/** The database that a command works on: the one in the environment, else the embedded one in `.data`. */
export async function openDatabase(options: OpenDatabaseOptions = {}): Promise<OpenDatabase> {
  return databaseFromEnvironment() ?? openEmbeddedDatabase(options)
}

export function embeddedDataDir(): string {
  return join(dataRoot(), 'postgres')
}

function databaseFromEnvironment(): OpenDatabase | null {
  const runtimeUrl = readEnvironment('DATABASE_URL')
  const ownerUrl = readEnvironment('DATABASE_OWNER_URL')
  if (runtimeUrl === undefined && ownerUrl === undefined) return null
  const nothing = async () => undefined
  return {
    runtimeUrl: runtimeUrl ?? missing('DATABASE_URL', 'atrium_app'),
    // Asked for only by commands that change the schema: the others must work without it.
    get ownerUrl() {
      return ownerUrl ?? missing('DATABASE_OWNER_URL', 'atrium_owner')
    },
    embedded: false,
    close: nothing,
    leaveRunning: nothing,
  }
}

function missing(variable: string, role: string): never {
  throw new CommandError(
    `${variable} is not set.`,
    `set ${variable} to postgres://${role}:…@host:5432/${database}, or unset DATABASE_URL and DATABASE_OWNER_URL to use the embedded database`,
  )
}

async function openEmbeddedDatabase({ onProgress }: OpenDatabaseOptions): Promise<OpenDatabase> {
  const { ownerPassword, appPassword } = await loadCredentials()
  const server = await startEmbeddedPostgres({ dataDir: embeddedDataDir(), onProgress })
  try {
    await ensureRoles({ superuserUrl: server.superuserUrl, database, ownerPassword, appPassword })
  } catch (error) {
    await server.stop()
    throw error
  }
  const urlOf = (role: string, password: string) =>
    `postgres://${role}:${password}@127.0.0.1:${server.port}/${database}`
  return {
    runtimeUrl: urlOf('atrium_app', appPassword),
    ownerUrl: urlOf('atrium_owner', ownerPassword),
    superuserUrl: server.superuserUrl,
    embedded: true,
    close: server.stop,
    leaveRunning: server.leaveRunning,
  }
}
