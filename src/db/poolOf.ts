import type { Payload } from 'payload'
import type { Pool } from 'pg'

/** The connections of the running app, as the runtime role: outside of a scope it is refused every table. */
export function poolOf(payload: Payload): Pool {
  const pool: unknown = Reflect.get(payload.db, 'pool')
  if (typeof pool !== 'object' || pool === null || !('connect' in pool))
    throw new Error('The database is not connected')
  return pool as Pool
}
