import type { PostgresAdapter } from '@payloadcms/db-postgres'

import { isTenantTable, type TableClass } from '@/db/rls/classifyTables'
import type { PolicyText } from '@/db/rls/policies'
import { tableClasses } from '@/db/rls/tableClasses'

/** Something in the database that drizzle cannot say: how to make it, again if need be, and how to undo that. */
export interface DatabaseObject {
  readonly up: string
  readonly down: string
}

/** What authentication may write, see `identityWrites.ts`. */
const CREDENTIAL_COLUMNS = [
  'hash',
  'salt',
  'login_attempts',
  'lock_until',
  'reset_password_token',
  'reset_password_expiration',
  'reset_password_requested_at',
  '_verified',
  '_verificationtoken',
  'last_login',
  'updated_at',
].join(', ')

/**
 * For every table: FORCE, grants, the trigger of `updated_at`, and what its kind needs. Keys sort in the order in which they
 * are made.
 */
export function tableObjects(adapter: PostgresAdapter): Record<string, DatabaseObject> {
  const objects: Record<string, DatabaseObject> = {}
  const classes = tableClasses(adapter)
  for (const table of classes.values()) {
    const { table: name } = table
    objects[`5 ${name} force`] = {
      up: `alter table ${quote(name)} force row level security;`,
      down: `alter table ${quote(name)} no force row level security;`,
    }
    objects[`6 ${name} grants`] = {
      up: grants(table, adapter),
      down: `revoke all on ${quote(name)} from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`,
    }
    objects[`7 ${name} updated_at`] = trigger(
      name,
      'touch',
      'before update',
      'atrium_touch_updated_at()',
    )
    if (isTenantTable(table)) {
      if (table.parent) objects[`8 ${name} tenant`] = inheritTenant(name, table.parent, adapter)
      else
        objects[`8 ${name} tenant`] = trigger(
          name,
          'keep_tenant',
          'before update',
          'atrium_keep_tenant()',
        )
      if (table.part === 'version')
        Object.assign(objects, versionReferences(table, classes, adapter))
    }
    if (table.kind === 'lock' && table.parent)
      objects[`8 ${name} lock`] = lockTenant(name, classes, adapter)
  }
  return objects
}

const quote = (identifier: string): string => `"${identifier}"`

const columnOf = (adapter: PostgresAdapter, table: string, key: string): string => {
  const column = adapter.rawTables[table]?.columns[key]
  if (!column) throw new Error(`${table} has no column ${key}`)
  return column.name
}

function trigger(table: string, name: string, when: string, call: string): DatabaseObject {
  const full = quote(`${table}_${name}`)
  return {
    up: `create or replace trigger ${full} ${when} on ${quote(table)} for each row execute function ${call};`,
    down: `drop trigger if exists ${full} on ${quote(table)};`,
  }
}

/** Rights never go to the login role: only to the roles that a scope enters. TRUNCATE, REFERENCES and TRIGGER go to nobody. */
function grants({ table, kind, part }: TableClass, adapter: PostgresAdapter): string {
  const all = 'select, insert, update, delete'
  const byRole: Partial<Record<PolicyText['role'], string>> = {
    atrium_platform: kind === 'internal' ? 'select' : all,
  }
  if (kind === 'tenant' || kind === 'identity' || kind === 'lock' || kind === 'preference')
    byRole.atrium_tenant = all
  // No delete: a space is removed by the platform. Insert is part of Payload's upsert; the policy admits the own row only.
  if (kind === 'tenants') byRole.atrium_tenant = part === 'main' ? 'select, insert, update' : all
  if (kind === 'reference') byRole.atrium_tenant = 'select'
  if (table === 'search_documents' || table === 'search_words') byRole.atrium_search = 'select'
  if (table === 'users') byRole.atrium_identity = `select, update (${CREDENTIAL_COLUMNS})`
  if (table === 'users_sessions') byRole.atrium_identity = all
  if (table === 'users_tenants') byRole.atrium_identity = 'select'
  const lines = [
    `revoke all on ${quote(table)} from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`,
  ]
  for (const [role, rights] of Object.entries(byRole))
    lines.push(`grant ${rights} on ${quote(table)} to ${role};`)
  const serial = Object.values(adapter.rawTables[table]?.columns ?? {}).find(
    ({ type }) => type === 'serial',
  )
  if (serial && kind !== 'internal') {
    const roles = Object.keys(byRole).join(', ')
    lines.push(`grant usage on sequence ${quote(`${table}_${serial.name}_seq`)} to ${roles};`)
  }
  return lines.join('\n')
}

/**
 * A child row belongs to its parent's tenant. A function of its own per table, so that its statement is planned once per
 * connection. A parent that is not visible leaves NULL, which the column refuses.
 */
function inheritTenant(
  table: string,
  parent: { table: string; column: string },
  adapter: PostgresAdapter,
): DatabaseObject {
  const call = `atrium_${table}_tenant()`
  const of = parent.table === 'tenants' ? 'id' : 'tenant_id'
  const row = trigger(table, 'tenant', 'before insert or update', call)
  return {
    up: [
      `create or replace function ${call} returns trigger language plpgsql as $$ begin`,
      `  new.tenant_id := (select p.${of} from ${quote(parent.table)} p where p.id = new.${quote(columnOf(adapter, table, parent.column))});`,
      '  return new;',
      'end; $$;',
      row.up,
    ].join('\n'),
    down: `${row.down}\ndrop function if exists ${call};`,
  }
}

/** What an old version names may be gone since: then the version forgets it, and only that column, which drizzle cannot say. */
function versionReferences(
  { table }: TableClass,
  classes: ReadonlyMap<string, TableClass>,
  adapter: PostgresAdapter,
): Record<string, DatabaseObject> {
  const found: Record<string, DatabaseObject> = {}
  const mainFields = adapter.rawTables[table]?.columns ?? {}
  const main = adapter.rawTables[table.replace(/^_|_v$/g, '')]
  for (const [key, column] of Object.entries(mainFields)) {
    if (!key.startsWith('version_')) continue
    const reference = main?.foreignKeys?.[`${key.slice('version_'.length)}TenantFk`]
    const target = reference?.foreignColumns.at(-1)?.table
    if (!target || !classes.has(target)) continue
    const name = quote(`${table}_${column.name}_tenant_fk`)
    found[`8 ${table} ${column.name}`] = {
      up:
        `alter table ${quote(table)} drop constraint if exists ${name};\n` +
        `alter table ${quote(table)} add constraint ${name} foreign key (tenant_id, ${quote(column.name)}) ` +
        `references ${quote(target)} (tenant_id, id) on delete set null (${quote(column.name)});`,
      down: `alter table ${quote(table)} drop constraint if exists ${name};`,
    }
  }
  return found
}

/**
 * A lock takes the tenant of the document that it locks, so that colleagues see it. The document must be visible: else the
 * foreign key would answer whether it exists.
 */
function lockTenant(
  table: string,
  classes: ReadonlyMap<string, TableClass>,
  adapter: PostgresAdapter,
): DatabaseObject {
  const call = 'atrium_lock_tenant()'
  const row = trigger(table, 'tenant', 'before insert or update', call)
  const checks = Object.values(adapter.rawTables[table]?.foreignKeys ?? {}).flatMap(
    ({ columns, foreignColumns }) => {
      const [key] = columns
      const target = foreignColumns[0] && classes.get(foreignColumns[0].table)
      if (!key || !target || !['tenant', 'tenants', 'identity'].includes(target.kind)) return []
      const column = columnOf(adapter, table, key)
      if (target.kind === 'identity') {
        return [
          `  if new.${quote(column)} is not null and not exists (select from ${quote(target.table)} d where d.id = new.${quote(column)}) then`,
          `    raise exception 'no such document' using errcode = '23503';`,
          '  end if;',
        ]
      }
      const of = target.kind === 'tenants' ? 'id' : 'tenant_id'
      return [
        `  if new.${quote(column)} is not null then`,
        `    select d.${of} into owner from ${quote(target.table)} d where d.id = new.${quote(column)};`,
        `    if owner is null then raise exception 'no such document' using errcode = '23503'; end if;`,
        '    update payload_locked_documents set tenant_id = owner where id = new.parent_id;',
        '  end if;',
      ]
    },
  )
  return {
    up: [
      `create or replace function ${call} returns trigger language plpgsql as $$`,
      'declare owner uuid;',
      'begin',
      ...checks,
      '  return new;',
      'end; $$;',
      row.up,
    ].join('\n'),
    down: `${row.down}\ndrop function if exists ${call};`,
  }
}
