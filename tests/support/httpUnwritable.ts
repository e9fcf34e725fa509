import { randomUUID } from 'node:crypto'

/** Of somebody around all policies. */
type Query = (text: string, values: unknown[]) => Promise<unknown>

interface About {
  readonly slug: string
  readonly tenant: string
  readonly form: string
  readonly lead: string
  readonly page: string
}

/** Adds a row, and answers its id. */
async function plant(
  query: Query,
  table: string,
  values: Readonly<Record<string, unknown>>,
): Promise<string> {
  const id = randomUUID()
  const names = Object.keys(values).map((name) => `, ${name}`)
  const places = names.map((_, index) => `, $${index + 2}`)
  await query(`insert into ${table} (id${names.join('')}) values ($1${places.join('')})`, [
    id,
    ...Object.values(values),
  ])
  return id
}

/** One document of a space in each collection that no request writes to, by the collection's slug. */
export async function plantUnwritable(
  query: Query,
  { slug, tenant, form, lead, page }: About,
): Promise<Record<string, string>> {
  const row = (table: string, values: Readonly<Record<string, unknown>>) =>
    plant(query, table, { tenant_id: tenant, ...values })
  await query(
    `insert into page_embeddings (id, tenant_id, page_id, entry_id, locale, model, hash, written_at)
     select gen_random_uuid(), d.tenant_id, d.document_id::uuid, d.id, d.locale, $3, 'hash', d.updated_at
     from search_documents d where d.tenant_id = $1 and d.document_id = $2 limit 1`,
    [tenant, page, `Model of ${slug}`],
  )
  return {
    'payload-jobs': await row('payload_jobs', {
      task_slug: 'later',
      title: `Job of ${slug}`,
      input: {},
      wait_until: '2999-01-01',
    }),
    deliveries: await row('deliveries', {
      lead_id: lead,
      form_id: form,
      kind: 'webhook',
      state: 'sent',
      target: `https://of-${slug}.test/leads`,
    }),
    erasures: await row('erasures', {
      form_title: `Form of ${slug}`,
      reason: 'person',
      leads: 1,
      deliveries: 0,
    }),
    documents: await plantDocument(query, tenant, `Room of ${slug}`),
    'import-rows': await row('import_rows', {
      row_collection: 'pages',
      row_id: page,
      source_collection: 'articles',
      source_id: `Article of ${slug}`,
      hash: '',
      row_hash: '',
      made_by: '',
      written_by: '',
    }),
    'import-changes': await row('import_changes', {
      import: '',
      row_collection: 'pages',
      row_id: page,
      before: { title: `Before of ${slug}` },
    }),
  }
}

/** A document of MongoDB that an import kept as it was. */
export const plantDocument = (query: Query, tenant: string, room: string): Promise<string> =>
  plant(query, 'documents', {
    tenant_id: tenant,
    source_collection: 'bookings',
    source_id: randomUUID(),
    data: { room },
    hash: '',
    made_by: '',
    written_by: '',
  })

/** An import that came to its end. */
export const plantImport = (query: Query): Promise<string> =>
  plant(query, 'imports', {
    source: 'dump',
    status: 'done',
    fingerprint: '',
    map: '{}',
    options: {},
  })
