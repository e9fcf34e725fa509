import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { Client } from 'pg'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { member } from '@/db/scope'
import type { Media, Page, Tenant, User } from '@/payload-types'
import { membershipsOf } from '@/tenancy/resolveScope'

import { asPlatform } from '../support/actors'
import { buildPage } from '../support/buildPage'
import { buildTenant } from '../support/buildTenant'
import { buildUser } from '../support/buildUser'
import { buildEditor, importPages, type Editor } from '../support/transfer'
import { asRoot } from '../support/sqlActors'
import { testDatabase } from '../support/useDatabase'
import { testPayload, usePayload } from '../support/usePayload'

usePayload()

/** Holds a table, so that others wait for it in the middle of what they do. */
let holder: Client
beforeEach(async () => {
  holder = new Client({ connectionString: testDatabase().superuserUrl })
  await holder.connect()
})
afterEach(() => holder.end())

/** The connection of the application that waits for the table, and in which statement. */
const waiting = () =>
  asRoot().rows<{ pid: number; query: string }>(
    `select pid, query from pg_stat_activity
     where datname = current_database() and usename = 'atrium_app' and wait_event_type = 'Lock'`,
  )

/**
 * Does something that needs a table, and takes its connection away while it waits for it. @returns the statement, and what the caller
 * was told
 */
async function killedAt(
  table: string,
  work: () => Promise<unknown>,
): Promise<{ query: string; error: unknown }> {
  await holder.query(`begin; lock table ${table} in access exclusive mode`)
  const told = work().then(
    (result) => ({ result }),
    (error: unknown) => ({ error }),
  )
  await expect.poll(waiting, { timeout: 60_000 }).toHaveLength(1)
  const [blocked] = await waiting()
  await asRoot().rows('select pg_terminate_backend($1)', [blocked?.pid])
  const answer = await told
  await holder.query('rollback')
  expect(answer).toHaveProperty('error')
  return { query: blocked?.query ?? '', error: Reflect.get(answer, 'error') }
}

/** Rows of a space that say something of it, by table. */
const rowsOf = async ({ id }: Pick<Tenant, 'id'>) => {
  const counts: Record<string, unknown> = {}
  for (const table of [
    'pages',
    '_pages_v',
    'pages_locales',
    'media',
    'redirects',
    'search_documents',
  ])
    counts[table] = await asRoot().rows(
      `select md5(coalesce(string_agg(t::text, ' ' order by t::text), '')) from ${table} t where tenant_id = $1`,
      [id],
    )
  return counts
}

const UNAVAILABLE = { code: 'DATABASE_UNAVAILABLE' }

describe('a connection that is taken away', () => {
  test('during a COMMIT, while redirects are made: nothing is renamed, and the next try is', async () => {
    const { tenant } = await buildEditor()
    const one = await buildPage({ tenant, slug: 'before' })
    const rename = () =>
      asPlatform()(() =>
        testPayload().update({
          collection: 'pages',
          id: one.id,
          data: { slug: 'after' },
          depth: 0,
        }),
      )
    const before = await rowsOf(tenant)
    const { query, error } = await killedAt('redirects', rename)
    expect(query).toMatch(/^commit$/i)
    expect(error).toMatchObject(UNAVAILABLE)
    expect(await rowsOf(tenant)).toEqual(before)

    expect(await rename()).toMatchObject({ path: '/after' })
    expect(
      await asRoot().rows('select "from" from redirects where tenant_id = $1', [tenant.id]),
    ).toEqual([{ from: '/before' }])
  })

  // Between two of its pages, and when all are written.
  test.each(['reviews', 'search_documents'])(
    'during an import, at %s: no page of it is there, and the next try makes all',
    async (table) => {
      const to: Editor = await buildEditor()
      const kept = await buildPage({ tenant: to.tenant, slug: 'kept' })
      const file = {
        pages: [
          { id: kept.id, slug: 'moved' },
          ...Array.from({ length: 5 }, (_, index) => ({
            path: `/new-${index}`,
            title: { en: 'New', de: `Neu ${index}` },
            status: 'published',
          })),
        ],
      }
      const before = await rowsOf(to.tenant)
      const { error } = await killedAt(table, () => importPages(to, file))
      expect(error).toMatchObject(UNAVAILABLE)
      expect(await rowsOf(to.tenant)).toEqual(before)
      expect(await importPages(to, file)).toMatchObject({ created: 5, changed: 1, rejected: [] })
    },
  )
})

describe('a copy to another space', () => {
  let source: Tenant
  let target: Tenant
  let agency: User
  let page: Page
  let picture: Media

  beforeEach(async () => {
    ;[source, target] = [await buildTenant(), await buildTenant()]
    agency = await buildUser({
      memberships: [source, target].map((tenant) => ({ tenant, role: 'editor' as const })),
    })
    const data = await sharp({
      create: { width: 1300, height: 900, channels: 3, background: '#123' },
    })
      .png()
      .toBuffer()
    picture = await asPlatform()(() =>
      testPayload().create({
        collection: 'media',
        depth: 0,
        data: { alt: 'A room', tenant: source.id },
        file: { data, mimetype: 'image/png', name: 'room.png', size: data.length },
      }),
    )
    const layout: Page['layout'] = [
      { blockType: 'hero', variant: 'split', tone: 'plain', heading: 'H', image: picture.id },
    ]
    page = await buildPage({ tenant: source, slug: 'copied', layout })
  })

  async function copy() {
    const { copyPages } = await import('@/copying/copyPages')
    const scope = member(agency.id, membershipsOf(agency))
    const wish = { withMedia: true, withChildren: false, dryRun: false }
    return copyPages(
      testPayload(),
      { user: agency, scope },
      { ...wish, pages: [page.id], to: target.id },
    )
  }
  const folder = () => join(process.env.MEDIA_DIR ?? '', target.id)
  const stored = () => readdir(folder()).catch(() => [] as string[])

  test('whose connection is taken away leaves no row and no file, and the next one is whole', async () => {
    const before = await rowsOf(target)
    const { error } = await killedAt('_pages_v', copy)
    expect(error).toMatchObject(UNAVAILABLE)
    expect(await rowsOf(target)).toEqual(before)
    expect(await stored()).toEqual([])
    await copy()
    expect((await stored()).length).toBeGreaterThan(3)
  })

  test('for which the disk takes no more files leaves none of them behind', async () => {
    const names = [
      picture.filename,
      ...Object.values(picture.sizes ?? {}).map((one) => one?.filename),
    ]
    const last = String(names.filter((name) => typeof name === 'string').at(-1))
    // A name that cannot be written, for root neither: there is a folder of that name with something in it.
    await mkdir(join(folder(), last), { recursive: true })
    await writeFile(join(folder(), last, 'x'), '')
    const before = await rowsOf(target)
    await expect(copy()).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE' })
    expect(await rowsOf(target)).toEqual(before)
    expect(await stored()).toEqual([last])
    await rm(join(folder(), last), { recursive: true })
    await copy()
    expect((await stored()).length).toBeGreaterThan(3)
  })
})

test('an upload that the disk does not take leaves nothing behind, not even the half of it', async () => {
  const { tenant } = await buildEditor()
  const data = await sharp({ create: { width: 700, height: 500, channels: 3, background: '#123' } })
    .png()
    .toBuffer()
  const folder = join(process.env.MEDIA_DIR ?? '', tenant.id)
  await mkdir(join(folder, 'room.png', 'x'), { recursive: true })
  const upload = () =>
    asPlatform()(() =>
      testPayload().create({
        collection: 'media',
        depth: 0,
        data: { alt: 'A room', tenant: tenant.id },
        file: { data, mimetype: 'image/png', name: 'room.png', size: data.length },
      }),
    )
  await expect(upload()).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE' })
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
  expect(await asRoot().rows('select from media where tenant_id = $1', [tenant.id])).toEqual([])
})
