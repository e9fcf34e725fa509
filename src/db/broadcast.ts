import type { Payload } from 'payload'
import type { Pool } from 'pg'

/** The one channel of this database. What is said on it is no secret: whoever may sign in may listen. */
export const CHANNEL = 'atrium'

/**
 * Tells every process that listens, this one included. Said after commit and outside of a scope: NOTIFY needs no table.
 * A word that is lost costs nothing but time: see REVALIDATE_SECONDS.
 */
export async function broadcast(payload: Payload, word: string): Promise<void> {
  const pool: unknown = Reflect.get(payload.db, 'pool')
  if (typeof pool !== 'object' || pool === null) return
  try {
    await (pool as Pool).query('select pg_notify($1, $2)', [CHANNEL, word])
  } catch (err) {
    payload.logger.warn({ err, msg: 'Other processes could not be told of a change' })
  }
}
