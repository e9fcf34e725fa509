/**
 * What the checks read, put before each of their queries. `$1` is JSON: the classification of the tables and the
 * allow-lists (`CatalogInput`). Objects of extensions and of PostgreSQL itself are left out. Everything here may be read by
 * every role, so the suite runs as the runtime, the owner or a superuser alike.
 */
export const CATALOG_RELATIONS = `
with classified as (
  select * from jsonb_to_recordset($1::jsonb -> 'tables') as t("table" text, kind text, part text)
),
scope_roles as (
  select oid, rolname from pg_roles where rolname in ('atrium_tenant', 'atrium_identity', 'atrium_search', 'atrium_platform')
),
runtime_roles as (
  select oid, rolname from scope_roles union all select oid, rolname from pg_roles where rolname = 'atrium_app'
),
schemas as (
  select oid, nspname, nspacl, nspowner from pg_namespace
  where nspname !~ '^pg_' and nspname <> 'information_schema'
),
objects as (
  select c.oid, c.relname, c.relkind, c.relowner, c.relacl, c.reloptions, c.relrowsecurity, c.relforcerowsecurity,
    c.oid::regclass::text as name
  from pg_class c join schemas n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'f', 'v', 'm', 'S')
    and not exists (
      select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'
    )
),
tables as (
  select o.*, t.kind, t.part,
    t.kind = 'tenant' or (t.kind = 'tenants' and t.part = 'child') as of_tenant
  from objects o left join classified t on t."table" = o.relname
  where o.relkind in ('r', 'p', 'f')
),
grants as (
  select o.oid, o.name, o.relkind, null::text as column, g.grantee, g.privilege_type as privilege, g.is_grantable
  from objects o
  cross join aclexplode(coalesce(o.relacl, acldefault(case o.relkind when 'S' then 's' else 'r' end::"char", o.relowner))) g
  where g.grantee <> o.relowner
  union all
  select o.oid, o.name, o.relkind, a.attname, g.grantee, g.privilege_type, g.is_grantable
  from objects o
  join pg_attribute a on a.attrelid = o.oid and not a.attisdropped
  cross join aclexplode(a.attacl) g
  where g.grantee <> o.relowner
),
policies as (
  select p.polname, p.polpermissive, p.polcmd, p.polrelid, t.name, t.kind, t.of_tenant, r.role as role_oid,
    case r.role when 0 then 'PUBLIC' else pg_get_userbyid(r.role)::text end as role,
    pg_get_expr(p.polqual, p.polrelid) as condition,
    pg_get_expr(p.polwithcheck, p.polrelid) as checked
  from pg_policy p join tables t on t.oid = p.polrelid cross join unnest(p.polroles) as r(role)
)
`
