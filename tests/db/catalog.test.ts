import { describe, expect, test } from 'vitest'

import { assertCatalog } from '@/db/catalog/assertCatalog'
import { catalogChecks } from '@/db/catalog/catalogChecks'
import { runCatalog, type CatalogResult } from '@/db/catalog/runCatalog'

import { catalogOffenders } from '../support/catalogOffenders'
import { loadClasses } from '../support/loadClasses'
import { asNobody, asOwner, asPlatform, asRoot, asTenant } from '../support/sqlActors'
import { useDatabase } from '../support/useDatabase'

useDatabase()

const { classes } = await loadClasses()

const redOf = (results: readonly CatalogResult[]) =>
  results
    .filter(({ offenders }) => offenders.length > 0)
    .map(({ check, offenders }) => ({ check: check.name, offenders }))

/** What is red once `plant` is run; nothing of it stays. */
function redAfter(
  plant: string,
  tables = [...classes.values()],
): Promise<ReturnType<typeof redOf>> {
  return asRoot()(async (client) => {
    await client.query('savepoint before')
    await client.query(plant)
    const red = redOf(await runCatalog(client, tables))
    await client.query('rollback to before')
    return red
  })
}

test.each([
  ['the runtime without a scope', asNobody()],
  ['a tenant', asTenant([])],
  ['the platform', asPlatform()],
  ['the owner', asOwner()],
  ['a superuser', asRoot()],
])('the migrated database is green, asked as %s', async (_who, actor) => {
  expect(redOf(await actor((client) => runCatalog(client, classes.values())))).toEqual([])
})

describe('an offender makes exactly its check red', () => {
  test.each(catalogOffenders)('$check: $plant', async ({ check, plant, classes: added = [] }) => {
    const red = await redAfter(plant, [
      ...classes.values(),
      ...added.map((table) => ({ ...table, collection: undefined, parent: undefined })),
    ])
    expect(red.map((result) => result.check)).toEqual([check])
  })

  test('and every check has one', () => {
    const planted = new Set(catalogOffenders.map(({ check }) => check))
    expect(catalogChecks.map(({ name }) => name).filter((name) => !planted.has(name))).toEqual([])
  })
})

test('a role that sees around row-level security is red', async () => {
  const red = await redAfter('alter role atrium_app superuser')
  expect(red).toContainEqual({ check: 'role powers', offenders: ['atrium_app is a superuser'] })
})

test('one more policy that says yes turns the suite red, on every table that tenants reach', async () => {
  for (const { table } of classes.values()) {
    const red = await redAfter(
      `create policy planted on "${table}" for select to atrium_tenant using (true)`,
    )
    expect([table, red.length > 0]).toEqual([table, true])
  }
})

test('a table that nobody protects turns three checks red', async () => {
  const red = await redAfter(
    'create table planted (id uuid); grant select on planted to atrium_tenant, atrium_app',
  )
  expect(red.map(({ check }) => check)).toEqual([
    'rights outside of a scope',
    'row-level security',
    'unclassified tables',
  ])
})

test('the boot’s message names the offender, the reason and the way out', async () => {
  const refused = asRoot()(async (client) => {
    await client.query('alter table pages no force row level security')
    await assertCatalog(client, classes.values())
  })
  await expect(refused).rejects.toThrow(
    /row-level security: .*\n {4}pages has it not forced.*\n {4}→ ALTER TABLE/,
  )
  await expect(
    asRoot()((client) => assertCatalog(client, classes.values())),
  ).resolves.toBeUndefined()
})
