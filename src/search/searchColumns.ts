import {
  customType,
  index,
  real,
  type ExtraConfigColumn,
  type PgColumn,
} from '@payloadcms/db-postgres/drizzle/pg-core'

import type { SchemaHook } from '@/db/rls/tableClasses'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })
const bits = customType<{ data: string }>({ dataType: () => 'bit varying' })

/**
 * Without the list of what is not sorted in yet: every search would read that list from end to end, and the planner, which knows,
 * would rather read all of a space.
 */
const IN_PLACE = { fastupdate: false }

/** After Payload's tables are built: what the search is indexed by, which no field can say. Led by the tenant, both. */
export const searchColumns: SchemaHook = ({ extendTable, schema }) => {
  const {
    search_documents: documents,
    search_words: words,
    page_embeddings: embeddings,
  } = schema.tables
  if (!documents || !words || !embeddings) throw new Error('The tables of the search are missing')
  extendTable({
    table: documents,
    columns: { vector: tsvector('vector').notNull().default('') },
    extraConfig: (columns) => {
      const { tenant, vector } = columns as Record<string, PgColumn>
      if (!tenant || !vector) throw new Error('search_documents has lost its columns')
      const name = 'search_documents_vector_gin'
      return { [name]: index(name).using('gin', tenant, vector).with(IN_PLACE) }
    },
  })
  extendTable({
    table: words,
    extraConfig: (columns) => {
      const { tenant, word } = columns as Record<string, ExtraConfigColumn>
      if (!tenant || !word) throw new Error('search_words has lost its columns')
      const name = 'search_words_word_gin'
      return { [name]: index(name).using('gin', tenant, word.op('gin_trgm_ops')).with(IN_PLACE) }
    },
  })
  // Plain numbers, so that the schema is the same with pgvector and without: they are made a vector where they are compared.
  extendTable({
    table: embeddings,
    columns: { embedding: real('embedding').array(), signs: bits('signs') },
  })
  return schema
}
