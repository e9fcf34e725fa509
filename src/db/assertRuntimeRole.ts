import type { Pool } from 'pg'

/**
 * Refuses a connection that could see around row-level security, in development too: a superuser, a BYPASSRLS role, an
 * owner of tables, a member of the owner, or a role that inherits what it should enter by statement.
 *
 * @throws Error naming the powers that are too much, and the command that mends it.
 */
export async function assertRuntimeRole(pool: Pool): Promise<void> {
  const client = await pool.connect()
  try {
    const { rows } = await client.query<{ fault: string }>(`
      with me as (select * from pg_roles where rolname = current_user)
      select 'is a superuser' as fault from me where rolsuper
      union all select 'has BYPASSRLS' from me where rolbypassrls
      union all select 'inherits the roles it belongs to (NOINHERIT is missing)' from me where rolinherit
      union all select 'may create roles' from me where rolcreaterole
      union all select 'owns ' || count(*) || ' tables' from me join pg_class c on c.relowner = me.oid
        where c.relkind in ('r', 'p', 'v', 'm') having count(*) > 0
      union all select 'is a member of ' || r.rolname from me join pg_roles r on r.oid <> me.oid
        where pg_has_role(me.oid, r.oid, 'member')
          and (r.rolsuper or r.rolbypassrls or r.oid in (select relowner from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace))
      union all select 'has rights on tables outside of a scope' from me
        where exists (select from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
          and has_table_privilege(me.oid, c.oid, 'select, insert, update, delete'))
      union all select 'is not a member of ' || wanted from me, unnest(array['atrium_tenant', 'atrium_identity', 'atrium_search', 'atrium_platform']) wanted
        where not exists (select from pg_roles r where r.rolname = wanted and pg_has_role(me.oid, r.oid, 'member'))
    `)
    if (rows.length > 0) {
      throw new Error(
        `DATABASE_URL must name the runtime role, which can do nothing outside of a scope. This one ${rows
          .map(({ fault }) => fault)
          .join(
            ', ',
          )}. Create the roles with src/db/sql/bootstrap/roles.sql and connect as atrium_app.`,
      )
    }
    // Two statements of one transaction on two connections would make every transaction a lie: see decision 0002.
    await client.query('begin')
    const first = await client.query('select pg_backend_pid() as pid')
    const second = await client.query('select pg_backend_pid() as pid')
    await client.query('rollback')
    if (first.rows[0]?.pid !== second.rows[0]?.pid) {
      throw new Error(
        'Two statements of one transaction ran on two connections. Is a pooler in statement mode in between?',
      )
    }
  } finally {
    client.release()
  }
}
