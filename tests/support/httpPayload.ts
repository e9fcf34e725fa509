import type { Payload, SanitizedConfig } from 'payload'
import { afterAll, inject } from 'vitest'

import { serverSettings } from './httpServer'

/** Makes what the server has signed and configured true for this process; before anything of `src` reads its settings. */
export function enterServerEnvironment(): void {
  const { database, folder, port } = inject('http')
  const settings = Object.entries(serverSettings(database.runtime, folder, port))
  Object.assign(process.env, {
    ...Object.fromEntries(settings.filter(([, value]) => value !== undefined)),
    DATABASE_POOL_MAX: '3',
    LOG_LEVEL: 'silent',
  })
}

/** The config of the running server, with its settings. */
export async function serverConfig(): Promise<SanitizedConfig> {
  enterServerEnvironment()
  const { default: config } = await import('@payload-config')
  return config
}

/** The Local API on the database of the running server; closed after this test file. */
export async function serverPayload(): Promise<Payload> {
  const config = await serverConfig()
  const { getPayload } = await import('payload')
  const payload = await getPayload({ config })
  afterAll(() => payload.destroy())
  return payload
}
