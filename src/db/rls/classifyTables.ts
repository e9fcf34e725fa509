import type { Isolation } from '@/tenancy/collectionKinds'

/**
 * What a table holds, which decides its policies. `lock` and `preference` are Payload's own tables, which follow a person;
 * `job` is its queue, where a row belongs to a tenant or to the platform; `internal` is the list of migrations, which the
 * runtime reads for its health and nobody writes.
 */
export type TableKind = Isolation | 'lock' | 'preference' | 'job' | 'internal'

export interface TableClass {
  readonly table: string
  readonly kind: TableKind
  readonly part: 'main' | 'version' | 'child'
  /** The collection that it belongs to, where there is one. */
  readonly collection: string | undefined
  /** For children: the table that they hang from, and the column (drizzle key) that says which row. */
  readonly parent: { readonly table: string; readonly column: string } | undefined
}

/** The shape of Payload's tables, as far as it matters here (`@payloadcms/drizzle` 3.90, `RawTable`). */
export interface RawTableLike {
  readonly name: string
  readonly foreignKeys?: Readonly<
    Record<
      string,
      {
        readonly columns: readonly string[]
        readonly foreignColumns: readonly { readonly table: string }[]
      }
    >
  >
}

export interface ClassifiedCollection {
  readonly slug: string
  readonly table: string
  readonly versionsTable: string | undefined
  readonly isolation: Isolation | undefined
}

/** Payload's own tables. A new one of a later version is unclassified, and stops the boot until it is listed. */
const PAYLOAD_TABLES: Readonly<Record<string, TableKind>> = {
  payload_jobs: 'job',
  payload_kv: 'platform',
  payload_locked_documents: 'lock',
  payload_migrations: 'internal',
  payload_preferences: 'preference',
}

const PARENT_KEYS = ['_parentIDFk', '_parentIdFk', 'parentFk']

/**
 * Classifies every table.
 *
 * @throws Error naming the tables that nobody classified, and how to.
 */
export function classifyTables(
  tables: Readonly<Record<string, RawTableLike>>,
  collections: readonly ClassifiedCollection[],
): Map<string, TableClass> {
  const classes = new Map<string, TableClass>()
  const unclassified: string[] = []
  const byTable = new Map<
    string,
    { slug: string; isolation: Isolation | undefined; part: 'main' | 'version' }
  >()
  for (const { slug, table, versionsTable, isolation } of collections) {
    byTable.set(table, { slug, isolation, part: 'main' })
    if (versionsTable) byTable.set(versionsTable, { slug, isolation, part: 'version' })
  }

  const classify = (name: string): TableClass | undefined => {
    const known = classes.get(name)
    if (known) return known
    const owner = byTable.get(name)
    const kind = owner?.isolation ?? PAYLOAD_TABLES[name]
    let found: TableClass | undefined
    if (kind) {
      found = {
        table: name,
        kind,
        part: owner?.part ?? 'main',
        collection: owner?.slug,
        parent: undefined,
      }
    } else {
      const key = PARENT_KEYS.map((parentKey) => tables[name]?.foreignKeys?.[parentKey]).find(
        Boolean,
      )
      const parentTable = key?.foreignColumns[0]?.table
      const column = key?.columns.at(-1)
      const parent = parentTable && !owner ? classify(parentTable) : undefined
      if (parent && parentTable && column) {
        found = { ...parent, table: name, part: 'child', parent: { table: parentTable, column } }
      }
    }
    if (found) classes.set(name, found)
    return found
  }

  for (const name of Object.keys(tables)) if (!classify(name)) unclassified.push(name)
  if (unclassified.length > 0) {
    throw new Error(
      `Not classified, and so not protected: ${unclassified.join(', ')}. Declare the collection with tenantCollection(), ` +
        'identityCollection(), platformCollection() or referenceCollection() (docs/adding-a-collection.md); a table of ' +
        'Payload’s own belongs into src/db/rls/classifyTables.ts.',
    )
  }
  return classes
}

/** Whether rows of a table belong to one tenant each, by their own `tenant_id`. */
export const isTenantTable = ({ kind, part }: TableClass): boolean =>
  kind === 'tenant' || (kind === 'tenants' && part === 'child')
