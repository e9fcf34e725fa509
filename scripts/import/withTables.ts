import pg from 'pg'

import { type Connected } from '../../src/db/poolOf'
import { poolConfig } from '../../src/db/poolConfig'
import { assertMigrated } from '../support/assertMigrated'
import { CommandError, messageOf } from '../support/CommandError'

/**
 * The tables alone, for commands that need nothing else of Payload, whose config takes seconds to load. In scopes, as always: the role can
 * do nothing outside of one.
 *
 * @throws CommandError when the database cannot be reached, or is not migrated
 */
export async function withTables<T>(work: (connected: Connected) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ ...poolConfig(), max: 2 })
  // Of a connection that is lost the next statement tells.
  pool.on('error', () => undefined)
  try {
    await assertCurrent(pool)
    return await work({ db: { pool } })
  } finally {
    await pool.end()
  }
}

async function assertCurrent(pool: pg.Pool): Promise<void> {
  const client = await pool.connect().catch((error: unknown) => {
    throw new CommandError(
      `The database cannot be reached: ${messageOf(error)}`,
      'is it started, and is DATABASE_URL right?',
      { cause: error },
    )
  })
  try {
    await assertMigrated(client)
  } finally {
    client.release()
  }
}
