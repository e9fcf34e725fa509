import { and, eq, lte } from '@payloadcms/db-postgres/drizzle'
import type { NodePgDatabase } from '@payloadcms/db-postgres/drizzle/node-postgres'
import type { PgColumn, PgTable } from '@payloadcms/db-postgres/drizzle/pg-core'

import { currentScope } from './withScope'

interface UpdateArgs {
  collection?: string
  data?: Record<string, unknown>
  id?: unknown
  req?: { transactionID?: unknown }
}

type UpdateOne<Args extends UpdateArgs> = (this: unknown, args: Args) => Promise<unknown>

/** What it needs of the adapter: the tables as drizzle has them, and the open transactions. */
interface IdentityAdapter {
  readonly tables: Record<string, unknown>
  readonly sessions: Record<string, { db: unknown } | undefined>
}

/** Everything about an account that authentication may write. Memberships, roles and the realm are not among it. */
export const CREDENTIAL_FIELDS = [
  'hash',
  'salt',
  'loginAttempts',
  'lockUntil',
  'resetPasswordToken',
  'resetPasswordExpiration',
  'resetPasswordRequestedAt',
  '_verified',
  '_verificationToken',
  'lastLogin',
] as const

const PASSWORD_FIELDS: ReadonlySet<string> = new Set(['hash', 'salt'])

/**
 * Payload's sign-in writes the whole account back, memberships included, to add one session; and leaving them out of the data
 * would delete them. In the identity scope only credentials and sessions are written; the database's grants say the same.
 */
export function identityWrites<Args extends UpdateArgs>(
  adapter: IdentityAdapter,
  updateOne: UpdateOne<Args>,
): UpdateOne<Args> {
  return async function (args) {
    const scope = currentScope()
    if (args.collection !== 'users' || scope?.kind !== 'identity' || !args.data) {
      return updateOne.call(this, args)
    }
    const { data, id } = args
    // A whole account, written back because of its sessions: its password may be older than the row's. Only a reset sets both.
    const isWhole = 'sessions' in data && !scope.lookup.startsWith('reset:')
    if (Array.isArray(data.sessions) && typeof id === 'string') {
      const added = data.sessions.filter(isJustMade)
      const write = added.length > 0 ? addSessions : writeSessions
      const sessions = added.length > 0 ? added : data.sessions
      await write(adapter, await databaseOf(adapter, args), id, sessions)
    }
    const credentials = Object.fromEntries(
      CREDENTIAL_FIELDS.filter(
        (field) => field in data && !(isWhole && PASSWORD_FIELDS.has(field)),
      ).map((field) => [field, data[field]]),
    )
    return Object.keys(credentials).length > 0
      ? updateOne.call(this, { ...args, data: credentials })
      : null
  }
}

async function databaseOf(adapter: IdentityAdapter, { req }: UpdateArgs) {
  const transaction: unknown = await req?.transactionID
  const session = typeof transaction === 'string' ? adapter.sessions[transaction] : undefined
  if (!session) throw new Error('Sessions are written inside a transaction')
  return session.db as NodePgDatabase<Record<string, unknown>>
}

const timestamp = (value: unknown): string | null => {
  const date = value instanceof Date ? value : new Date(String(value))
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

type SessionTable = PgTable & Record<'_parentID' | 'expiresAt', PgColumn>

const sessionTable = (adapter: IdentityAdapter) => adapter.tables.users_sessions as SessionTable

/** What Payload read has text for its dates; what it has made in this moment has a date (3.90, addSessionToUser). */
const isJustMade = (session: unknown): boolean =>
  typeof session === 'object' &&
  session !== null &&
  Reflect.get(session, 'createdAt') instanceof Date

/** The others stay as they are: since they were read, one may have begun elsewhere, and one may have been ended. */
async function addSessions(
  adapter: IdentityAdapter,
  db: NodePgDatabase<Record<string, unknown>>,
  user: string,
  sessions: readonly unknown[],
): Promise<void> {
  const table = sessionTable(adapter)
  const now = new Date().toISOString()
  await db.delete(table).where(and(eq(table._parentID, user), lte(table.expiresAt, now)))
  await db.insert(table).values(rowsOf(user, sessions))
}

async function writeSessions(
  adapter: IdentityAdapter,
  db: NodePgDatabase<Record<string, unknown>>,
  user: string,
  sessions: readonly unknown[],
): Promise<void> {
  const table = sessionTable(adapter)
  await db.delete(table).where(eq(table._parentID, user))
  const rows = rowsOf(user, sessions)
  if (rows.length > 0) await db.insert(table).values(rows)
}

function rowsOf(user: string, sessions: readonly unknown[]) {
  return sessions.flatMap((session, index) =>
    typeof session === 'object' && session !== null
      ? [
          {
            _order: index + 1,
            _parentID: user,
            id: String(Reflect.get(session, 'id')),
            createdAt: timestamp(Reflect.get(session, 'createdAt')),
            expiresAt: timestamp(Reflect.get(session, 'expiresAt')),
          },
        ]
      : [],
  )
}
