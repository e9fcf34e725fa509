import type { Pool } from 'pg'

/** Payload, or a pool alone (scripts/import/withTables.ts): whoever only needs its tables loads no Payload. */
export interface Connected {
  readonly db: object
}

/** The connections of the running app, as the runtime role: outside of a scope it is refused every table. */
export function poolOf({ db }: Connected): Pool {
  const pool: unknown = Reflect.get(db, 'pool')
  if (typeof pool !== 'object' || pool === null || !('connect' in pool))
    throw new Error('The database is not connected')
  return pool as Pool
}
