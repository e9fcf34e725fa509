import type { CatalogCheck } from '../CatalogCheck'

const MEND = 'Correct src/db/rls/policies.ts, then: npm run db:migrate:create'

export const policyChecks: readonly CatalogCheck[] = [
  {
    name: 'policies for other roles',
    why: 'A policy for PUBLIC adds to those of every role, now and later.',
    mend: MEND,
    sql: `
      select p.polname || ' on ' || p.name || ' is for ' || p.role as offender
      from policies p where p.role_oid not in (select oid from scope_roles)`,
  },
  {
    name: 'policies that ask nothing',
    why: 'A condition that does not depend on the scope shows every row. Only the platform sees all, and tenants read the shared lists.',
    mend: MEND,
    sql: `
      select p.polname || ' on ' || p.name || ': ' || c.condition as offender
      from policies p cross join lateral (values (p.condition), (p.checked)) as c(condition)
      where c.condition is not null and p.role <> 'atrium_platform'
        and not (p.kind = 'reference' and p.polcmd = 'r' and p.role = 'atrium_tenant')
        and (
          c.condition !~ 'current_setting|EXISTS'
          -- "… OR true", once the arguments of current_setting() and coalesce() are out of sight
          or regexp_replace(c.condition, ', true\\)', ')', 'g') ~ '\\mtrue\\M'
        )`,
  },
  {
    name: 'policies that do not compare the tenant',
    why: 'On a tenant table there is one question: is the row’s tenant in scope.',
    mend: MEND,
    sql: `
      select p.polname || ' on ' || p.name || ': ' || c.condition as offender
      from policies p cross join lateral (values (p.condition), (p.checked)) as c(condition)
      where p.of_tenant and p.role = 'atrium_tenant' and c.condition is not null
        and (c.condition !~ '^\\(tenant_id = ANY .*app\\.tenant_ids' or c.condition ~ '\\mOR\\M')`,
  },
  {
    name: 'several permissive policies',
    why: 'Permissive policies are OR-ed: the second one widens the first.',
    mend: MEND,
    sql: `
      select p.name || ': ' || string_agg(p.polname, ', ' order by p.polname) || ' for ' || r.rolname || ', ' || c.command as offender
      from policies p
      join scope_roles r on p.role_oid in (0, r.oid)
      cross join (values ('r'::"char", 'SELECT'), ('a', 'INSERT'), ('w', 'UPDATE'), ('d', 'DELETE')) as c(code, command)
      where p.polpermissive and p.polcmd in ('*', c.code)
      group by p.name, r.rolname, c.command having count(*) > 1`,
  },
  {
    name: 'rights without a policy',
    why: 'The right says yes and row-level security says no to every row: one of them is a mistake.',
    mend: 'Take the right away in src/db/migrations/tableObjects.ts, or write the policy in src/db/rls/policies.ts.',
    sql: `
      select distinct r.rolname || ' has ' || g.privilege || ' on ' || g.name || ', which no policy answers' as offender
      from grants g join scope_roles r on r.oid = g.grantee
      join tables t on t.oid = g.oid and t.relrowsecurity
      join (values ('r'::"char", 'SELECT'), ('a', 'INSERT'), ('w', 'UPDATE'), ('d', 'DELETE')) as c(code, command)
        on c.command = g.privilege
      where not exists (
        select from policies p
        where p.polrelid = g.oid and p.role_oid in (0, r.oid) and p.polpermissive and p.polcmd in ('*', c.code)
      )`,
  },
  {
    name: 'policies without WITH CHECK',
    why: 'What may be written is said apart from what may be seen, also where it is the same.',
    mend: MEND,
    sql: `
      select p.polname || ' on ' || p.name as offender
      from policies p where p.polcmd in ('*', 'a', 'w') and p.checked is null`,
  },
  {
    name: 'settings read per row',
    why: 'current_setting() outside of a sub-select is evaluated for every row, and without nullif() an empty one is a cast error.',
    mend: MEND,
    sql: `
      select p.polname || ' on ' || p.name as offender
      from policies p cross join lateral (values (p.condition), (p.checked)) as c(condition)
      -- Conditions of an index are evaluated once per scan, and planned by their values: see policies.ts.
      where p.role <> 'atrium_search' and regexp_replace(c.condition, '\\( SELECT NULLIF\\(current_setting\\(', '', 'g') ~ 'current_setting'`,
  },
]
