import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, test, vi } from 'vitest'

import { type BsonDocument } from '@/import/bson/BsonValue'
import { refuseTaken } from '@/import/write/isTaken'

import { checksumOfRows } from '../support/checksumOfRows'
import { importFrom, type Imported } from '../support/mongo/importFrom'
import { type MongoCollection, writeDump } from '../support/mongo/mongoDump'
import { became, edited, string } from '../support/mongo/platform/changes/edited'
import { documentOf } from '../support/mongo/platform/toBson'
import { oid, SMALL_MAP, smallPlatform } from '../support/mongo/smallPlatform'
import { smallTargets } from '../support/mongo/smallTargets'
import { useFolder } from '../support/mongo/useFolder'
import { asRoot } from '../support/sqlActors'
import { testPayload, usePayload } from '../support/usePayload'

usePayload()
vi.setConfig({ testTimeout: 300_000 })
const inFolder = useFolder()

/** Brings a version of the small platform in. */
async function bringIn(
  name: string,
  change: (collection: MongoCollection) => MongoCollection = (collection) => collection,
): Promise<Imported> {
  await writeDump(inFolder(name), smallPlatform().map(change))
  return importFrom(inFolder(name), inFolder('imports'), { map: SMALL_MAP, targets: smallTargets })
}

const rejectsOf = async ({ folder }: Imported, collection: string): Promise<string[]> => {
  const lines = (await readFile(join(folder, 'rejects.jsonl'), 'utf8')).trim().split('\n')
  return lines
    .map((line): { collection: string; reason: string } => JSON.parse(line))
    .filter((line) => line.collection === collection)
    .map(({ reason }) => reason)
}

const slugOf = (document: BsonDocument): string | undefined => {
  const slug = document.get('slug')
  return slug?.type === 'string' ? slug.value : undefined
}

test('a second space of a name is rejected each time, for the same reason', async () => {
  const twice = (collection: MongoCollection): MongoCollection =>
    collection.name === 'tenants'
      ? {
          ...collection,
          documents: [
            ...collection.documents,
            documentOf({ _id: oid('again'), name: 'North, again', slug: 'north' }),
          ],
        }
      : collection
  const { verifyImport } = await import('@/import/verify/verifyImport')
  for (const name of ['once', 'again']) {
    const imported = await bringIn(name, twice)
    expect(await rejectsOf(imported, 'tenants')).toEqual([refuseTaken])
    const { folder, run, source } = imported
    const settings = { folder, most: 50, targets: smallTargets }
    expect(await verifyImport(testPayload(), source, run, settings)).toMatchObject({
      ok: true,
      differences: { count: 0 },
    })
  }
  expect(await asRoot().rows('select name from tenants order by slug')).toEqual([
    { name: 'NORTH' },
    { name: 'SOUTH' },
  ])
})

test('what a document became is as it was, when an import is rolled back for which it only waited', async () => {
  await bringIn('good')
  const everything = () =>
    checksumOfRows({ times: false, without: ['imports', 'import_checkpoints', 'search_words'] })
  const before = await everything()
  // It names a page that never comes, and cannot come in without.
  const worse = await bringIn('worse', (collection) => ({
    ...collection,
    documents: collection.documents.map((document) =>
      collection.name === 'pages' && slugOf(document) === 'other'
        ? edited(document, { title: became(string('Bad')) })
        : document,
    ),
  }))
  expect(await readFile(join(worse.folder, 'notes.jsonl'), 'utf8')).toContain(
    'is here without what came in after it',
  )
  expect((await everything()).import_rows).not.toBe(before.import_rows)

  const { rollbackImport } = await import('@/import/rollback/rollbackImport')
  const settings = { folder: worse.folder, force: false, dryRun: false, batchSize: 7 }
  const { done } = await rollbackImport(testPayload(), worse.run, {
    ...settings,
    targets: smallTargets,
  })
  expect(done).toBe(true)
  expect(await everything()).toEqual(before)
})
