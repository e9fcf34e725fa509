import { readFileSync } from 'node:fs'

import type { PoolConfig } from 'pg'

import { env } from '@/env'

/** TLS for hosted PostgreSQL: verified unless the environment says otherwise. */
export function sslConfig(): PoolConfig['ssl'] {
  const { DATABASE_SSL, DATABASE_SSL_CA } = env()
  if (DATABASE_SSL === 'off') return undefined
  const ca =
    DATABASE_SSL_CA && !DATABASE_SSL_CA.startsWith('-----')
      ? readFileSync(DATABASE_SSL_CA, 'utf8')
      : DATABASE_SSL_CA
  return { rejectUnauthorized: DATABASE_SSL === 'verify', ...(ca ? { ca } : {}) }
}

/** The runtime connection, as the environment describes it. */
export function poolConfig(): PoolConfig {
  const settings = env()
  const ssl = sslConfig()
  return {
    connectionString: settings.DATABASE_URL,
    ...(ssl === undefined ? {} : { ssl }),
    max: settings.DATABASE_POOL_MAX,
    idleTimeoutMillis: settings.DATABASE_POOL_IDLE_MS,
    connectionTimeoutMillis: settings.DATABASE_CONNECT_TIMEOUT_MS,
    statement_timeout: settings.DATABASE_STATEMENT_TIMEOUT_MS,
    // A transaction that nobody goes on with must not hold its locks for ever.
    idle_in_transaction_session_timeout: 60_000,
    application_name: 'atrium',
    keepAlive: true,
  }
}
