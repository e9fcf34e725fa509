import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import type { CollectionConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { pendingChanges } from '@/db/catalog/pendingChanges'
import { runCatalog } from '@/db/catalog/runCatalog'
import { createMigration } from '@/db/migrations/createMigration'
import { readMigrations } from '@/db/migrations/readMigrations'
import { migrateDown, migrateUp } from '@/db/migrations/runMigrations'
import { dumpSchema } from '@/db/dumpSchema'
import { isTenantTable } from '@/db/rls/classifyTables'

import { withClient } from '../../scripts/postgres/withClient'
import { projectRoot } from '../../scripts/support/projectPaths'
import { checksumOfTenant } from '../support/checksumOfTenant'
import { exampleFolder } from '../support/exampleCollection'
import { loadClasses } from '../support/loadClasses'
import { plantTenant, type PlantedTenant } from '../support/plantTenant'
import { asNobody, asPlatform, asRoot, asTenant } from '../support/sqlActors'
import { testDatabase, useDatabase } from '../support/useDatabase'

/** What a developer does: the file of docs/adding-a-collection.md, and its line in the list. Nothing else. */
vi.mock('@/collections', async (original) => {
  const list = await original<{ collections: CollectionConfig[] }>()
  const { writeExampleCollection } = await import('../support/exampleCollection')
  const { Events } = (await import(writeExampleCollection())) as { Events: CollectionConfig }
  return { ...list, collections: [...list.collections, Events] }
})

useDatabase()

const folder = join(exampleFolder, 'migrations')
const sqlFolder = join(projectRoot, 'src/db/sql')
const quiet = () => undefined
const { adapter, classes } = await loadClasses()
const tables = [...classes.values()].filter(({ collection }) => collection === 'example-events')
const names = [...classes.values()].filter(isTenantTable).map(({ table }) => table)

let before: string
let a: PlantedTenant
let b: PlantedTenant

beforeAll(async () => {
  before = await asRoot()(dumpSchema)
  rmSync(folder, { recursive: true, force: true })
  cpSync(join(projectRoot, 'src/migrations'), folder, { recursive: true })
  await createMigration(adapter, { folder, sqlFolder, label: 'events' })
  const migrations = await readMigrations(folder)
  await withClient(testDatabase().ownerUrl, (client) => migrateUp(client, migrations, quiet))
  a = await plantTenant(names)
  b = await plantTenant(names)
})
afterAll(() => rmSync(exampleFolder, { recursive: true, force: true }))

test('its tables are a tenant’s: the document, its versions and what hangs from them', () => {
  expect(tables.map(({ table }) => table).sort()).toEqual([
    '_example_events_v',
    '_example_events_v_version_speakers',
    'example_events',
    'example_events_speakers',
  ])
  expect(tables.filter((table) => !isTenantTable(table))).toEqual([])
})

test('the config, the migration and the database agree, and tenants are held apart', async () => {
  expect(await pendingChanges(adapter, { folder, sqlFolder })).toEqual([])
  const results = await asNobody()((client) => runCatalog(client, classes.values()))
  expect(results.flatMap(({ offenders }) => offenders)).toEqual([])
})

test('it gets the tenant’s field, and its place behind the selector of the admin', () => {
  const config = adapter.payload.config.collections.find(
    ({ slug }) => String(slug) === 'example-events',
  )
  expect(config?.flattenedFields.filter(({ name }) => name === 'tenant')).toHaveLength(1)
  expect(config?.admin.baseFilter).toBeTypeOf('function')
})

describe.each(tables)('$table', ({ table, part }) => {
  test('a tenant sees its own row, the platform both, and nobody any', async () => {
    const select = `select tenant_id from "${table}" order by tenant_id`
    expect(await asTenant(a.id).rows(select)).toEqual([{ tenant_id: a.id }])
    expect(await asTenant([]).rows(select)).toEqual([])
    expect(await asPlatform().rows(select)).toHaveLength(2)
    expect(await asNobody().refusal(select)).toBe('42501')
  })

  test('a tenant changes, removes and moves nothing of another', async () => {
    const untouched = await checksumOfTenant(b.id)
    const theirs = [b.rows.get(table)]
    const actor = asTenant(a.id)
    expect(
      await actor.changes(`update "${table}" set updated_at = now() where id::text = $1`, theirs),
    ).toBe(0)
    expect(await actor.changes(`delete from "${table}" where id::text = $1`, theirs)).toBe(0)
    const move = `update "${table}" set tenant_id = '${b.id}' where id::text = $1`
    // A child is put back to its parent's tenant.
    expect(await actor.refusal(move, [a.rows.get(table)])).toBe(
      part === 'child' ? 'allowed' : '42501',
    )
    expect(await checksumOfTenant(b.id)).toBe(untouched)
  })
})

test('a document refers to files of its own tenant only', async () => {
  const set = (medium: string | undefined) =>
    asTenant(a.id).refusal('update example_events set picture_id = $1 where id::text = $2', [
      medium,
      a.rows.get('example_events'),
    ])
  expect(await set(b.rows.get('media'))).toBe('23503')
  expect(await set(a.rows.get('media'))).toBe('allowed')
})

test('an address is taken inside a tenant, not outside of it', async () => {
  const set = (tenant: PlantedTenant) =>
    asTenant(tenant.id).changes(`update example_events set slug = 'opening' where id::text = $1`, [
      tenant.rows.get('example_events'),
    ])
  expect([await set(a), await set(b)]).toEqual([1, 1])
  const copy = `insert into example_events (id, tenant_id, slug) values (gen_random_uuid(), $1, 'opening')`
  expect(await asTenant(a.id).refusal(copy, [a.id])).toBe('23505')
})

test('rolled back, nothing is left of it', async () => {
  const migrations = await readMigrations(folder)
  await withClient(testDatabase().ownerUrl, (client) => migrateDown(client, migrations, 1, quiet))
  expect(await asRoot()(dumpSchema)).toBe(before)
})
