import type { CatalogCheck } from '../CatalogCheck'

export const codeChecks: readonly CatalogCheck[] = [
  {
    name: 'views that run as their owner',
    why: 'A view without security_invoker reads with its owner’s rights.',
    mend: 'ALTER VIEW … SET (security_invoker = true).',
    sql: `
      select o.name as offender from objects o
      where o.relkind = 'v' and not exists (
        select from unnest(o.reloptions) as s(setting) where s.setting in ('security_invoker=true', 'security_invoker=on', 'security_invoker=1')
      )`,
  },
  {
    name: 'materialized views in reach',
    why: 'A materialized view is never filtered.',
    mend: 'REVOKE ALL on it from the scope roles; read it in the platform scope through a table of its own.',
    sql: `
      select distinct g.name || ' is granted to ' || r.rolname as offender
      from grants g join scope_roles r on r.oid = g.grantee where g.relkind = 'm'`,
  },
  {
    name: 'functions that run as their owner',
    why: 'SECURITY DEFINER reads with its owner’s rights, and with the search_path of whoever calls.',
    mend: 'Make it SECURITY INVOKER. There is no list of exceptions: none was needed.',
    sql: `
      select p.oid::regprocedure::text as offender
      from pg_proc p join schemas n on n.oid = p.pronamespace
      where p.prosecdef and not exists (
        select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e'
      )`,
  },
]
