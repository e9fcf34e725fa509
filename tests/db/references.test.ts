import { randomUUID } from 'node:crypto'

import { beforeAll, describe, expect, test } from 'vitest'

import { isTenantTable } from '@/db/rls/classifyTables'

import { checksumOfTenant } from '../support/checksumOfTenant'
import { loadClasses } from '../support/loadClasses'
import { plantPersonalRows } from '../support/plantPersonalRows'
import { plantTenant, type PlantedTenant } from '../support/plantTenant'
import { asPlatform, asRoot, asTenant } from '../support/sqlActors'
import { useDatabase } from '../support/useDatabase'

useDatabase()

const { adapter, classes } = await loadClasses()
const names = [...classes.values()].filter(isTenantTable).map(({ table }) => table)

/** The author may be a global account, and is written by the server alone: see `createdByField` and allowed.ts. */
const WRITTEN_BY_THE_SERVER = ['created_by_id', 'version_created_by_id']

interface Reference {
  readonly table: string
  readonly column: string
  readonly target: string
}

/** Every reference that Payload writes, from the config. */
const references: Reference[] = Object.values(adapter.rawTables).flatMap(
  ({ name, columns, foreignKeys }) => {
    const single = Object.values(columns).flatMap((column) =>
      column.reference
        ? [{ table: name, column: column.name, target: column.reference.table }]
        : [],
    )
    const composite = Object.values(foreignKeys ?? {}).flatMap((key) => {
      const column = columns[key.columns.at(-1) ?? '']
      const target = key.foreignColumns.at(-1)?.table
      return column && target ? [{ table: name, column: column.name, target }] : []
    })
    return [...single, ...composite].filter(({ column }) => column !== 'tenant_id')
  },
)

/** Versions refer by SQL of ours to what their documents refer to: the config has no key for those. */
const versionReferences: Reference[] = [...classes.values()].flatMap((version) => {
  if (version.part !== 'version' || !isTenantTable(version)) return []
  const main = [...classes.values()].find(
    ({ collection, part }) => part === 'main' && collection === version.collection,
  )
  return references
    .filter(({ table, target }) => table === main?.table && names.includes(target))
    .map(({ column, target }) => ({ table: version.table, column: `version_${column}`, target }))
})

const reachable = references.filter(({ column }) => !WRITTEN_BY_THE_SERVER.includes(column))

let a: PlantedTenant
let b: PlantedTenant

/** The row of a tenant in any table: a planted one, its account, or what its account keeps. */
async function rowOf({ rows, id, userId }: PlantedTenant, table: string): Promise<string> {
  if (table === 'users') return userId
  const planted = rows.get(table)
  if (planted) return planted
  const [own] = await asTenant(id, userId).rows<{ id: string }>(
    `select id::text as id from "${table}"`,
  )
  return own?.id ?? 'none'
}

beforeAll(async () => {
  a = await plantTenant(names)
  b = await plantTenant(names)
  await plantPersonalRows(a)
  await plantPersonalRows(b)
})

describe.each(reachable)('$table.$column', ({ table, column, target }) => {
  test('a row of another tenant answers like one that does not exist', async () => {
    const [own, theirs] = [await rowOf(a, table), await rowOf(b, target)]
    const before = await checksumOfTenant(b.id)
    const set = (value: string) =>
      asTenant(a.id, a.userId).refusal(
        `update "${table}" set "${column}" = $1 where id::text = $2`,
        [value, own],
      )

    const refusal = await set(theirs)
    expect(refusal).not.toBe('allowed')
    expect(refusal).toBe(await set(randomUUID()))
    expect(await checksumOfTenant(b.id)).toBe(before)
    expect(
      await asPlatform().rows(`select from "${target}" where id::text = $1`, [theirs]),
    ).toHaveLength(1)
    expect(
      await asPlatform().rows(`select from "${table}" where id::text = $1`, [own]),
    ).toHaveLength(1)
  })
})

test('every foreign key of the tables that tenants write is tried', async () => {
  const found = await asRoot().rows<{ name: string }>(`
    select distinct k.conrelid::regclass || '.' || a.attname as name
    from pg_constraint k cross join unnest(k.conkey) as u(num)
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num
    where k.contype = 'f' and a.attname <> 'tenant_id' and has_table_privilege('atrium_tenant', k.conrelid, 'update')`)
  const tried = new Set(
    [...references, ...versionReferences].map(({ table, column }) => `${table}.${column}`),
  )
  expect(found.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([])
  expect(versionReferences.length).toBeGreaterThan(0)
})

test.each(versionReferences)(
  'a version cannot refer to another tenant’s rows: $table.$column',
  async ({ table, column, target }) => {
    const set = (value: unknown) =>
      asTenant(a.id).refusal(`update "${table}" set "${column}" = $1 where id = $2`, [
        value,
        a.rows.get(table),
      ])
    expect(await set(b.rows.get(target))).toBe('23503')
    expect(await set(a.rows.get(target))).toBe('allowed')
  },
)

test('deleting a document takes along what belongs to it, and stops at what refers to it', async () => {
  const c = await plantTenant(names)
  const platform = asPlatform()
  expect(await platform.refusal('delete from media where tenant_id = $1', [c.id])).toBe('23503')
  expect(await platform.refusal('delete from tenants where id = $1', [c.id])).toBe('23503')
  await platform.changes('delete from form_submissions where tenant_id = $1', [c.id])
  expect(
    await platform.rows('select from form_submissions_submission_data where tenant_id = $1', [
      c.id,
    ]),
  ).toEqual([])
})
