import { readFile } from 'node:fs/promises'

import { expect, test, vi } from 'vitest'

import { openSource } from '@/import/read/openSource'
import { dryRun } from '@/import/write/dryRun'
import { findRun } from '@/import/write/findRun'
import { lookupOf } from '@/import/write/openRunSource'

import { asPlatform } from '../support/actors'
import { checksumOfRows } from '../support/checksumOfRows'
import { importFrom } from '../support/mongo/importFrom'
import { generatePlatform } from '../support/mongo/platform/generatePlatform'
import { dumpPlatform } from '../support/mongo/platform/write/dumpPlatform'
import { useFolder } from '../support/mongo/useFolder'
import { asRoot } from '../support/sqlActors'
import { startImportWorker } from '../support/startImportWorker'
import { createDatabase, discardDatabase, poolOf } from '../support/useDatabase'
import { testPayload, usePayload } from '../support/usePayload'

usePayload()
vi.setConfig({ testTimeout: 600_000, hookTimeout: 300_000 })

const folder = useFolder()

const everything = () =>
  checksumOfRows({ without: ['imports', 'import_checkpoints', 'search_words'] })

test.each(['payload', 'payload-single'] as const)(
  'a whole %s with everything that is wrong in it is equal to its source, and leaves nothing when it is taken back',
  async (shape) => {
    const platform = await generatePlatform({
      shape,
      seed: 8,
      tenants: 2,
      documentsPerCollection: 2,
    })
    await dumpPlatform(platform, folder(shape))
    const before = await everything()
    const tried = await dryRun(testPayload(), (transact) =>
      importFrom(folder(shape), folder('imports'), { transact }),
    )
    const { run, folder: lists, tally } = await importFrom(folder(shape), folder('imports'))
    expect(tally).toEqual(tried.tally)
    const done = await findRun(testPayload(), run.id)
    const source = await openSource(folder(shape))
    const { verifyImport } = await import('@/import/verify/verifyImport')
    const found = await verifyImport(testPayload(), source, done, {
      folder: lists,
      most: 20,
      lookup: await lookupOf(testPayload(), done, source),
    })
    expect(found.differences).toEqual({ count: 0, byKind: {}, first: [] })
    const { rollbackImport } = await import('@/import/rollback/rollbackImport')
    const result = await rollbackImport(testPayload(), done, {
      folder: lists,
      force: false,
      dryRun: false,
    })
    expect(result).toMatchObject({ done: true, obstacles: { count: 0 } })
    const after = await everything()
    expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual([])
  },
)

/** Versions that came in, the pages that they are of, and how many versions there are that Payload made. */
const VERSIONS = `
  select v.id, v.parent_id, v.latest, v.autosave, v.snapshot, v.version__status, v.version_parent_id, v.version_meta_image_id, v.created_at, v.updated_at,
    v.version_created_at, v.version_updated_at, l._locale, l.version_title, l.version_slug, l.version_path, l.version_layout, r.hash, r.row_hash
  from _pages_v v join import_rows r on r.row_collection = 'page-versions' and r.row_id = v.id::text
  left join _pages_v_locales l on l._parent_id = v.id order by v.id, l._locale`

const OWN = `
  select p.id, p._status, p.updated_at, count(v.id) filter (where v.snapshot is false) as own, count(v.id) filter (where v.latest) as latest
  from pages p left join _pages_v v on v.parent_id = p.id group by p.id order by p.id`

test('killed anywhere and gone on with, the versions are what they would have been', async () => {
  const platform = await generatePlatform({
    shape: 'payload',
    seed: 9,
    tenants: 2,
    documentsPerCollection: 1,
  })
  await dumpPlatform(platform, folder('dump'))
  const [whole, killed] = [await createDatabase(), await createDatabase()]
  try {
    const work = { path: folder('dump'), map: '', batchSize: 7 }
    const once = startImportWorker(whole.runtimeUrl, { ...work, folder: folder('whole') })
    expect(await once.ended).toBe(0)
    const isOfVersions = (line: string) => /^(?:page-versions|references) /.test(line)
    for (const batches of [1, 3, 2, 4]) {
      const worker = startImportWorker(killed.runtimeUrl, { ...work, folder: folder('killed') })
      for (let batch = 0; batch < batches; batch += 1) await worker.until(isOfVersions)
      // Some milliseconds later: in the middle of a batch.
      await new Promise((resolve) => setTimeout(resolve, batches * 7))
      await worker.kill()
    }
    const last = startImportWorker(killed.runtimeUrl, { ...work, folder: folder('killed') })
    expect(await last.ended).toBe(0)
    for (const sql of [VERSIONS, OWN]) {
      const [{ rows: expected }, { rows }] = [
        await poolOf(whole.superuserUrl).query(sql),
        await poolOf(killed.superuserUrl).query(sql),
      ]
      expect(expected.length).toBeGreaterThan(20)
      expect(rows).toEqual(expected)
    }
    for (const list of ['rejects.jsonl', 'notes.jsonl'])
      expect(await readFile(folder('killed', list), 'utf8')).toBe(
        await readFile(folder('whole', list), 'utf8'),
      )
  } finally {
    await Promise.all([discardDatabase(whole), discardDatabase(killed)])
  }
})

test('globals of a site of one become the settings of its space', async () => {
  const platform = await generatePlatform({ shape: 'payload-single', seed: 4, faults: false })
  await dumpPlatform(platform, folder('globals'))
  const { run, folder: lists } = await importFrom(folder('globals'), folder('imports'))
  const { docs } = await asPlatform()(() =>
    testPayload().find({ collection: 'site-settings', depth: 0 }),
  )
  const [about] = await asRoot().rows<{ id: string }>(
    `select _parent_id as id from pages_locales where path = '/about'`,
  )
  const link = { link: { type: 'page', label: 'About', page: about?.id } }
  expect(docs).toMatchObject([
    {
      siteName: platform.facts.tenants[0]?.name,
      tagline: 'By the water',
      logo: expect.any(String),
      header: { items: [link] },
      footer: { columns: [{ heading: 'Links', links: [link] }] },
    },
  ])
  const kept = await asRoot().rows(
    `select complete, data from documents where source_collection = 'globals' and (complete or data -> 'rest' ? 'analytics') order by complete`,
  )
  expect(kept).toMatchObject([
    { complete: false, data: { rest: { analytics: { provider: 'none' } } } },
    { complete: true, data: { globalType: 'seasons' } },
  ])
  const again = await importFrom(folder('globals'), folder('imports'))
  expect(again.tally.outcomes['old_site/globals']).toEqual({ 'old-site': { unchanged: 4 } })
  const done = await findRun(testPayload(), run.id)
  const source = await openSource(folder('globals'))
  const { verifyImport } = await import('@/import/verify/verifyImport')
  const found = await verifyImport(testPayload(), source, done, {
    folder: lists,
    most: 20,
    lookup: await lookupOf(testPayload(), done, source),
  })
  expect(found.differences).toEqual({ count: 0, byKind: {}, first: [] })
  const { rollbackImport } = await import('@/import/rollback/rollbackImport')
  const result = await rollbackImport(testPayload(), done, {
    folder: lists,
    force: false,
    dryRun: false,
  })
  expect(result).toMatchObject({ done: true, removed: { 'site-settings': 1 } })
})
