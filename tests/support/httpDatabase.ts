import pg from 'pg'
import { afterAll, inject } from 'vitest'

let pool: pg.Pool | undefined

/** Around all policies, for looking behind the curtain and for planting. */
export async function sql<R extends pg.QueryResultRow>(
  text: string,
  values: unknown[] = [],
): Promise<R[]> {
  if (!pool) {
    pool = new pg.Pool({ connectionString: inject('http').database.superuser, max: 2 })
    pool.on('error', () => undefined)
  }
  return (await pool.query<R>(text, values)).rows
}

/** Closes the connections of this test file. */
export function useSql(): void {
  afterAll(async () => {
    await pool?.end()
    pool = undefined
  })
}

/**
 * A hash over everything that belongs to a tenant: every row of every table with a `tenant_id`, the tenant itself, and the
 * sessions of its accounts.
 */
export async function checksumOf(tenant: string): Promise<string> {
  const tables = await sql<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'tenant_id' and not a.attisdropped`,
  )
  const parts = [
    ...tables.map(
      ({ name }) => `select '${name} ' || t::text as row from ${name} t where t.tenant_id = $1`,
    ),
    `select 'tenants ' || t::text from tenants t where t.id = $1`,
    `select 'sessions ' || s::text from users_sessions s join users u on u.id = s._parent_id where u.tenant_id = $1`,
  ]
  const [row] = await sql<{ checksum: string }>(
    `select md5(string_agg(md5(row), '' order by md5(row))) as checksum from (${parts.join(' union all ')}) as everything`,
    [tenant],
  )
  return row?.checksum ?? ''
}
