import { randomUUID } from 'node:crypto'

import { beforeAll, describe, expect, test } from 'vitest'

import { isTenantTable } from '@/db/rls/classifyTables'

import { checksumOfTenant } from '../support/checksumOfTenant'
import { loadClasses } from '../support/loadClasses'
import { plantTenant, type PlantedTenant } from '../support/plantTenant'
import { asIdentity, asNobody, asOwner, asPlatform, asRoot, asTenant } from '../support/sqlActors'
import { useDatabase } from '../support/useDatabase'

useDatabase()

const { classes } = await loadClasses()
const tenantTables = [...classes.values()].filter(isTenantTable)
const names = tenantTables.map(({ table }) => table)

let a: PlantedTenant
let b: PlantedTenant

beforeAll(async () => {
  a = await plantTenant(names)
  b = await plantTenant(names)
})

/** The columns of a copied row: everything but the id, which is given, and what the database makes. */
const copyOf = (table: string) =>
  asRoot().rows<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attname not in ('id', 'tenant_id')`,
    [`"${table}"`],
  )

/** `insert … select` of a row of `from` under another id (or the same), with another tenant. */
async function insertCopy(
  table: string,
  { tenant, id, suffix = '' }: { tenant: string; id: string; suffix?: string },
) {
  const [row] = await copyOf(table)
  const [source] = await asPlatform().rows<Record<string, unknown>>(
    `select ${row?.columns} from "${table}" where id::text = $1`,
    [a.rows.get(table)],
  )
  const values = Object.values(source ?? {}).map((value) =>
    typeof value === 'object' && value !== null && !(value instanceof Date)
      ? JSON.stringify(value)
      : value,
  )
  const places = values.map((_, index) => `$${index + 3}`)
  return {
    sql: `insert into "${table}" (id, tenant_id, ${row?.columns}) values ($1, $2, ${places.join(', ')}) ${suffix}`,
    values: [id, tenant, ...values],
  }
}

/** Serial ids are numbers, the others UUIDs (array rows keep theirs as text). */
const freshId = (table: string) =>
  /^\d+$/.test(a.rows.get(table) ?? '') ? '2000000000' : randomUUID()

test('every table with a tenant_id is a tenant table, an account’s, a lock or a job', async () => {
  const found = await asRoot().rows<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute p on p.attrelid = c.oid
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and p.attname = 'tenant_id'`,
  )
  const others = ['users', 'users_tenants', 'payload_locked_documents', 'payload_jobs']
  expect(found.map(({ name }) => name).sort()).toEqual([...names, ...others].sort())
})

describe.each(tenantTables)('$table', ({ table, part }) => {
  const idOf = (tenant: PlantedTenant) => tenant.rows.get(table)

  test('a tenant sees exactly its own row, and the platform both', async () => {
    const seen = await asTenant(a.id).rows(`select id::text as id, tenant_id from "${table}"`)
    expect(seen).toEqual([{ id: idOf(a), tenant_id: a.id }])
    const all = await asPlatform().rows(`select tenant_id from "${table}" order by tenant_id`)
    expect(all.map((row) => row.tenant_id)).toEqual([a.id, b.id].sort())
  })

  test('somebody in both tenants sees both, in none nothing', async () => {
    expect(await asTenant([a.id, b.id]).rows(`select from "${table}"`)).toHaveLength(2)
    expect(await asTenant([]).rows(`select from "${table}"`)).toEqual([])
    expect(await asTenant(randomUUID()).rows(`select from "${table}"`)).toEqual([])
  })

  test('a tenant cannot insert a row of another', async () => {
    const { sql, values } = await insertCopy(table, { tenant: b.id, id: freshId(table) })
    const refusal = await asTenant(a.id).refusal(sql, values)
    // A child row takes its parent's tenant, whatever it says: here it becomes the tenant's own or clashes with its twin.
    if (part === 'child') expect(['allowed', '23505']).toContain(refusal)
    else expect(refusal).toBe('42501')
  })

  test('a tenant cannot move its row to another', async () => {
    const moved = await asTenant(a.id)(async (client) => {
      await client.query('savepoint attempt')
      try {
        const { rows } = await client.query(
          `update "${table}" set tenant_id = $1 where id::text = $2 returning tenant_id`,
          [b.id, idOf(a)],
        )
        return rows.map((row) => row.tenant_id)
      } catch (error) {
        await client.query('rollback to attempt')
        return error instanceof Error && 'code' in error ? error.code : error
      }
    })
    // The trigger puts a child back to its parent's tenant.
    expect(moved).toEqual(part === 'child' ? [a.id] : '42501')
  })

  test('somebody in both tenants cannot move a row either', async () => {
    const actor = asTenant([a.id, b.id])
    const sql = `update "${table}" set tenant_id = $1 where id::text = $2`
    if (part === 'child') await actor.changes(sql, [b.id, idOf(a)])
    else expect(await actor.refusal(sql, [b.id, idOf(a)])).toBe('42501')
    const [row] = await asPlatform().rows(`select tenant_id from "${table}" where id::text = $1`, [
      idOf(a),
    ])
    expect(row?.tenant_id).toBe(a.id)
  })

  test('what a tenant updates or deletes is not another’s', async () => {
    const before = await checksumOfTenant(b.id)
    const byId = `where id::text = $1`
    expect(
      await asTenant(a.id).changes(`update "${table}" set updated_at = now() ${byId}`, [idOf(b)]),
    ).toBe(0)
    expect(await asTenant(a.id).changes(`delete from "${table}" ${byId}`, [idOf(b)])).toBe(0)
    expect(
      await asTenant(a.id).changes(
        `update "${table}" set updated_at = now() where tenant_id = $1`,
        [b.id],
      ),
    ).toBe(0)
    expect(await checksumOfTenant(b.id)).toBe(before)
  })

  test('an upsert with another tenant’s id is refused', async () => {
    const id = idOf(b) ?? ''
    const suffix = 'on conflict (id) do update set updated_at = now()'
    const { sql, values } = await insertCopy(table, { tenant: a.id, id, suffix })
    expect(['42501', '23505']).toContain(await asTenant(a.id).refusal(sql, values))
    const own = await insertCopy(table, { tenant: a.id, id: idOf(a) ?? '', suffix })
    expect(await asTenant(a.id).refusal(own.sql, own.values)).toBe('allowed')
  })

  test('nobody reaches it outside of a scope, and the owner sees nothing in it', async () => {
    for (const verb of [
      `select from "${table}"`,
      `update "${table}" set updated_at = now()`,
      `delete from "${table}"`,
      `truncate "${table}"`,
    ]) {
      expect(await asNobody().refusal(verb)).toBe('42501')
    }
    expect(await asOwner().rows(`select from "${table}"`)).toEqual([])
    expect(await asIdentity({ id: a.userId }, a.id).refusal(`select from "${table}"`)).toBe('42501')
    expect(await asTenant(a.id).refusal(`truncate "${table}"`)).toBe('42501')
  })
})
