import { getTableColumns } from '@payloadcms/db-postgres/drizzle'
import { index, pgPolicy, unique, type PgColumn } from '@payloadcms/db-postgres/drizzle/pg-core'

import { isolationOf, type IsolationOptions } from '@/tenancy/collectionKinds'

import { isTenantTable, type TableClass } from './classifyTables'
import { policiesFor } from './policies'
import { tableClasses, tenantKey, type SchemaHook } from './tableClasses'

type Columns = Readonly<Record<string, PgColumn>>
type Extra =
  | ReturnType<ReturnType<typeof index>['on']>
  | ReturnType<typeof pgPolicy>
  | ReturnType<ReturnType<typeof unique>['on']>

/** PostgreSQL cuts identifiers at 63 bytes, and two cut ones may be the same. */
const named = (...parts: string[]): string => {
  const name = parts
    .join('_')
    .replace(/[^a-z0-9_]+/gi, '_')
    .toLowerCase()
  if (name.length > 63)
    throw new Error(`The name ${name} is longer than 63 characters: shorten the slug or dbName`)
  return name
}

const column = (columns: Columns, table: string, key: string): PgColumn => {
  const found = columns[key]
  if (!found) throw new Error(`${table} has no column for the field “${key}”`)
  return found
}

/**
 * After Payload's tables are built: policies, the unique rules that composite foreign keys lean on, uniqueness inside a
 * tenant, and indexes that lead with it. Declared here, they come out of `migrate:create` like everything else.
 */
export const declareIsolation: SchemaHook = ({ adapter, extendTable, schema }) => {
  const classes = tableClasses(adapter)
  const options = new Map<string, IsolationOptions>(
    adapter.payload.config.collections.map((collection) => [
      collection.slug,
      isolationOf(collection) ?? {},
    ]),
  )
  for (const table of classes.values()) {
    const built = schema.tables[table.table]
    if (!built) continue
    const own = table.collection
      ? ownWishes(table, options.get(table.collection), classes, schema)
      : {}
    extendTable({
      table: built,
      extraConfig: (columns) => ({
        ...policies(table),
        ...keys(table, columns as Columns),
        ...wishes(table, own, columns as Columns, (constraint, field) => {
          // Payload looks a broken rule up by the document's table, its translations included (3.90, handleUpsertError).
          const document = isTranslations(table) ? (table.parent?.table ?? '') : table.table
          ;(adapter.fieldConstraints[document] ??= {})[constraint] = field
        }),
      }),
    })
  }
  return schema
}

const LOCALES_SUFFIX = '_locales'

/** Whether a table holds the translated fields of documents. */
const isTranslations = ({ table, part, parent }: TableClass): boolean =>
  part === 'child' && table === `${parent?.table}${LOCALES_SUFFIX}`

/** What a collection asks for is about its documents, or about their translations: where the fields are. */
function ownWishes(
  table: TableClass,
  wished: IsolationOptions | undefined,
  classes: ReadonlyMap<string, TableClass>,
  schema: Parameters<SchemaHook>[0]['schema'],
): IsolationOptions {
  const translations = isTranslations(table)
  const main = translations ? table.parent?.table : table.part === 'main' ? table.table : undefined
  // Versions and arrays are not asked.
  if (main === undefined || classes.get(main)?.part !== 'main') return {}
  const fieldsOf = (name: string) => {
    const built = schema.tables[name]
    return new Set(built ? Object.keys(getTableColumns(built)) : [])
  }
  const [own, other] = [fieldsOf(main), fieldsOf(`${main}${LOCALES_SUFFIX}`)]
  const isHere = (fields: readonly string[]) =>
    fields.every((field) => other.has(field) && !own.has(field)) === translations
  const { unique = [], index = [], gin = [] } = wished ?? {}
  return {
    unique: unique.filter(isHere),
    index: index.filter(isHere),
    gin: gin.filter((field) => isHere([field])),
  }
}

function policies(table: TableClass): Record<string, Extra> {
  return Object.fromEntries(
    policiesFor(table).map(({ role, command, using, check }) => {
      const name = named(table.table, role.replace('atrium_', ''), command)
      return [
        name,
        pgPolicy(name, { as: 'permissive', for: command, to: role, using, withCheck: check }),
      ]
    }),
  )
}

/** What composite foreign keys refer to, and what lists read along. */
function keys(table: TableClass, columns: Columns): Record<string, Extra> {
  if (table.table === 'users_tenants') {
    const name = 'users_tenants_parent_tenant_key'
    return {
      [name]: unique(name).on(
        column(columns, table.table, '_parentID'),
        column(columns, table.table, 'tenant'),
      ),
    }
  }
  if (!isTenantTable(table)) return {}
  const tenant = column(columns, table.table, tenantKey(table))
  const key = named(table.table, 'tenant_id_id_key')
  const extra: Record<string, Extra> = {
    [key]: unique(key).on(tenant, column(columns, table.table, 'id')),
  }
  if (table.part === 'version') {
    const latest = named(table.table, 'tenant_latest_idx')
    extra[latest] = index(latest).on(
      tenant,
      column(columns, table.table, 'latest'),
      column(columns, table.table, 'version_updatedAt'),
    )
  }
  return extra
}

/** What a collection asked for in its own file. */
function wishes(
  table: TableClass,
  { unique: uniques = [], index: indexes = [], gin = [] }: IsolationOptions,
  columns: Columns,
  reportAs: (constraint: string, field: string) => void,
): Record<string, Extra> {
  const extra: Record<string, Extra> = {}
  const lead = isTenantTable(table) ? [column(columns, table.table, tenantKey(table))] : []
  if (isTranslations(table)) lead.push(column(columns, table.table, '_locale'))
  const pick = (fields: readonly string[]) =>
    fields.map((field) => column(columns, table.table, field))
  for (const fields of uniques) {
    const [first, ...rest] = [...lead, ...pick(fields)]
    const name = named(table.table, 'tenant', ...fields, 'key')
    if (first) extra[name] = unique(name).on(first, ...rest)
    if (fields[0]) reportAs(name, fields[0])
  }
  for (const fields of indexes) {
    const [first, ...rest] = [...lead, ...pick(fields)]
    const name = named(table.table, 'tenant', ...fields, 'idx')
    if (first) extra[name] = index(name).on(first, ...rest)
  }
  for (const field of gin) {
    const name = named(table.table, field, 'gin')
    extra[name] = index(name).using('gin', column(columns, table.table, field))
  }
  return extra
}
