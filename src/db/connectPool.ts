import type { Payload } from 'payload'
import pg from 'pg'

import { databaseFault, isUnavailable } from './pgErrors'

const RETRY_MS = 1_000
/** Longer than a restart of a managed server takes; after that the caller gets the error and may try again. */
const GIVE_UP_MS = 60_000

/**
 * Opens the pool of this process. A server that is still starting is waited for, and the log says so; a wrong password or
 * a missing database is reported at once.
 */
export async function connectPool(
  settings: pg.PoolConfig,
  logger: Payload['logger'],
): Promise<pg.Pool> {
  const pool = new pg.Pool({ ...settings, pipeline: true } as pg.PoolConfig)
  // Without a listener a database restart would end the process.
  pool.on('error', (err) =>
    logger.warn({ err: err.message, msg: 'A database connection was lost' }),
  )
  // The pool listens to idle connections only; of one in use the statement that fails tells.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const deadline = Date.now() + GIVE_UP_MS
  for (;;) {
    try {
      const client = await pool.connect()
      client.release()
      return pool
    } catch (error) {
      const starting = databaseFault(error)?.sqlstate === '57P03' || isUnavailable(error)
      if (!starting || Date.now() > deadline) {
        await pool.end()
        throw new Error(
          `Cannot connect to PostgreSQL: ${error instanceof Error ? error.message : String(error)}`,
          {
            cause: error,
          },
        )
      }
      logger.warn('PostgreSQL does not answer yet; trying again')
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    }
  }
}
