import type { CatalogCheck } from '../CatalogCheck'

export const rowSecurityChecks: readonly CatalogCheck[] = [
  {
    name: 'row-level security',
    why: 'Without it every scope sees every row; without FORCE the owner does.',
    mend: 'ALTER TABLE … ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY. A foreign table has none: put it out of reach.',
    sql: `
      select t.name || ' ' || case
          when t.relkind = 'f' then 'is a foreign table, which cannot have it'
          when not t.relrowsecurity then 'has it not enabled'
          else 'has it not forced on its owner'
        end as offender
      from tables t where not (t.relrowsecurity and t.relforcerowsecurity)`,
  },
  {
    name: 'children that are reached directly',
    why: 'A partition or an inheriting table that is queried by its own name is filtered by its own policies, not by its parent’s.',
    mend: 'REVOKE ALL on it from the scope roles: they go through the parent.',
    sql: `
      select distinct g.name || ' is granted to ' || r.rolname as offender
      from grants g join scope_roles r on r.oid = g.grantee
      where exists (select from pg_inherits i where i.inhrelid = g.oid)`,
  },
  {
    name: 'tenant columns',
    why: 'Policies of tenant tables compare tenant_id: it is there, a UUID, and never empty.',
    mend: 'Declare the collection with tenantCollection() and make a migration.',
    sql: `
      select t.name || case
          when a.attnum is null then ' has no tenant_id'
          when not a.attnotnull then '.tenant_id may be empty'
          else '.tenant_id is no uuid'
        end as offender
      from tables t
      left join pg_attribute a on a.attrelid = t.oid and a.attname = 'tenant_id' and not a.attisdropped
      where t.of_tenant and (a.attnum is null or not a.attnotnull or a.atttypid <> 'uuid'::regtype)`,
  },
  {
    name: 'unclassified tables',
    why: 'What nobody classified, nobody protects.',
    mend: 'Declare the collection with tenantCollection() or one of its siblings (docs/adding-a-collection.md), or drop the table.',
    sql: `select t.name || ' is in the database, and the config does not know it' as offender from tables t where t.kind is null`,
  },
  {
    name: 'missing tables',
    why: 'The config and the database disagree.',
    mend: 'npm run db:migrate',
    sql: `
      select c."table" || ' is in the config, and not in the database' as offender
      from classified c where not exists (select from tables t where t.relname = c."table")`,
  },
]
