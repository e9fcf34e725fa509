import type { CatalogCheck } from '../CatalogCheck'

export const rightChecks: readonly CatalogCheck[] = [
  {
    name: 'rights outside of a scope',
    why: 'The login role and PUBLIC are granted nothing, so that a query without a scope is refused and not answered.',
    mend: 'REVOKE it from atrium_app and PUBLIC; rights belong to the roles that a scope enters.',
    sql: `
      with outsiders as (
        select 0::oid as oid, 'PUBLIC' as role union all select oid, rolname from pg_roles where rolname = 'atrium_app'
      )
      select u.role || ' has ' || g.privilege || ' on ' || g.name || coalesce('.' || g.column, '') as offender
      from grants g join outsiders u on u.oid = g.grantee
      union all
      select u.role || ' has ' || g.privilege_type || ' on schema ' || n.nspname
      from schemas n cross join aclexplode(n.nspacl) g join outsiders u on u.oid = g.grantee
      where g.privilege_type <> 'USAGE'
      union all
      select u.role || ' has ' || g.privilege_type || ' on database ' || d.datname
      from pg_database d cross join aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) g
      join outsiders u on u.oid = g.grantee
      where d.datname = current_database() and not (u.role = 'atrium_app' and g.privilege_type = 'CONNECT')
      union all
      select u.role || ' gets ' || g.privilege_type || ' on what ' || pg_get_userbyid(a.defaclrole) || ' makes'
      from pg_default_acl a cross join aclexplode(a.defaclacl) g join outsiders u on u.oid = g.grantee
      where a.defaclobjtype in ('r', 'S', 'n')`,
  },
  {
    name: 'dangerous rights',
    why: 'TRUNCATE ignores policies, REFERENCES and TRIGGER reach around them, MAINTAIN locks, CREATE and grant options make new ways in.',
    mend: 'REVOKE it: scope roles have SELECT, INSERT, UPDATE, DELETE on tables and USAGE on sequences.',
    sql: `
      select r.rolname || ' has ' || g.privilege || ' on ' || g.name || case when g.is_grantable then ' with grant option' else '' end as offender
      from grants g join scope_roles r on r.oid = g.grantee
      where g.is_grantable
        or (g.relkind = 'S' and g.privilege <> 'USAGE')
        or (g.relkind <> 'S' and g.privilege not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE'))
      union all
      select r.rolname || ' has ' || g.privilege_type || ' on schema ' || n.nspname
      from schemas n cross join aclexplode(n.nspacl) g join scope_roles r on r.oid = g.grantee
      where g.privilege_type <> 'USAGE'
      union all
      select r.rolname || ' has ' || g.privilege_type || ' on database ' || d.datname
      from pg_database d cross join aclexplode(d.datacl) g join scope_roles r on r.oid = g.grantee
      where d.datname = current_database()
      union all
      select r.rolname || ' gets ' || g.privilege_type || ' on what ' || pg_get_userbyid(a.defaclrole) || ' makes'
      from pg_default_acl a cross join aclexplode(a.defaclacl) g join scope_roles r on r.oid = g.grantee`,
  },
  {
    name: 'rights of authentication',
    why: 'Somebody who is not signed in yet reads one account and writes its credentials; one more column could be a role or an e-mail.',
    mend: 'Correct the grant in src/db/migrations/tableObjects.ts, or src/db/catalog/allowed.ts when it is meant.',
    sql: `
      with allowed as (
        select * from jsonb_to_recordset($1::jsonb -> 'identityRights') as a("table" text, "column" text, privilege text)
      ),
      actual as (
        select g.name, g.column, g.privilege from grants g
        where g.grantee = to_regrole('atrium_identity') and g.relkind <> 'S'
      )
      select 'atrium_identity has ' || privilege || ' on ' || name || coalesce('.' || "column", '') as offender
      from actual x
      where not exists (
        select from allowed a where a."table" = x.name and a.privilege = x.privilege and a."column" is not distinct from x.column
      )
      union all
      select 'atrium_identity lacks ' || privilege || ' on ' || "table" || coalesce('.' || "column", '')
      from allowed a
      where not exists (
        select from actual x where a."table" = x.name and a.privilege = x.privilege and a."column" is not distinct from x.column
      )
      union all
      select r.rolname || ' has ' || g.privilege || ' on the column ' || g.name || '.' || g.column
      from grants g join scope_roles r on r.oid = g.grantee
      where g.column is not null and r.rolname <> 'atrium_identity'`,
  },
]
