import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Payload } from 'payload'
import { afterAll, beforeAll } from 'vitest'

import { testDatabase, useDatabase, type TestDatabase } from './useDatabase'

export interface UsePayloadOptions {
  readonly poolMax?: number
  /** Another database than a clone of the template, made by a hook that is registered before. */
  readonly database?: () => Pick<TestDatabase, 'name' | 'runtimeUrl'>
}

let current: Payload | undefined

/** Boots Atrium's real config on a database of this test file's own; uploads and mail go to a folder that is removed. */
export function usePayload({ poolMax = 5, database }: UsePayloadOptions = {}): void {
  if (!database) useDatabase()
  let folder: string
  beforeAll(async () => {
    const { name, runtimeUrl } = (database ?? testDatabase)()
    folder = await mkdtemp(join(tmpdir(), 'atrium-test-'))
    // Before the config is imported: it reads its settings once.
    Object.assign(process.env, {
      DATABASE_URL: runtimeUrl,
      DATABASE_POOL_MAX: String(poolMax),
      PAYLOAD_SECRET: 'a-secret-of-tests-that-is-long-enough',
      PREVIEW_SECRET: 'a-secret-of-tests-that-is-long-enough',
      CRON_SECRET: 'a-secret-of-tests-that-is-long-enough',
      NEXT_PUBLIC_SERVER_URL: 'http://localhost:3000',
      MEDIA_DIR: join(folder, 'media'),
      OUTBOX_DIR: join(folder, 'outbox'),
      LOG_LEVEL: 'silent',
      PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true',
    })
    const { getPayload } = await import('payload')
    const { default: config } = await import('@payload-config')
    current = await getPayload({ config, key: name })
  })
  afterAll(async () => {
    const payload = current
    current = undefined
    await payload?.destroy()
    await rm(folder, { recursive: true, force: true })
  })
}

/** The Payload of this test file. */
export function testPayload(): Payload {
  if (!current) throw new Error('Call usePayload() at the top of the test file')
  return current
}
