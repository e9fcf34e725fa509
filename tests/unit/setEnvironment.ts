import { vi } from 'vitest'

/** A complete environment for code that reads it, before that code is loaded. */
export function setEnvironment(changes: Record<string, string> = {}): void {
  const secret = 'a-secret-of-the-tests-and-of-nothing-else'
  const settings = {
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    PAYLOAD_SECRET: secret,
    PREVIEW_SECRET: secret,
    CRON_SECRET: secret,
    NEXT_PUBLIC_SERVER_URL: 'https://atrium.example:8443',
    SITES_DOMAIN: 'spaces.example',
    ...changes,
  }
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
}
