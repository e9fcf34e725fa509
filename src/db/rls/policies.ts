import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'

import { isTenantTable, type TableClass } from './classifyTables'

/**
 * The text of every policy. One permissive policy per role and table, or per command where a role may do some things only.
 * Settings are read as `nullif(current_setting(…, true), '')`: a transaction-local setting leaves `''` behind on its
 * connection; and inside `(select …)`, so that they are read once per statement. Nothing here interpolates a value.
 */
export interface PolicyText {
  readonly role: 'atrium_tenant' | 'atrium_identity' | 'atrium_search' | 'atrium_platform'
  readonly command: 'all' | 'select' | 'insert' | 'update' | 'delete'
  readonly using?: SQL
  readonly check?: SQL
}

const TENANTS = "(select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]"
const USER = "(select nullif(current_setting('app.user_id', true), ''))::uuid"
const LOOKUP = "(select nullif(current_setting('app.lookup', true), ''))"

/**
 * Without a sub-select: these two are conditions of an index, read once per scan, and the planner looks at their values to
 * choose it. Behind a sub-select it takes every word for as rare as the next.
 */
const SEARCHED = "nullif(current_setting('app.lookup', true), '')"
const SEARCHED_TENANT =
  "tenant_id = (nullif(current_setting('app.tenant_ids', true), '')::uuid[])[1]"

const platformSeesAll: PolicyText = {
  role: 'atrium_platform',
  command: 'all',
  using: sql.raw('true'),
  check: sql.raw('true'),
}

const both = (role: PolicyText['role'], condition: string): PolicyText => ({
  role,
  command: 'all',
  using: sql.raw(condition),
  check: sql.raw(condition),
})

const inScope = (column: string) => `${column} = any (${TENANTS})`

/** Rows of an account's own tables: whatever the role may see of the account itself. */
const ofVisibleUser = (column: string) => `exists (select from users u where u.id = ${column})`

/** The one account that is being authenticated: active, and of the realm at whose address it happens. */
const BEING_AUTHENTICATED =
  'coalesce(is_active, true) and ' +
  `(('id:' || id::text) = ${LOOKUP} or ('email:' || lower(email)) = ${LOOKUP} or ('api-key:' || api_key_index) = ${LOOKUP} ` +
  `or ('reset:' || reset_password_token) = ${LOOKUP} or ('verify:' || _verificationtoken) = ${LOOKUP}) and ` +
  `(tenant_id = any (${TENANTS}) or (tenant_id is null and (${TENANTS} = '{}'::uuid[] ` +
  `or exists (select from users_tenants m where m._parent_id = users.id and m.tenant_id = any (${TENANTS})))))`

/**
 * Oneself, who lives in the space, and the global accounts with a role in it. Who lives in another space can have none here
 * (`atrium_check_membership`), so memberships are looked up for global accounts only: an index leads to each of the three.
 */
const VISIBLE_PEOPLE =
  `id = ${USER} or tenant_id = any (${TENANTS}) ` +
  `or (tenant_id is null and exists (select from users_tenants m where m._parent_id = users.id and m.tenant_id = any (${TENANTS})))`

/** One's own account, or one that lives in the space; and nobody becomes platform staff from inside a tenant. */
const WRITABLE_PEOPLE = `(id = ${USER} or tenant_id = any (${TENANTS}))`

const POLICIES_BY_TABLE: Readonly<Record<string, readonly PolicyText[]>> = {
  users: [
    platformSeesAll,
    { role: 'atrium_identity', command: 'select', using: sql.raw(BEING_AUTHENTICATED) },
    {
      role: 'atrium_identity',
      command: 'update',
      using: sql.raw(BEING_AUTHENTICATED),
      // A new token replaces the one that the look-up named: the row is checked by what cannot change here.
      check: sql.raw(`tenant_id is null or tenant_id = any (${TENANTS})`),
    },
    { role: 'atrium_tenant', command: 'select', using: sql.raw(VISIBLE_PEOPLE) },
    {
      role: 'atrium_tenant',
      command: 'insert',
      check: sql.raw(`${WRITABLE_PEOPLE} and platform_role is null`),
    },
    {
      role: 'atrium_tenant',
      command: 'update',
      using: sql.raw(WRITABLE_PEOPLE),
      check: sql.raw(`${WRITABLE_PEOPLE} and platform_role is null`),
    },
    { role: 'atrium_tenant', command: 'delete', using: sql.raw(inScope('tenant_id')) },
  ],
  users_tenants: [
    platformSeesAll,
    {
      role: 'atrium_identity',
      command: 'select',
      using: sql.raw(`${inScope('tenant_id')} or ('id:' || _parent_id::text) = ${LOOKUP}`),
    },
    both('atrium_tenant', inScope('tenant_id')),
  ],
  users_sessions: [
    platformSeesAll,
    both('atrium_identity', ofVisibleUser('_parent_id')),
    both('atrium_tenant', ofVisibleUser('_parent_id')),
  ],
  payload_locked_documents: [
    platformSeesAll,
    {
      role: 'atrium_tenant',
      command: 'all',
      using: sql.raw(`owner_id = ${USER} or ${inScope('tenant_id')}`),
      // One's own lock, too, shows up in no space where one is not.
      check: sql.raw(`(owner_id = ${USER} and tenant_id is null) or ${inScope('tenant_id')}`),
    },
  ],
  search_documents: [
    platformSeesAll,
    both('atrium_tenant', inScope('tenant_id')),
    {
      // The words are part of the policy: a condition beside it could not use an index, since it might tell of rows that the
      // policy hides (`@@` is not leakproof); and GIN compares with one tenant, not with a list. See decision 0014.
      role: 'atrium_search',
      command: 'select',
      using: sql.raw(`${SEARCHED_TENANT} and vector @@ (${SEARCHED})::tsquery`),
    },
  ],
  search_words: [
    platformSeesAll,
    both('atrium_tenant', inScope('tenant_id')),
    {
      role: 'atrium_search',
      command: 'select',
      using: sql.raw(`${SEARCHED_TENANT} and word % ${SEARCHED}`),
    },
  ],
  payload_preferences: [platformSeesAll, both('atrium_tenant', `owner_id = ${USER}`)],
  // A job of the platform has no tenant, and no tenant sees it. Only the platform changes one: it is what runs them.
  payload_jobs: [
    platformSeesAll,
    { role: 'atrium_tenant', command: 'select', using: sql.raw(inScope('tenant_id')) },
    {
      role: 'atrium_tenant',
      command: 'insert',
      // A job works with the rights of whoever queued it: nobody queues one in another's name.
      check: sql.raw(
        `${inScope('tenant_id')} and state = 'waiting' and (created_by_id is null or created_by_id = ${USER})`,
      ),
    },
    {
      role: 'atrium_tenant',
      command: 'delete',
      using: sql.raw(`${inScope('tenant_id')} and state = 'waiting'`),
    },
  ],
}

/** @throws Error for a table whose kind asks for policies of its own that nobody wrote. */
export function policiesFor(table: TableClass): readonly PolicyText[] {
  const own = POLICIES_BY_TABLE[table.table]
  if (own) return own
  if (isTenantTable(table)) return [platformSeesAll, both('atrium_tenant', inScope('tenant_id'))]
  switch (table.kind) {
    case 'tenants':
      return [platformSeesAll, both('atrium_tenant', inScope('id'))]
    case 'reference':
      return [platformSeesAll, { role: 'atrium_tenant', command: 'select', using: sql.raw('true') }]
    case 'platform':
      return [platformSeesAll]
    case 'internal':
      return [{ role: 'atrium_platform', command: 'select', using: sql.raw('true') }]
    case 'lock':
    case 'preference': {
      const parent = table.parent
      if (!parent) break
      const ofParent = `exists (select from ${parent.table} p where p.id = parent_id)`
      // Whose preference it is; a foreign key would tell whether an account exists. Locks have a trigger for that.
      const ofSelf =
        table.kind === 'preference' ? ` and (users_id is null or users_id = ${USER})` : ''
      return [platformSeesAll, both('atrium_tenant', ofParent + ofSelf)]
    }
    case 'job':
      if (!table.parent) break
      return [
        platformSeesAll,
        {
          role: 'atrium_tenant',
          command: 'select',
          using: sql.raw(`exists (select from ${table.parent.table} p where p.id = _parent_id)`),
        },
      ]
    case 'identity':
    case 'tenant':
      break
  }
  throw new Error(`${table.table} has no policy: write one in src/db/rls/policies.ts`)
}
