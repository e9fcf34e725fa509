import { test } from 'vitest'
import { plantTenant } from '../support/plantTenant'
import { asRoot, asTenant } from '../support/sqlActors'
import { useDatabase } from '../support/useDatabase'
useDatabase()
test('x', async () => {
  const a = await plantTenant([]); const b = await plantTenant([])
  await asRoot()(async (client) => {
    await client.query('set local session_replication_role = replica')
    await client.query(
      `insert into search_documents (id, tenant_id, kind, document_id, locale, published, working, title, body, vector)
         select gen_random_uuid(), case when n % 2 = 0 then $1::uuid else $2::uuid end, 'pages', n::text, 'en', true, true, 'filler', '', to_tsvector('public.atrium_english', 'filler ' || n)
         from generate_series(1, 40000) n`, [a.id, b.id])
  })
  await asRoot().rows('analyze search_documents')
  const explain = async (q: string) => {
    const plan = await asTenant(a.id)(async (client) => {
      await client.query(`select set_config('role', 'atrium_search', true), set_config('app.lookup', '''777''', true)`)
      return client.query<{ 'QUERY PLAN': string }>('explain (analyze, buffers) ' + q)
    })
    console.log(plan.rows.map((row) => row['QUERY PLAN']).join('\n'))
  }
  await explain('select * from search_documents')
  const rows = await asRoot().rows(`explain analyze select * from search_documents where tenant_id = '${a.id}' and vector @@ '777'::tsquery`)
  console.log(JSON.stringify(rows, null, 1))
  for (const { indexname } of await asRoot().rows<{indexname: string}>(`select indexname from pg_indexes where tablename = 'search_documents' and indexname not like '%gin' and indexname not like '%key'`)) { console.log(indexname); await asRoot().rows(`drop index ${indexname}`).catch(()=>0) }
  await explain('select * from search_documents')
})
