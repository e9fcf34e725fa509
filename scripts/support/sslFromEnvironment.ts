import type { ClientConfig } from 'pg'

/** The owner's connection uses the same certificate rules as the runtime's, read without the rest of the environment. */
export function sslFromEnvironment(): Pick<ClientConfig, 'ssl'> {
  const mode = process.env.DATABASE_SSL
  if (mode !== 'verify' && mode !== 'no-verify') return {}
  const ca = process.env.DATABASE_SSL_CA
  return { ssl: { rejectUnauthorized: mode === 'verify', ...(ca ? { ca } : {}) } }
}
