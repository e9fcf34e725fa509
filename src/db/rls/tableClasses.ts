import type { postgresAdapter } from '@payloadcms/db-postgres'

import { isolationOf } from '@/tenancy/collectionKinds'

import { classifyTables, type RawTableLike, type TableClass } from './classifyTables'

/** A step of building the schema; Payload has the type but does not export it. */
/** The part of the adapter that building a schema needs: the connected adapter has it too. */
export type SchemaAdapter = Pick<
  Parameters<SchemaHook>[0]['adapter'],
  'fieldConstraints' | 'payload' | 'rawTables' | 'tableNameMap' | 'versionsSuffix'
>

export type SchemaHook = NonNullable<
  Parameters<typeof postgresAdapter>[0]['beforeSchemaInit']
>[number]

/** `'form-submissions'` → `'form_submissions'`, as Payload names tables (to-snake-case). */
const snake = (slug: string): string => slug.replace(/[^A-Za-z0-9]+/g, '_').toLowerCase()

/** The classification of the adapter's tables, from its collections. */
export function tableClasses(adapter: SchemaAdapter): Map<string, TableClass> {
  const tables: Record<string, RawTableLike> = adapter.rawTables
  return classifyTables(
    tables,
    adapter.payload.config.collections.map((collection) => {
      const name = snake(collection.slug)
      return {
        slug: collection.slug,
        table: adapter.tableNameMap.get(name) ?? name,
        versionsTable: collection.versions
          ? adapter.tableNameMap.get(`_${name}${adapter.versionsSuffix}`)
          : undefined,
        isolation: isolationOf(collection)?.isolation,
      }
    }),
  )
}

/** The drizzle key of the column `tenant_id` of a tenant table: versions keep their copy of the field under another one. */
export const tenantKey = ({ part }: TableClass): 'tenant' | 'version_tenant' =>
  part === 'version' ? 'version_tenant' : 'tenant'
