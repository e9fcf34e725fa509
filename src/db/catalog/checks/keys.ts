import type { CatalogCheck } from '../CatalogCheck'

export const keyChecks: readonly CatalogCheck[] = [
  {
    name: 'foreign keys across tenants',
    why: 'Foreign keys ignore row-level security: they tell whether another tenant’s row exists, link to it, and delete along it.',
    mend: 'Put tenant_id on both sides (src/db/rls/tenantColumns.ts does it for collections), or say in src/db/catalog/allowed.ts what else answers.',
    sql: `
      with allowed as (
        select * from jsonb_to_recordset($1::jsonb -> 'foreignKeys') as a("table" text, "column" text)
      ),
      guards as (
        select g."table", p.prosrc as source
        from jsonb_to_recordset($1::jsonb -> 'guardedTables') as g("table" text, guard text)
        join tables t on t.name = g."table" join pg_trigger r on r.tgrelid = t.oid
        join pg_proc p on p.oid = r.tgfoid and p.proname = g.guard
      ),
      keys as (
        select s.name, t.name as target, t.of_tenant as to_tenant, k.conname,
          (select array_agg(a.attname::text order by u.n) from unnest(k.conkey) with ordinality as u(num, n)
            join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num) as columns,
          (select array_agg(a.attname::text order by u.n) from unnest(k.confkey) with ordinality as u(num, n)
            join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.num) as target_columns
        from pg_constraint k join tables s on s.oid = k.conrelid join tables t on t.oid = k.confrelid
        where k.contype = 'f' and s.kind is distinct from 'platform' and t.kind not in ('reference', 'platform', 'internal')
      )
      select k.conname || ': ' || k.name || ' (' || array_to_string(k.columns, ', ') || ') → ' || k.target
        || ' (' || array_to_string(k.target_columns, ', ') || ')' as offender
      from keys k
      where not exists (
          select from unnest(k.columns, k.target_columns) as pair(source, target)
          where pair.source = 'tenant_id' and pair.target = 'tenant_id'
        )
        -- The tenant itself: the policy has compared it.
        and not (k.target = 'tenants' and k.columns = array['tenant_id'])
        and not exists (
          select from allowed a
          where array[a."column"] = k.columns and (a."table" = k.name or (a."table" = '*' and k.target = 'users'))
        )
        -- As lockTenant() in src/db/migrations/tableObjects.ts begins each of its questions.
        and not exists (
          select from guards g where g."table" = k.name and cardinality(k.columns) = 1
            and position('if new."' || k.columns[1] || '" is not null' in g.source) > 0
        )`,
  },
  {
    name: 'unique rules across tenants',
    why: 'A unique rule over all tenants tells one that another has the value.',
    mend: 'Declare it with the unique option of tenantCollection(), or say in src/db/catalog/allowed.ts why the value is no secret.',
    sql: `
      with allowed as (
        select * from jsonb_to_recordset($1::jsonb -> 'uniqueIndexes') as a("index" text)
      )
      select i.relname || ' on ' || t.name as offender
      from pg_index x join tables t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
      where x.indisunique and not x.indisprimary
        and not exists (
          select from pg_attribute a
          where a.attrelid = x.indrelid and a.attname = 'tenant_id' and a.attnum = any (x.indkey)
        )
        and not exists (select from allowed a where a."index" = i.relname)`,
  },
  {
    name: 'deferred rules',
    why: 'A deferred rule refuses at COMMIT, when the statement that broke it has long been answered.',
    mend: 'Make it NOT DEFERRABLE, or say in src/db/catalog/allowed.ts why it refuses nothing.',
    sql: `
      with allowed as (
        select * from jsonb_to_recordset($1::jsonb -> 'deferredTriggers') as a(trigger text)
      )
      select k.conname || ' on ' || t.name as offender
      from pg_constraint k join tables t on t.oid = k.conrelid
      where k.condeferrable and not (k.contype = 't' and k.conname in (select a.trigger from allowed a))`,
  },
  {
    name: 'rules that do not hold',
    why: 'A trigger that is switched off and a constraint that was never validated promise what they do not keep.',
    mend: 'ALTER TABLE … ENABLE TRIGGER ALL, or VALIDATE CONSTRAINT.',
    sql: `
      select 'trigger ' || g.tgname || ' on ' || t.name || ' is switched off' as offender
      from pg_trigger g join tables t on t.oid = g.tgrelid where g.tgenabled <> 'O'
      union all
      select 'constraint ' || k.conname || ' on ' || t.name || ' is not validated'
      from pg_constraint k join tables t on t.oid = k.conrelid where not k.convalidated`,
  },
]
