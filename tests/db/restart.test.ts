import { rm } from 'node:fs/promises'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { readMigrations } from '@/db/migrations/readMigrations'
import { migrateUp } from '@/db/migrations/runMigrations'
import { translateFault } from '@/db/pgErrors'
import type { Tenant } from '@/payload-types'

import { clusterFiles } from '../../scripts/postgres/clusterFiles'
import { ensureRoles } from '../../scripts/postgres/ensureRoles'
import { stopPostmaster } from '../../scripts/postgres/postmaster'
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../scripts/postgres/startEmbeddedPostgres'
import { withClient } from '../../scripts/postgres/withClient'
import { projectRoot } from '../../scripts/support/projectPaths'
import { asPlatform } from '../support/actors'
import { buildTenant } from '../support/buildTenant'
import { outcomeOf } from '../support/outcomeOf'
import { uniqueName } from '../support/uniqueName'
import { testPayload, usePayload } from '../support/usePayload'

/** A server of its own: the others' must not be stopped. */
const dataDir = join(projectRoot, '.data/test', `restart-${process.pid}`)
const passwords = { ownerPassword: 'owner-of-tests', appPassword: 'app-of-tests' }
const start = () => startEmbeddedPostgres({ dataDir, durable: false })

let server: EmbeddedPostgres
let tenant: Tenant

const urlOf = (role: string, password: string) =>
  `postgres://${role}:${password}@127.0.0.1:${server.port}/restarted`

beforeAll(async () => {
  server = await start()
  await ensureRoles({ superuserUrl: server.superuserUrl, database: 'restarted', ...passwords })
  const migrations = await readMigrations(join(projectRoot, 'src/migrations'))
  await withClient(urlOf('atrium_owner', passwords.ownerPassword), (client) =>
    migrateUp(client, migrations, () => undefined),
  )
})

afterAll(async () => {
  await server.stop()
  const files = clusterFiles(dataDir)
  // A writer of the log that ends last may still be at work in the folder.
  for (const file of Object.values(files))
    await rm(file, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 })
})

usePayload({
  database: () => ({ name: 'restarted', runtimeUrl: urlOf('atrium_app', passwords.appPassword) }),
})

const count = async () =>
  (
    await asPlatform()(() =>
      testPayload().count({ collection: 'pages', where: { tenant: { equals: tenant.id } } }),
    )
  ).totalDocs

const halfWritten = () =>
  withClient(server.superuserUrl.replace(/\/postgres$/, '/restarted'), async (client) => {
    const { rows } = await client.query(
      'select id from pages p where not exists (select from _pages_v v where v.parent_id = p.id)',
    )
    return rows
  })

const write = () =>
  asPlatform()(() => {
    const slug = uniqueName('page')
    return testPayload().create({
      collection: 'pages',
      data: { title: slug, slug, tenant: tenant.id },
    })
  })

test('a restart of the database under load ends no process, loses no answer and leaves nothing half-written', async () => {
  tenant = await buildTenant()
  await write()

  const load = Array.from({ length: 40 }, () => outcomeOf(write))
  await Promise.race(load)
  await stopPostmaster(clusterFiles(dataDir))
  const outcomes = await Promise.all(load)

  expect(await outcomeOf(count)).toMatchObject({ status: 503, code: 'DATABASE_UNAVAILABLE' })
  expect(await outcomeOf(write)).toMatchObject({ status: 503, code: 'DATABASE_UNAVAILABLE' })

  server = await start()
  const worked = outcomes.filter((outcome) => outcome.worked).length
  // A commit whose answer was lost may have happened; half a page, without its version, never.
  const pages = await count()
  expect(pages).toBeGreaterThanOrEqual(1 + worked)
  expect(await halfWritten()).toEqual([])
  expect(outcomes.filter((one) => !one.worked && one.status !== 503)).toEqual([])
  await write()
  expect(await count()).toBe(pages + 1)
})

test.each([
  Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }),
  Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
  new Error('Client was closed and is not queryable'),
  Object.assign(new Error('terminating connection'), { code: '57P01' }),
  new Error('Failed query: select 1', {
    cause: Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }),
  }),
])('a lost connection is told from a refused statement: %s', (error) => {
  expect(translateFault(error, { collection: undefined, clashes: {} })).toMatchObject({
    code: 'DATABASE_UNAVAILABLE',
  })
})
