import { noteAddedColumn } from './addedColumns'
import { isTenantTable, type TableClass } from './classifyTables'
import { tableClasses, tenantKey, type SchemaAdapter, type SchemaHook } from './tableClasses'

type RawTable = SchemaAdapter['rawTables'][string]

/**
 * Before Payload's tables are built: `tenant_id` on every tenant table, its versions and its children, and every
 * reference between tenant tables widened to `(tenant_id, x_id) → x (tenant_id, id)`. Foreign keys ignore row-level
 * security; with the tenant in them they cannot cross it.
 */
export const tenantColumns: SchemaHook = ({ adapter, schema }) => {
  const classes = tableClasses(adapter)
  for (const table of classes.values()) {
    const raw = adapter.rawTables[table.table]
    if (!raw) continue
    if (isTenantTable(table)) {
      nameTenantColumn(raw, table)
      if (table.part === 'child') noteAddedColumn(adapter, table.table, 'tenant')
      widenIndexes(raw, table, classes)
      widenReferences(raw, table, classes)
      widenParentReference(raw, table, classes)
    } else keepReferences(raw, table)
    for (const key of addTimestamps(raw)) {
      if (table.part === 'child') noteAddedColumn(adapter, table.table, key)
    }
  }
  adjustIdentityTables(adapter)
  adjustPayloadTables(adapter)
  return schema
}

function nameTenantColumn(raw: RawTable, table: TableClass): void {
  const key = tenantKey(table)
  const column = raw.columns[key]
  if (table.part === 'child') {
    raw.columns[key] = { name: 'tenant_id', type: 'uuid', notNull: true }
    return
  }
  if (!column)
    throw new Error(
      `${table.table}: a tenant collection needs its tenant field, see forMultiTenantPlugin()`,
    )
  column.name = 'tenant_id'
  column.notNull = true
  // Payload would empty the column when the tenant goes; here the tenant stays while it has rows.
  if (column.reference) column.reference.onDelete = 'no action'
}

/**
 * Every index leads with the tenant. A unique rule over all tenants would tell one that another has the value; and “the
 * newest ten” by an index over all tenants reads the others’ rows until it has found ten of one’s own.
 */
function widenIndexes(raw: RawTable, table: TableClass, classes: Map<string, TableClass>): void {
  if (table.kind !== 'tenant') return
  const key = tenantKey(table)
  for (const index of Object.values(raw.indexes ?? {})) {
    const on = Array.isArray(index.on) ? index.on : [index.on]
    // An account that goes is looked for in every tenant.
    const ofAccount = on.some(
      (name) => classes.get(raw.columns[name]?.reference?.table ?? '')?.kind === 'identity',
    )
    // Children are read by the row that they hang from, whose tenant the query does not name.
    const ofParent =
      on.length === 1 && on[0] === (table.part === 'version' ? 'parent' : table.parent?.column)
    if (!on.includes(key) && !ofAccount) index.on = ofParent ? [...on, key] : [key, ...on]
  }
}

/** Versions and relation rows vanish with what they belong to; whatever else refers to a document keeps it. */
function widenReferences(raw: RawTable, table: TableClass, classes: Map<string, TableClass>): void {
  const key = tenantKey(table)
  const history = table.part === 'version' || table.table.startsWith('_')
  const foreignKeys = (raw.foreignKeys ??= {})
  for (const [columnKey, column] of Object.entries(raw.columns)) {
    const target = column.reference && classes.get(column.reference.table)
    if (!target || target.kind !== 'tenant') continue
    delete column.reference
    const ofVersion = table.part === 'version' && columnKey === 'parent'
    // A version may name what is gone since: its references are SQL of ours, see tableObjects.ts.
    if (table.part === 'version' && !ofVersion) continue
    foreignKeys[`${columnKey}TenantFk`] = {
      name: `${table.table}_${column.name}_tenant_fk`,
      columns: [key, columnKey],
      foreignColumns: [
        { name: 'tenant', table: target.table },
        { name: 'id', table: target.table },
      ],
      ...(ofVersion ? { onDelete: 'cascade' as const } : {}),
    }
  }
  for (const foreignKey of Object.values(foreignKeys)) {
    const [reference] = foreignKey.foreignColumns
    const target = reference && classes.get(reference.table)
    if (!reference || !target || foreignKey.columns.length !== 1 || target.kind !== 'tenant')
      continue
    if (table.parent?.column === foreignKey.columns[0]) continue
    foreignKey.columns = [key, ...foreignKey.columns]
    foreignKey.foreignColumns = [
      { name: 'tenant', table: target.table },
      ...foreignKey.foreignColumns,
    ]
    foreignKey.onDelete = history ? 'cascade' : 'no action'
  }
}

function widenParentReference(
  raw: RawTable,
  table: TableClass,
  classes: Map<string, TableClass>,
): void {
  const parent = table.parent && classes.get(table.parent.table)
  if (!table.parent || !parent || !isTenantTable(parent)) return
  for (const foreignKey of Object.values(raw.foreignKeys ?? {})) {
    if (foreignKey.columns.length !== 1 || foreignKey.columns[0] !== table.parent.column) continue
    foreignKey.columns = ['tenant', table.parent.column]
    foreignKey.foreignColumns = [
      { name: tenantKey(parent), table: parent.table },
      ...foreignKey.foreignColumns,
    ]
  }
}

/** Accounts refer to tenants too, and a tenant that is referred to stays. */
function keepReferences(raw: RawTable, table: TableClass): void {
  if (table.kind !== 'identity') return
  for (const column of Object.values(raw.columns)) {
    if (column.reference?.table === 'tenants') column.reference.onDelete = 'no action'
  }
}

/** Every table has both; `updated_at` moves by trigger. */
function addTimestamps(raw: RawTable): string[] {
  const keys: string[] = []
  for (const [key, name] of [
    ['createdAt', 'created_at'],
    ['updatedAt', 'updated_at'],
  ] as const) {
    if (Object.values(raw.columns).some((column) => column.name === name)) continue
    raw.columns[key] = {
      name,
      type: 'timestamp',
      mode: 'string',
      precision: 3,
      withTimezone: true,
      notNull: true,
      defaultNow: true,
    }
    keys.push(key)
  }
  return keys
}

/** E-mail is unique in its realm (an expression index, see users_realm_email.sql), not over all tenants. */
function adjustIdentityTables(adapter: SchemaAdapter): void {
  const users = adapter.rawTables.users
  if (!users) return
  for (const index of Object.values(users.indexes ?? {})) {
    if (index.on === 'email' || (Array.isArray(index.on) && index.on.join() === 'email'))
      index.unique = false
  }
  const avatar = users.columns.avatar
  if (!avatar) return
  delete avatar.reference
  ;(users.foreignKeys ??= {}).avatarTenantFk = {
    name: 'users_avatar_id_tenant_fk',
    columns: ['tenant', 'avatar'],
    foreignColumns: [
      { name: 'tenant', table: 'media' },
      { name: 'id', table: 'media' },
    ],
  }
}

/** Who holds a lock or keeps a preference; and for a lock, the tenant of the document, for colleagues to see it. */
function adjustPayloadTables(adapter: SchemaAdapter): void {
  for (const name of ['payload_locked_documents', 'payload_preferences']) {
    const raw = adapter.rawTables[name]
    if (raw) raw.columns.owner = { name: 'owner_id', type: 'uuid' }
  }
  const locks = adapter.rawTables.payload_locked_documents
  if (locks) locks.columns.tenant = { name: 'tenant_id', type: 'uuid' }
  const migrations = adapter.rawTables.payload_migrations
  if (migrations) migrations.columns.checksum = { name: 'checksum', type: 'varchar' }
}
