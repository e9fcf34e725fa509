import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { importedId } from '@/import/importedId'
import { openSource } from '@/import/read/openSource'
import { type Verification } from '@/import/verify/Verification'
import { findRun } from '@/import/write/findRun'
import { lookupOf } from '@/import/write/openRunSource'

import { asPlatform } from '../support/actors'
import { checksumOfRows } from '../support/checksumOfRows'
import { importFrom } from '../support/mongo/importFrom'
import { changePlatform } from '../support/mongo/platform/changes/changePlatform'
import { type TenantFacts, type VersionFact } from '../support/mongo/platform/facts'
import { generatePlatform } from '../support/mongo/platform/generatePlatform'
import { type Platform } from '../support/mongo/platform/Platform'
import { dumpPlatform } from '../support/mongo/platform/write/dumpPlatform'
import { useFolder } from '../support/mongo/useFolder'
import { asRoot } from '../support/sqlActors'
import { testPayload, usePayload } from '../support/usePayload'

usePayload()
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const folder = useFolder()

type Imported = Awaited<ReturnType<typeof importFrom>>

let platform: Platform
let first: Imported

beforeAll(async () => {
  platform = await generatePlatform({
    shape: 'payload',
    seed: 5,
    tenants: 2,
    documentsPerCollection: 2,
    faults: false,
  })
  await dumpPlatform(platform, folder('dump'), {})
  await dumpPlatform(changePlatform(platform), folder('newer'), {})
  first = await importFrom(folder('dump'), folder('imports'))
})

const spaceOf = async ({ slug }: Pick<TenantFacts, 'slug'>): Promise<string> => {
  const [row] = await asRoot().rows<{ id: string }>(`select id from tenants where slug = '${slug}'`)
  return row?.id ?? ''
}

interface VersionRow {
  readonly id: string
  readonly parent_id: string
  readonly title: string
  readonly status: string
  readonly latest: boolean
  readonly updated_at: Date
}

const versionsIn = (space: string): Promise<readonly VersionRow[]> =>
  asRoot().rows<VersionRow>(
    `select v.id, v.parent_id, l.version_title as title, v.version__status as status, v.latest, v.updated_at
     from _pages_v v left join _pages_v_locales l on l._parent_id = v.id and l._locale = 'en'
     where v.tenant_id = '${space}' order by v.id`,
  )

/** What the source has of them, as rows. */
const expectedIn = (space: string, versions: readonly VersionFact[]) =>
  versions
    .flatMap(({ collection, id, isDraft, isLatest, page, title, updatedAt }) =>
      page === null
        ? []
        : [
            {
              id: importedId(space, collection, id),
              parent_id: importedId(space, 'pages', { type: 'objectId', hex: page }),
              title,
              status: isDraft ? 'draft' : 'published',
              latest: isLatest,
              updated_at: updatedAt,
            },
          ],
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1))

async function verify({ run, folder: lists }: Imported): Promise<Verification> {
  const { verifyImport } = await import('@/import/verify/verifyImport')
  const done = await findRun(testPayload(), run.id)
  const source = await openSource(run.options.path)
  return verifyImport(testPayload(), source, done, {
    folder: lists,
    most: 50,
    lookup: await lookupOf(testPayload(), done, source),
    batchSize: 25,
  })
}

async function rollBack({ run, folder: lists }: Imported, { force = false } = {}) {
  const { rollbackImport } = await import('@/import/rollback/rollbackImport')
  return rollbackImport(testPayload(), await findRun(testPayload(), run.id), {
    folder: lists,
    force,
    dryRun: false,
  })
}

const everything = (options: { times?: boolean } = {}) =>
  checksumOfRows({
    ...options,
    without: ['imports', 'import_checkpoints', 'search_words', 'search_documents'],
  })

describe('versions of a Payload CMS', () => {
  test('are versions of the pages, with their times, and one of each page is the latest', async () => {
    for (const tenant of platform.facts.tenants) {
      const space = await spaceOf(tenant)
      const rows = await versionsIn(space)
      const expected = expectedIn(space, tenant.versions)
      const withVersions = new Set(expected.map(({ parent_id }) => parent_id))
      expect(rows.filter(({ parent_id }) => withVersions.has(parent_id))).toEqual(expected)
      // A page that had none has that of Payload: without one the admin does not list it.
      const others = rows.filter(({ parent_id }) => !withVersions.has(parent_id))
      expect(others.map(({ latest }) => latest)).toEqual(
        Array.from({ length: platform.options.documentsPerCollection }, () => true),
      )
    }
  })

  test('show in the admin what the old one showed: a draft of what is published, and what is published', async () => {
    const [tenant] = platform.facts.tenants
    const home = tenant?.pages.find(({ path }) => path === '/')
    const space = await spaceOf({ slug: tenant?.slug ?? '' })
    const id = importedId(space, 'pages', home?.id ?? { type: 'null' })
    const as = (draft: boolean) =>
      asPlatform()(() => testPayload().findByID({ collection: 'pages', id, draft, depth: 0 }))
    expect(await as(false)).toMatchObject({ title: home?.title, _status: 'published' })
    expect(await as(true)).toMatchObject({ title: 'Not yet home', _status: 'draft' })
    const { docs } = await asPlatform()(() =>
      testPayload().find({
        collection: 'pages',
        draft: true,
        limit: 100,
        depth: 0,
        where: { tenant: { equals: space } },
      }),
    )
    const pages = await asRoot().rows(`select from pages where tenant_id = '${space}'`)
    expect(docs).toHaveLength(pages.length)
  })

  test('that have no page are kept whole, and listed', async () => {
    const orphans = await asRoot().rows<{ complete: boolean; data: unknown }>(
      `select complete, data from documents where source_collection = '_pages_versions' and complete`,
    )
    expect(orphans).toHaveLength(platform.facts.tenants.length)
    expect(orphans[0]?.data).toMatchObject({ version: expect.anything() })
    expect(first.tally.dangling['cms/_pages_versions'] ?? 0).toBeGreaterThanOrEqual(
      platform.facts.tenants.length,
    )
  })

  test('are equal to the source, and one that is other is found', async () => {
    const found = await verify(first)
    expect(found.differences).toEqual({ count: 0, byKind: {}, first: [] })
    const versions = found.collections.filter(({ collection }) =>
      collection.endsWith('_pages_versions'),
    )
    expect(versions.map(({ findings, source }) => findings.equal === source)).toEqual([true, true])
    const [{ id } = { id: '' }] = await asRoot().rows<{ id: string }>(
      `select l.id from _pages_v_locales l where l.version_title = 'Not yet home' limit 1`,
    )
    const rename = (title: string) =>
      asRoot().changes(`update _pages_v_locales set version_title = '${title}' where id = ${id}`)
    await rename('Somebody else’s')
    const other = await verify(first)
    await rename('Not yet home')
    expect(other.differences.first).toMatchObject([
      { kind: 'content', path: '$.version.title.en', expected: 'Not yet home' },
    ])
  })

  test('are not written again when they are as they were', async () => {
    const before = await everything()
    const again = await importFrom(folder('dump'), folder('imports'))
    const counts = Object.values(again.tally.outcomes['cms/_pages_versions'] ?? {})
    for (const one of counts) expect(Object.keys(one)).toEqual(['unchanged'])
    expect(await everything()).toEqual(before)
  })

  test('of a newer dump come in beside the others, and are taken back without them', async () => {
    const before = await everything({ times: false })
    const second = await importFrom(folder('newer'), folder('imports'))
    for (const tenant of platform.facts.tenants) {
      const space = await spaceOf(tenant)
      const about = tenant.pages.find(({ path }) => path === '/about')
      const page = importedId(space, 'pages', about?.id ?? { type: 'null' })
      const rows = (await versionsIn(space)).filter(({ parent_id }) => parent_id === page)
      expect(rows).toHaveLength(4)
      expect(rows.filter(({ latest }) => latest)).toMatchObject([
        { title: `About ${tenant.name}, renewed`, status: 'published' },
      ])
    }
    const found = await verify(second)
    expect(found.differences).toEqual({ count: 0, byKind: {}, first: [] })
    expect(await rollBack(second)).toMatchObject({
      done: true,
      removed: { 'page-versions': platform.facts.tenants.length },
      restored: { 'page-versions': platform.facts.tenants.length },
    })
    const after = await everything({ times: false })
    expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual([])
    expect((await verify(first)).differences.byKind).toEqual({})
  })

  test('are left alone where somebody works with the page', async () => {
    const [tenant] = platform.facts.tenants
    const space = await spaceOf({ slug: tenant?.slug ?? '' })
    const about = tenant?.pages.find(({ path }) => path === '/about')
    const id = importedId(space, 'pages', about?.id ?? { type: 'null' })
    await asPlatform()(() =>
      testPayload().update({
        collection: 'pages',
        id,
        draft: true,
        data: { title: 'Mine', _status: 'draft' },
      }),
    )
    const second = await importFrom(folder('newer'), folder('imports'))
    const counts = second.tally.outcomes['cms/_pages_versions']?.[tenant?.slug ?? '']
    expect(counts).toMatchObject({ edited: 2 })
    const shown = await asPlatform()(() =>
      testPayload().findByID({ collection: 'pages', id, draft: true, depth: 0 }),
    )
    expect(shown.title).toBe('Mine')
    expect((await verify(second)).differences.byKind).toEqual({})
    expect((await rollBack(second, { force: true })).done).toBe(true)
  })
})

afterAll(async () => {
  const result = await rollBack(first, { force: true })
  expect(result.done).toBe(true)
  expect(await asRoot().rows('select from _pages_v')).toEqual([])
})
