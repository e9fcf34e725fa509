import type { CatalogCheck } from '../CatalogCheck'

export const roleChecks: readonly CatalogCheck[] = [
  {
    name: 'role powers',
    why: 'A superuser and a role with BYPASSRLS see every row; a role that inherits needs no scope; the others could make themselves more.',
    mend: 'Run src/db/sql/bootstrap/roles.sql as a superuser: it sets the attributes again.',
    sql: `
      select r.rolname || ' ' || f.fault as offender
      from pg_roles r cross join lateral (values
        (r.rolsuper, 'is a superuser'),
        (r.rolbypassrls, 'has BYPASSRLS'),
        (r.rolinherit, 'inherits (NOINHERIT is missing)'),
        (r.rolcreaterole, 'may create roles'),
        (r.rolcreatedb, 'may create databases'),
        (r.rolreplication, 'may replicate'),
        (r.rolcanlogin and r.oid in (select oid from scope_roles), 'can log in')
      ) as f(yes, fault)
      where f.yes and (r.rolname = 'atrium_owner' or r.oid in (select oid from runtime_roles))
      union all
      select wanted || ' does not exist'
      from unnest(array['atrium_owner', 'atrium_app', 'atrium_tenant', 'atrium_identity', 'atrium_search', 'atrium_platform']) as wanted
      where to_regrole(wanted) is null`,
  },
  {
    name: 'role memberships',
    why: 'What a role belongs to, it can enter: the runtime may enter the four scopes, and nothing else; a scope role enters nothing.',
    mend: 'REVOKE the membership.',
    sql: `
      select m.rolname || ' is a member of ' || r.rolname as offender
      from pg_roles m join pg_roles r on r.oid <> m.oid and pg_has_role(m.oid, r.oid, 'member')
      where not m.rolsuper and (
        (m.oid in (select oid from scope_roles))
        or (m.rolname = 'atrium_app' and r.oid not in (select oid from scope_roles))
        -- Whoever owns a database belongs to pg_database_owner (PostgreSQL 14 and later).
        or (m.rolname = 'atrium_owner' and r.rolname not in ('atrium_platform', 'pg_database_owner'))
      )
      union all
      select m.rolname || ' has the rights of ' || r.rolname || ' without entering it'
      from pg_roles m join scope_roles r on pg_has_role(m.oid, r.oid, 'usage')
      where m.rolname in ('atrium_app', 'atrium_owner') and not m.rolsuper`,
  },
  {
    name: 'ownership',
    why: 'An owner can switch row-level security off, and grant itself what it likes.',
    mend: 'ALTER … OWNER TO atrium_owner.',
    sql: `
      select o.name || ' belongs to ' || r.rolname as offender
      from objects o join runtime_roles r on r.oid = o.relowner
      union all
      select 'function ' || p.oid::regprocedure || ' belongs to ' || r.rolname
      from pg_proc p join runtime_roles r on r.oid = p.proowner
      union all
      select 'schema ' || n.nspname || ' belongs to ' || r.rolname
      from schemas n join runtime_roles r on r.oid = n.nspowner
      union all
      select 'database ' || d.datname || ' belongs to ' || r.rolname
      from pg_database d join runtime_roles r on r.oid = d.datdba where d.datname = current_database()`,
  },
  {
    name: 'preset settings',
    why: 'A role or an app.* setting that a connection starts with would be a scope that nobody entered.',
    mend: 'ALTER ROLE … RESET, or ALTER DATABASE … RESET, the setting.',
    sql: `
      select coalesce(pg_get_userbyid(nullif(s.setrole, 0))::text, 'every role') || ' starts with ' || c.setting as offender
      from pg_db_role_setting s cross join unnest(s.setconfig) as c(setting)
      where c.setting ~ '^(app\\.|role=|row_security=|search_path=|session_replication_role=)'
        and s.setdatabase in (0, (select oid from pg_database where datname = current_database()))
        and (s.setrole = 0 or s.setrole in (select oid from runtime_roles))`,
  },
]
