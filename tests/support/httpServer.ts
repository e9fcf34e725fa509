import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { standaloneServer } from '../../scripts/application/buildApplication'
import { waitForHealth } from '../../scripts/application/waitForHealth'
import { startChild } from '../../scripts/support/children'
import {
  childEnvironment,
  payloadNodeOptions,
  readEnvironment,
} from '../../scripts/support/environment'
import { findFreePort } from '../../scripts/support/ports'

const secret = (name: string) => `a-${name}-secret-of-tests-that-is-long-enough`

/** A running production build. */
export interface HttpServer {
  readonly port: number
  /** Mail, uploads and the log. */
  readonly folder: string
  readonly stop: () => Promise<void>
}

/** Where vitest's workers look for a free port, far from each other and from people's own servers. */
const firstPort = (): number => 4_200 + (process.pid % 97) * 20

/** The standalone server as production runs it, on a database, with its files in `folder`. */
export async function startHttpServer(
  databaseUrl: string,
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<HttpServer> {
  const port = await findFreePort(firstPort())
  // Another build than the last one, for whoever works on the tests while the sources change.
  const program = readEnvironment('ATRIUM_STANDALONE') ?? standaloneServer
  const log = join(folder, `server-${port}.log`)
  await mkdir(folder, { recursive: true })
  const child = await startChild({
    name: 'a server of the API tests',
    args: [program],
    cwd: dirname(program),
    log,
    env: childEnvironment({
      ...serverSettings(databaseUrl, folder, port),
      ...settings,
    }),
  })
  try {
    await waitForHealth({ child, port, log, timeout: 60_000 })
  } catch (error) {
    await child.stop()
    throw error
  }
  return { port, folder, stop: child.stop }
}

/** Limits are met on purpose only, by tests that stay at one address. */
export const serverSettings = (databaseUrl: string, folder: string, port: number) => ({
  DATABASE_URL: databaseUrl,
  DATABASE_OWNER_URL: undefined,
  DATABASE_POOL_MAX: '10',
  PAYLOAD_SECRET: secret('payload'),
  PREVIEW_SECRET: secret('preview'),
  CRON_SECRET: secret('cron'),
  NEXT_PUBLIC_SERVER_URL: `http://localhost:${port}`,
  TRUSTED_PROXY_HOPS: '1',
  MAX_UPLOAD_BYTES: '900000',
  MAX_FORM_UPLOAD_BYTES: '12582912',
  MEDIA_DIR: join(folder, 'media'),
  OUTBOX_DIR: join(folder, 'outbox'),
  LOG_LEVEL: 'warn',
  ATRIUM_DEMO: undefined,
  S3_BUCKET: undefined,
  SMTP_URL: undefined,
  PORT: String(port),
  HOSTNAME: 'localhost',
  NODE_ENV: 'production',
  NODE_OPTIONS: payloadNodeOptions,
  PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true',
})
