import { once } from 'node:events'
import { readFile } from 'node:fs/promises'

import { beforeAll, expect, test, vi } from 'vitest'

import { canonicalHash } from '@/import/bson/canonicalHash'
import { readJsonb } from '@/import/bson/readExtendedJson'
import { writeExtendedJson } from '@/import/bson/writeExtendedJson'
import { dryRun } from '@/import/write/dryRun'
import { lockImports } from '@/import/write/lockImports'

import { importFrom, outcomesOf } from '../support/mongo/importFrom'
import { changePlatform } from '../support/mongo/platform/changes/changePlatform'
import { generatePlatform } from '../support/mongo/platform/generatePlatform'
import { documentsOf } from '../support/mongo/platform/parts'
import { type Platform } from '../support/mongo/platform/Platform'
import { archivePlatform } from '../support/mongo/platform/write/archivePlatform'
import { dumpPlatform } from '../support/mongo/platform/write/dumpPlatform'
import { exportPlatform } from '../support/mongo/platform/write/exportPlatform'
import { useFolder } from '../support/mongo/useFolder'
import { asRoot, asTenant } from '../support/sqlActors'
import { startImportWorker } from '../support/startImportWorker'
import { createDatabase, discardDatabase, poolOf, testDatabase } from '../support/useDatabase'
import { testPayload, usePayload } from '../support/usePayload'

usePayload()
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const folder = useFolder()

/** Everything is kept as documents of one space. */
const KEEP = 'version: 1\ntenant: { slug: kept }\ncollections: {}\n'

let platform: Platform
let total: number

beforeAll(async () => {
  platform = await generatePlatform({ shape: 'tenant-app', seed: 3, edges: true, bulk: 400 })
  await dumpPlatform(platform, folder('dump'), {})
  total = 0
  for (const collection of platform.collections) total += [...documentsOf(collection)].length
})

const COLUMNS =
  'id, tenant_id, source_collection, source_id, data, complete, row_collection, row_id, hash'

/** What an import made, but for when and by which run. */
const checksum = async (url: string): Promise<string> => {
  const { rows } = await poolOf(url).query<{ sum: string }>(
    `select md5(string_agg(md5(t::text), '' order by id)) as sum from (select ${COLUMNS} from documents) t`,
  )
  return rows[0]?.sum ?? ''
}

test('every document comes in whole, and PostgreSQL answers what the source had', async () => {
  const { tally } = await importFrom(folder('dump'), folder('imports'), { map: KEEP })
  expect(outcomesOf(tally)).toEqual({ created: total })
  const rows = await asRoot().rows<{ data: string; hash: string; collection: string }>(
    'select data::text as data, hash, source_collection as collection from documents',
  )
  expect(rows).toHaveLength(total)
  for (const { data, hash } of rows) expect(canonicalHash(readJsonb(data))).toBe(hash)
  const hashes: string[] = []
  for (const collection of platform.collections)
    for (const document of documentsOf(collection)) hashes.push(canonicalHash(document))
  expect(rows.map(({ hash }) => hash).sort()).toEqual(hashes.sort())
})

test('running it again changes nothing, and an archive is the same as a folder', async () => {
  const before = await checksum(testDatabase().superuserUrl)
  const again = await importFrom(folder('dump'), folder('imports'), { map: KEEP })
  expect(outcomesOf(again.tally)).toEqual({ unchanged: total })
  await archivePlatform(platform, folder('all.archive.gz'), { gzip: true })
  const archive = await importFrom(folder('all.archive.gz'), folder('imports'), { map: KEEP })
  expect(outcomesOf(archive.tally)).toEqual({ unchanged: total })
  expect(await checksum(testDatabase().superuserUrl)).toBe(before)
})

test('a newer dump brings in what is new and what changed', async () => {
  const newer = await changePlatform(platform)
  await dumpPlatform(newer, folder('newer'), {})
  const changes = newer.facts.changes
  const { tally } = await importFrom(folder('newer'), folder('imports'), { map: KEEP })
  const count = (kind: string) => changes.filter((change) => change.kind === kind).length
  expect(outcomesOf(tally)).toEqual({
    created: count('added'),
    updated: count('changed'),
    unchanged: total - count('changed') - count('gone'),
  })
  const [{ kept } = { kept: 0 }] = await asRoot().rows<{ kept: number }>(
    `select count(*)::int as kept from import_changes where before -> 'row' ->> 'hash' is not null`,
  )
  expect(kept, 'what was overwritten is kept').toBe(count('changed'))
})

test('a dry run leaves nothing', async () => {
  const before = await checksum(testDatabase().superuserUrl)
  const tables = ['documents', 'import_rows', 'import_changes', 'import_checkpoints', 'tenants']
  const counts = () =>
    Promise.all(tables.map(async (table) => (await asRoot().rows(`select from ${table}`)).length))
  const rows = await counts()
  const map = KEEP.replace('kept', 'tried')
  const { tally } = await dryRun(testPayload(), (transact) =>
    importFrom(folder('dump'), folder('imports'), { map, transact }),
  )
  expect(outcomesOf(tally)).toEqual({ created: total })
  expect(await counts()).toEqual(rows)
  expect(await checksum(testDatabase().superuserUrl)).toBe(before)
})

test('the documents of a space are its own, and read by its editors over the API', async () => {
  const [space] = await asRoot().rows<{ id: string }>(`select id from tenants where slug = 'kept'`)
  expect(await asTenant(space?.id ?? '').rows('select from documents')).not.toHaveLength(0)
  const other = '00000000-0000-4000-8000-000000000000'
  expect(await asTenant(other).rows('select from documents')).toHaveLength(0)
})

test('a second import does not run beside the first', async () => {
  const payload = testPayload()
  const free = { wait: false, onWait: () => undefined }
  await lockImports(payload, free, async () => {
    await expect(lockImports(payload, free, () => Promise.resolve())).rejects.toThrow(
      'Another import is at work.',
    )
  })
  expect(await lockImports(payload, free, () => Promise.resolve('its turn'))).toBe('its turn')
})

test('an import whose connection is lost is told, since another one may begin now', async () => {
  const payload = testPayload()
  const free = { wait: false, onWait: () => undefined }
  await lockImports(payload, free, async (lost) => {
    expect(lost.aborted).toBe(false)
    const ended = once(lost, 'abort')
    await asRoot().rows(
      `select pg_terminate_backend(pid) from pg_locks
       where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`,
    )
    await ended
    expect(() => lost.throwIfAborted()).toThrow('The database went away.')
    expect(await lockImports(payload, free, () => Promise.resolve('the next one'))).toBe(
      'the next one',
    )
  })
})

test('killed anywhere and gone on with, it is what it would have been', async () => {
  const [whole, killed] = [await createDatabase(), await createDatabase()]
  try {
    const work = { path: folder('dump'), map: KEEP, batchSize: 25 }
    const once = startImportWorker(whole.runtimeUrl, { ...work, folder: folder('whole') })
    expect(await once.ended).toBe(0)
    const deaths = [1, 2, 5, 9, 4]
    for (const batches of deaths) {
      const worker = startImportWorker(killed.runtimeUrl, { ...work, folder: folder('killed') })
      for (let batch = 0; batch < batches; batch += 1) await worker.until(() => true)
      // Some milliseconds later: in the middle of a batch.
      await new Promise((resolve) => setTimeout(resolve, batches * 3))
      await worker.kill()
    }
    const last = startImportWorker(killed.runtimeUrl, { ...work, folder: folder('killed') })
    expect(await last.ended).toBe(0)
    expect(await checksum(killed.superuserUrl)).toBe(await checksum(whole.superuserUrl))
    for (const list of ['rejects.jsonl', 'notes.jsonl'])
      expect(await readFile(folder('killed', list), 'utf8')).toBe(
        await readFile(folder('whole', list), 'utf8'),
      )
    expect(await statesOf(killed.superuserUrl)).toEqual(await statesOf(whole.superuserUrl))
  } finally {
    await Promise.all([discardDatabase(whole), discardDatabase(killed)])
  }
})

/** The checkpoints: places, counts, and the digest of everything that was read. */
const statesOf = async (url: string): Promise<unknown[]> => {
  const { rows } = await poolOf(url).query(
    'select stage, file, state from import_checkpoints order by stage, file',
  )
  return rows
}

test('an export of the same platform has the same rows', async () => {
  const [dumped, exported] = [await createDatabase(), await createDatabase()]
  try {
    await exportPlatform(platform, folder('export'), { format: 'canonical' })
    for (const [database, path] of [
      [dumped, 'dump'],
      [exported, 'export'],
    ] as const) {
      const work = { path: folder(path), map: KEEP, batchSize: 200, folder: folder(`${path}-run`) }
      expect(await startImportWorker(database.runtimeUrl, work).ended).toBe(0)
    }
    const hashes = await hashesOf(exported.superuserUrl)
    const different = [...(await hashesOf(dumped.superuserUrl))].filter(
      ([id, hash]) => hashes.get(id) !== hash,
    )
    // In an export they are another value, which no reader can tell.
    const ambiguous = new Set<string>()
    for (const collection of platform.collections)
      for (const document of documentsOf(collection)) {
        const { losses } = writeExtendedJson(document)
        if (losses.some(({ kind }) => kind === 'ambiguous-key'))
          ambiguous.add(canonicalHash(document))
      }
    expect(different.filter(([, hash]) => !ambiguous.has(hash))).toEqual([])
    expect(hashes.size).toBeGreaterThan(total - ambiguous.size - 1)
  } finally {
    await Promise.all([discardDatabase(dumped), discardDatabase(exported)])
  }
})

const hashesOf = async (url: string): Promise<Map<string, string>> => {
  const { rows } = await poolOf(url).query<{ id: string; hash: string }>(
    'select id, hash from documents',
  )
  return new Map(rows.map(({ id, hash }) => [id, hash]))
}
