import { asRoot } from './sqlActors'

/**
 * A hash over everything that belongs to a tenant: every row of every table with a `tenant_id`, the tenant itself, and the
 * sessions of its accounts. Equal before and after: nothing of the tenant was touched.
 */
export async function checksumOfTenant(tenantId: string): Promise<string> {
  return asRoot()(async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
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
    const { rows } = await client.query<{ checksum: string }>(
      `select md5(string_agg(md5(row), '' order by md5(row))) as checksum from (${parts.join(' union all ')}) as everything`,
      [tenantId],
    )
    return rows[0]?.checksum ?? ''
  })
}
