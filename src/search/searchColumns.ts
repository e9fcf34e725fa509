import { customType, index, type PgColumn } from '@payloadcms/db-postgres/drizzle/pg-core'

import type { SchemaHook } from '@/db/rls/tableClasses'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** After Payload's tables are built: what the search is indexed by, which no field can be. */
export const searchColumns: SchemaHook = ({ extendTable, schema }) => {
  const table = schema.tables.search_documents
  if (!table) throw new Error('There is no table search_documents')
  extendTable({
    table,
    columns: { vector: tsvector('vector').notNull().default('') },
    extraConfig: (columns) => {
      const { tenant, vector } = columns as Record<string, PgColumn>
      if (!tenant || !vector) throw new Error('search_documents has lost its columns')
      return {
        search_documents_vector_gin: index('search_documents_vector_gin').using('gin', tenant, vector),
      }
    },
  })
  return schema
}
