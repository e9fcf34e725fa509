/**
 * `npm run search:reindex [-- --tenant <slug>] [-- --restart]`: writes the search index anew, while the site is live. Triggers keep
 * it current; this is for after a change of what is searched, or of a space's language. With EMBEDDINGS_URL it also queues jobs
 * that make the vectors of pages that have none.
 *
 * When: after a migration that changes the search, and when a space's language changed. An interrupted run goes on where it was;
 * `--restart` begins again. Undo: nothing to undo.
 */
import { parseArgs } from 'node:util'

import pg from 'pg'
import { z } from 'zod'

import { KINDS } from '../src/search/parseSearch'
import {
  countDocuments,
  forgetWords,
  queueEmbeddings,
  reindexBatch,
  type Place,
} from '../src/search/reindex'
import { openDatabase } from './postgres/openDatabase'
import { CommandError } from './support/CommandError'
import { readEnvironment } from './support/environment'
import { runCommand } from './support/runCommand'
import { sslFromEnvironment } from './support/sslFromEnvironment'

/** What is kept of a run between its batches. */
const progressSchema = z.object({
  place: z.object({ kind: z.enum(KINDS), after: z.string() }),
  done: z.number(),
})

runCommand(async () => {
  const { values } = parseArgs({
    options: { tenant: { type: 'string' }, restart: { type: 'boolean', default: false } },
  })
  const database = await openDatabase({ onProgress: (message) => console.error(message) })
  const client = new pg.Client({ connectionString: database.ownerUrl, ...sslFromEnvironment() })
  try {
    await client.connect()
    await client.query('set role atrium_platform')
    await reindex(client, values.tenant, values.restart)
  } finally {
    await client.end()
    await database.close()
  }
})

async function reindex(
  client: pg.Client,
  slug: string | undefined,
  restart: boolean,
): Promise<void> {
  const tenant = slug === undefined ? null : await tenantOf(client, slug)
  const key = `search-reindex:${tenant ?? 'all'}`
  if (restart) await client.query('delete from payload_kv where key = $1', [key])
  const kept = await client.query<{ data: unknown }>('select data from payload_kv where key = $1', [
    key,
  ])
  const progress = progressSchema.safeParse(kept.rows[0]?.data).data
  const total = await countDocuments(client, tenant)
  let done = progress?.done ?? 0
  let place: Place | undefined = progress?.place
  if (place) console.log(`Going on where the last run was, after ${done} documents.`)
  else await forgetWords(client, tenant)
  do {
    const batch = await reindexBatch(client, tenant, place)
    place = batch.place
    done += batch.done
    if (place) {
      await client.query(
        `insert into payload_kv (id, key, data) values (gen_random_uuid(), $1, $2) on conflict (key) do update set data = excluded.data`,
        [key, JSON.stringify({ place, done })],
      )
    }
    if (batch.done > 0) console.log(`${done} of ${Math.max(total, done)} documents`)
  } while (place)
  await client.query('delete from payload_kv where key = $1', [key])
  console.log('The search index is current.')
  if (readEnvironment('EMBEDDINGS_URL') === undefined) return
  const spaces = await queueEmbeddings(client, tenant)
  console.log(`Vectors are made by jobs, in ${spaces} spaces that had none waiting.`)
}

async function tenantOf(client: pg.Client, slug: string): Promise<string> {
  const { rows } = await client.query<{ id: string; slug: string }>(
    'select id, slug from tenants order by slug',
  )
  const tenant = rows.find((row) => row.slug === slug.toLowerCase())
  if (tenant) return tenant.id
  throw new CommandError(
    `There is no space “${slug}”.`,
    `one of: ${rows
      .slice(0, 20)
      .map((row) => row.slug)
      .join(', ')}`,
  )
}
