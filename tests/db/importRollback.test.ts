import { access, readdir } from 'node:fs/promises'
import { join } from 'node:path'

import { afterEach, describe, expect, test } from 'vitest'

import { type RollbackResult, type RollbackSettings } from '@/import/rollback/rollbackImport'
import { findRun } from '@/import/write/findRun'

import { asPlatform } from '../support/actors'
import { buildForm } from '../support/buildForm'
import { buildMedia } from '../support/buildMedia'
import { buildPage } from '../support/buildPage'
import { buildTenant } from '../support/buildTenant'
import { checksumOfRows } from '../support/checksumOfRows'
import { importFrom, type Imported } from '../support/mongo/importFrom'
import { writeDump } from '../support/mongo/mongoDump'
import { SMALL_MAP, smallPlatform } from '../support/mongo/smallPlatform'
import { smallTargets } from '../support/mongo/smallTargets'
import { useFolder } from '../support/mongo/useFolder'
import { asRoot } from '../support/sqlActors'
import { testPayload, usePayload } from '../support/usePayload'

usePayload()
const inFolder = useFolder()

const settings = { map: SMALL_MAP, targets: smallTargets }

async function bringIn({ changed = false } = {}): Promise<Imported> {
  const dump = inFolder(changed ? 'newer' : 'dump')
  await writeDump(dump, smallPlatform({ changed }))
  return importFrom(dump, inFolder('imports'), settings)
}

async function rollBack(
  { folder, run }: Imported,
  options: Partial<RollbackSettings> = {},
): Promise<RollbackResult> {
  const { rollbackImport } = await import('@/import/rollback/rollbackImport')
  return rollbackImport(testPayload(), await findRun(testPayload(), run.id), {
    folder,
    force: false,
    dryRun: false,
    batchSize: 7,
    targets: smallTargets,
    ...options,
  })
}

/** Imports are told of for ever, and the words of a page are not taken back by anything. */
const everything = (options: { times?: boolean } = {}) =>
  checksumOfRows({ ...options, without: ['imports', 'import_checkpoints', 'search_words'] })

type Checksums = Record<string, string>

const changedIn = (before: Checksums, after: Checksums): string[] =>
  Object.keys(after).filter((table) => after[table] !== before[table])

const idOf = async (sql: string): Promise<string> => {
  const [row] = await asRoot().rows<{ id: string }>(sql)
  return row?.id ?? ''
}

const pageIn = (space: string, slug: string): Promise<string> =>
  idOf(`select l._parent_id as id from pages_locales l join tenants t on t.id = l.tenant_id
        where t.slug = '${space}' and l.slug = '${slug}'`)

const mediaFolder = () => process.env.MEDIA_DIR ?? ''

/** Blocks, without the ids that Payload makes for them. */
const LAYOUT = `regexp_replace(l.layout::text, '"id": "[0-9a-f]{24}"', '', 'g') as layout`

/** Whatever a test left. */
afterEach(async () => {
  for (const { id } of await asRoot().rows<{ id: string }>(
    `select id from imports where status <> 'rolled-back' order by created_at desc`,
  )) {
    const run = await findRun(testPayload(), id)
    await rollBack({ run, folder: inFolder('imports', id) } as Imported, { force: true })
  }
})

describe('a roll back', () => {
  test('leaves nothing of an import, and the next one makes the same rows', async () => {
    const before = await everything()
    const first = await bringIn()
    const rows = async () => ({
      documents: await asRoot().rows('select id, tenant_id, data, hash from documents order by id'),
      entries: await asRoot().rows(
        'select id, row_collection, row_id, hash from import_rows order by id',
      ),
      pages: await asRoot().rows(
        `select p.id, p.parent_id, p._status, p.meta_image_id, l.title, l.path, ${LAYOUT} from pages p join pages_locales l on l._parent_id = p.id order by p.id`,
      ),
      users: await asRoot().rows(
        'select id, tenant_id, email, avatar_id, hash from users order by id',
      ),
      files: (await readdir(mediaFolder(), { recursive: true })).sort(),
    })
    const made = await rows()
    expect(made.files).toContainEqual(expect.stringContaining('north.png'))
    const result = await rollBack(first)
    expect(result).toMatchObject({
      done: true,
      removed: { documents: 124, pages: 8, media: 2, users: 2 },
      restored: {},
      files: made.files.filter((name) => name.endsWith('.png')).length,
      spaces: { removed: expect.arrayContaining(['north', 'south']), kept: [] },
    })
    expect(await everything()).toEqual(before)
    expect((await readdir(mediaFolder(), { recursive: true })).join()).not.toContain('.png')
    expect(await findRun(testPayload(), first.run.id)).toMatchObject({ status: 'rolled-back' })
    await bringIn()
    expect(await rows()).toEqual(made)
  })

  test('of a newer import restores what it overwrote', async () => {
    const first = await bringIn()
    const [before, contents] = [await everything(), await everything({ times: false })]
    const second = await bringIn({ changed: true })
    const result = await rollBack(second)
    expect(result).toMatchObject({
      done: true,
      removed: { pages: 2 },
      restored: { pages: 2, documents: 4 },
      spaces: { removed: [], kept: [] },
    })
    const after = await everything()
    // Translations, lists and versions of a page that is written back have other times than they had, and what search knows of it.
    const anew = ['_pages_v', 'pages_locales', 'pages_rels', 'search_documents']
    expect(changedIn(before, after)).toEqual(anew)
    expect(changedIn(contents, await everything({ times: false }))).toEqual([])
    expect(await rollBack(first)).toMatchObject({ done: true })
  })

  test('is refused with a list when somebody has worked with it, and nothing happens', async () => {
    const imported = await bringIn()
    const page = await pageIn('north', 'old')
    await asPlatform()(() =>
      testPayload().update({ collection: 'pages', id: page, data: { title: 'Renamed' } }),
    )
    const gone = await pageIn('south', 'old')
    await asRoot().changes(`delete from pages where id = '${gone}'`)
    await asRoot().changes(
      `delete from documents where id in (select id from documents where source_collection = 'notes' limit 2)`,
    )
    const [media] = await asRoot().rows<{ id: string; tenant_id: string }>(
      `select id, tenant_id from media where filename = 'north.png'`,
    )
    const own = await buildPage({
      tenant: { id: media?.tenant_id ?? '' },
      meta: { image: media?.id },
    })
    const before = await everything()
    const result = await rollBack(imported)
    expect(result.done).toBe(false)
    expect(result.obstacles.counts).toEqual({ edited: 1, deleted: 3, used: 1 })
    expect(result.obstacles.first).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'edited', collection: 'pages', tenant: 'north' }),
        expect.objectContaining({ kind: 'deleted', collection: 'pages', tenant: 'south' }),
        expect.objectContaining({
          kind: 'deleted',
          reason: expect.stringContaining('of 60 documents'),
        }),
        expect.objectContaining({ kind: 'used', collection: 'pages', id: own.id }),
      ]),
    )
    expect(await everything()).toEqual(before)
    const forced = await rollBack(imported, { force: true })
    expect(forced).toMatchObject({ done: true, released: 1 })
    // Somebody's page is in the space.
    expect(forced.spaces.removed).toEqual(['south'])
    expect(forced.spaces.kept).toEqual([
      { space: 'north', reason: expect.stringContaining('1 pages') },
    ])
    const left = await asRoot().rows(`select id, meta_image_id from pages`)
    expect(left).toEqual([{ id: own.id, meta_image_id: null }])
    await asRoot().changes('delete from pages')
    await asRoot().changes(`delete from search_words; `)
    await asRoot().changes(`delete from tenants where slug = 'north'`)
  })

  test('is refused while a draft of a published page is newer, or something cannot do without a row of it', async () => {
    const imported = await bringIn()
    const page = await pageIn('north', 'old')
    await asPlatform()(() =>
      testPayload().update({
        collection: 'pages',
        id: page,
        draft: true,
        data: { title: 'To be continued', _status: 'draft' },
      }),
    )
    const [{ tenant_id: tenant } = { tenant_id: '' }] = await asRoot().rows<{ tenant_id: string }>(
      `select tenant_id from pages where id = '${page}'`,
    )
    const form = await buildForm({ tenant: { id: tenant } })
    await asRoot().changes(
      `insert into import_rows (id, tenant_id, row_collection, row_id, source_collection, source_id, hash, row_hash, made_by, written_by)
       select '${form.id}', '${tenant}', 'forms', '${form.id}', 'forms', '"form"', '', to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS'),
         '${imported.run.id}', '${imported.run.id}' from forms where id = '${form.id}'`,
    )
    await asPlatform()(() =>
      testPayload().create({
        collection: 'form-submissions',
        data: { tenant, form: form.id, status: 'new', submissionData: [] } as never,
      }),
    )
    const result = await rollBack(imported, { force: true })
    expect(result.done).toBe(false)
    expect(result.obstacles.counts).toEqual({ edited: 1, needed: 1 })
    expect(result.obstacles.first).toContainEqual(
      expect.objectContaining({ kind: 'needed', collection: 'form-submissions' }),
    )
    await asRoot().changes('delete from form_submissions')
  })

  test('is refused while a later import stands on it; the later one first, then it works', async () => {
    const before = await everything()
    const first = await bringIn()
    const second = await bringIn({ changed: true })
    const refused = await rollBack(first)
    expect(refused.done).toBe(false)
    expect(refused.obstacles.counts.later).toBe(6)
    expect(await rollBack(second)).toMatchObject({ done: true })
    expect(await rollBack(first)).toMatchObject({ done: true })
    expect(await everything()).toEqual(before)
  })

  test('only looks when it is told so', async () => {
    const imported = await bringIn()
    const before = await everything()
    const result = await rollBack(imported, { dryRun: true })
    expect(result).toMatchObject({
      done: false,
      removed: { documents: 124, pages: 8, media: 2, users: 2 },
    })
    expect(result.obstacles.count).toBe(0)
    expect(await everything()).toEqual(before)
    expect(await findRun(testPayload(), imported.run.id)).toMatchObject({ status: 'done' })
  })

  test('leaves a space alone that was here before, with all that is in it', async () => {
    const tenant = await buildTenant({ slug: 'north', name: 'The first in the North' })
    const picture = await buildMedia({ tenant, filename: 'own.png' })
    const before = await everything()
    const imported = await bringIn()
    const result = await rollBack(imported)
    expect(result.spaces).toEqual({ removed: ['south'], kept: [] })
    expect(changedIn(before, await everything())).toEqual([])
    await access(join(mediaFolder(), tenant.id, picture.filename ?? ''))
    await asRoot().changes('delete from media')
    await asRoot().changes('delete from search_words')
    await asRoot().changes('delete from tenants')
  })

  test('that was ended goes on where it was', async () => {
    const before = await everything()
    const imported = await bringIn()
    const stop = new AbortController()
    let done = 0
    const ending = rollBack(imported, {
      signal: stop.signal,
      onProgress: () => {
        done += 1
        if (done === 5) stop.abort(new Error('ended'))
      },
    })
    await expect(ending).rejects.toThrow('ended')
    expect(await everything()).not.toEqual(before)
    expect(await rollBack(imported)).toMatchObject({ done: true })
    expect(await everything()).toEqual(before)
    await expect(rollBack(imported)).rejects.toThrow('was rolled back already')
  })
})
