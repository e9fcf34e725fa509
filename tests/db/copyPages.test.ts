import { randomUUID } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'

import type { CopyReport } from '@/copying/CopyReport'
import type { CopyWish } from '@/copying/copyWish'
import { member, type Scope } from '@/db/scope'
import type { Media, Page, Tenant, User } from '@/payload-types'
import { membershipsOf } from '@/tenancy/resolveScope'

import { asPlatform } from '../support/actors'
import { buildForm } from '../support/buildForm'
import { buildPage } from '../support/buildPage'
import { buildTenant } from '../support/buildTenant'
import { buildUser } from '../support/buildUser'
import { asRoot } from '../support/sqlActors'
import { uniqueName } from '../support/uniqueName'
import { testPayload, usePayload } from '../support/usePayload'

usePayload()

let source: Tenant
let target: Tenant
let agency: User

const scopeOf = (user: User): Scope => member(user.id, membershipsOf(user))

async function copy(
  wish: Partial<CopyWish> & Pick<CopyWish, 'pages'>,
  user = agency,
): Promise<CopyReport> {
  const { copyPages } = await import('@/copying/copyPages')
  const full = { to: target.id, withMedia: true, withChildren: false, dryRun: false, ...wish }
  return copyPages(testPayload(), { user, scope: scopeOf(user) }, full)
}

const picture = (width: number, height: number, background = '#1f5f5b') =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()

async function buildPicture(tenant: Tenant, name: string, data: Buffer): Promise<Media> {
  return asPlatform()(() =>
    testPayload().create({
      collection: 'media',
      depth: 0,
      data: { alt: 'A green room', caption: 'By day', tenant: tenant.id },
      file: { data, mimetype: 'image/png', name, size: data.length },
    }),
  )
}

const hero = (heading: string, image?: string, page?: string) => ({
  blockType: 'hero' as const,
  variant: 'split' as const,
  tone: 'plain' as const,
  heading,
  image,
  actions: page ? [{ link: { type: 'page' as const, label: 'More', page } }] : [],
})

const translation = (page: Page, locale: 'de' | 'fr', data: Partial<Page>) =>
  asPlatform()(() =>
    testPayload().update({ collection: 'pages', id: page.id, locale, data, depth: 0 }),
  )

/** The newest version of a page in all languages, around all rules. */
async function newest(id: string | null | undefined): Promise<Record<string, unknown>> {
  const doc: unknown = await asPlatform()(() =>
    testPayload().findByID({
      collection: 'pages',
      id: id ?? '',
      depth: 0,
      draft: true,
      locale: 'all',
      showHiddenFields: true,
    }),
  )
  return Object.fromEntries(Object.entries(doc ?? {}))
}

const files = (tenant: Tenant) =>
  readdir(join(process.env.MEDIA_DIR ?? '', tenant.id)).catch(() => [])

/** Every row of every table that belongs to a tenant, as text. */
async function everythingOf(tenant: Tenant): Promise<string[]> {
  const tables = await asRoot().rows<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'tenant_id' and not a.attisdropped`,
  )
  const rows = await Promise.all(
    tables.map(({ name }) =>
      asRoot().rows<{ row: string }>(
        `select '${name} ' || t::text as row from ${name} t where t.tenant_id = $1`,
        [tenant.id],
      ),
    ),
  )
  return rows.flat().map(({ row }) => row)
}

/** Ids of documents, and of blocks and rows in them. */
const IDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\b[0-9a-f]{24}\b/g

beforeAll(async () => {
  source = await buildTenant({ defaultLocale: 'en', locales: ['en', 'de', 'fr'] })
  target = await buildTenant({ defaultLocale: 'de', locales: ['de', 'en'] })
  agency = await buildUser({
    memberships: [
      { tenant: source, role: 'viewer' },
      { tenant: target, role: 'editor' },
    ],
  })
})

describe('a set of pages', () => {
  let report: CopyReport
  let services: Page
  let tour: Page
  let shown: Media
  let shared: Media
  let contact: string
  const newId = (page: Page) => report.copied.pages.find(({ from }) => from === page.id)?.to

  beforeAll(async () => {
    shown = await buildPicture(source, 'room.png', await picture(900, 500))
    shared = await buildPicture(source, 'shared.png', await picture(1300, 700, '#aa3311'))
    await asPlatform()(() =>
      testPayload().update({
        collection: 'media',
        id: shown.id,
        locale: 'de',
        data: { alt: 'Ein grünes Zimmer' },
      }),
    )
    // A file of this name is in the target already, with something else in it.
    await buildPicture(target, 'room.png', await picture(20, 20))
    contact = (await buildForm({ tenant: target, title: 'Contact' })).id
    const form = await buildForm({ tenant: source, title: 'Contact' })
    const lost = await buildForm({ tenant: source, title: 'Newsletter' })
    const outside = await buildPage({ tenant: source, title: 'Prices' })
    await buildPage({ tenant: target, slug: 'services' })
    services = await buildPage({ tenant: source, slug: 'services', title: 'Services' })
    tour = await buildPage({
      tenant: source,
      slug: 'tour',
      title: 'Tour',
      parent: services.id,
      meta: {
        image: shared.id,
        title: 'Take the tour',
        description: 'Of all rooms',
        noIndex: true,
      },
      layout: [
        hero('See it', shown.id, services.id),
        hero('And then', undefined, outside.id),
        { blockType: 'form', tone: 'plain', form: form.id },
        { blockType: 'form', tone: 'plain', form: lost.id },
        {
          blockType: 'cta',
          heading: 'Call',
          tone: 'bold',
          actions: [
            { link: { type: 'url', label: 'Old', url: `https://${source.slug}.localhost/old` } },
          ],
        },
      ],
      publishedAt: '2020-01-01T00:00:00.000Z',
    })
    await translation(tour, 'de', { title: 'Rundgang', layout: [hero('Anschauen', shown.id)] })
    await translation(tour, 'fr', { title: 'Visite' })
    // Not published: what is copied is what its people work on.
    await asPlatform()(() =>
      testPayload().update({
        collection: 'pages',
        id: services.id,
        locale: 'en',
        draft: true,
        depth: 0,
        data: { title: 'Our services', layout: [hero('What we do', shown.id, tour.id)] },
      }),
    )
    const planned = await copy({ pages: [services.id], withChildren: true, dryRun: true })
    const before = await everythingOf(target)
    expect(before.filter((row) => row.includes('Our services'))).toEqual([])
    report = await copy({ pages: [services.id], withChildren: true })
    expect({
      ...report,
      copied: { ...report.copied, pages: report.copied.pages.map((one) => ({ ...one, to: null })) },
    }).toEqual(planned)
  })

  test('is reported, with what is left out', () => {
    expect(report.copied.pages).toEqual([
      { from: services.id, to: expect.any(String), title: 'Our services', slug: 'services-2' },
      { from: tour.id, to: expect.any(String), title: 'Tour', slug: 'rundgang' },
    ])
    expect([report.copied.media, report.copied.reused]).toEqual([2, 0])
    expect(report.left.map(({ page, place, reason }) => [page, place, reason])).toEqual([
      [services.id, 'Language Deutsch', 'It has no text in it; that in English is taken.'],
      [tour.id, 'Language Français', 'The other space does not offer this language.'],
      [tour.id, 'Block “Hero”', 'The page “Prices” is not copied along.'],
      [
        tour.id,
        'Block “Form”',
        'Forms are not copied, and the other space has none called “Newsletter”.',
      ],
      [
        tour.id,
        'Block “Call to action”',
        'Stays as it is: an address in it leads to the space it comes from.',
      ],
    ])
  })

  test('is drafts of the one who copied, below each other, and nothing is published', async () => {
    const [top, below] = [await newest(newId(services)), await newest(newId(tour))]
    for (const page of [top, below])
      expect(page).toMatchObject({
        _status: 'draft',
        tenant: target.id,
        createdBy: agency.id,
        publishedAt: null,
        team: null,
      })
    expect([top.parent, below.parent]).toEqual([null, newId(services)])
    expect(below.path).toMatchObject({ de: '/services-2/rundgang' })
    const rows = await asRoot().rows(
      'select _status::text as status from pages where tenant_id = $1 and id = any ($2)',
      [target.id, [newId(services), newId(tour)]],
    )
    expect(rows).toEqual([{ status: 'draft' }, { status: 'draft' }])
  })

  test('has the languages of its new space, with what the main one needs', async () => {
    expect(await newest(newId(services))).toMatchObject({
      title: { de: 'Our services', en: 'Our services' },
      slug: { de: 'services-2', en: 'services-2' },
    })
    const below = await newest(newId(tour))
    expect(below).toMatchObject({
      title: { de: 'Rundgang', en: 'Tour' },
      meta: {
        title: { de: 'Take the tour', en: 'Take the tour' },
        description: { de: 'Of all rooms', en: 'Of all rooms' },
        noIndex: true,
      },
    })
    expect(below.layout).toMatchObject({
      de: [{ heading: 'Anschauen' }],
      en: [{ heading: 'See it' }, { heading: 'And then' }, {}, {}, { heading: 'Call' }],
    })
    expect(Object.keys(Object(below.title))).not.toContain('fr')
  })

  test('refers to its own pages, media and forms', async () => {
    const { layout } = await newest(newId(tour))
    const media = await asRoot().rows<{ id: string; filename: string }>(
      'select id, filename from media where tenant_id = $1 order by filename',
      [target.id],
    )
    expect(media.map(({ filename }) => filename)).toEqual(['room-2.png', 'room.png', 'shared.png'])
    const room = media[0]?.id
    expect(layout).toMatchObject({
      de: [{ image: room }],
      en: [
        { image: room, actions: [{ link: { page: newId(services) } }] },
        { actions: [{ link: { page: null } }] },
        { form: contact },
        { form: null },
        { actions: [{ link: { url: `https://${source.slug}.localhost/old` } }] },
      ],
    })
    const { meta } = await newest(newId(tour))
    expect(meta).toMatchObject({ image: media[2]?.id })
    const notes = await asRoot().rows<{ pages_id: string; media_id: string; forms_id: string }>(
      `select distinct r.pages_id, r.media_id, r.forms_id from _pages_v_rels r join _pages_v v on v.id = r.parent_id
       where v.parent_id = $1 and v.latest`,
      [newId(tour)],
    )
    expect(notes.flatMap((note) => Object.values(note).filter(Boolean)).sort()).toEqual(
      [room, newId(services), contact].sort(),
    )
  })

  test('has its pictures with all sizes, descriptions and the focal point', async () => {
    const found = await asPlatform()(() =>
      testPayload().find({
        collection: 'media',
        depth: 0,
        locale: 'all',
        where: { and: [{ tenant: { equals: target.id } }, { filename: { equals: 'room-2.png' } }] },
      }),
    )
    const [copied] = found.docs
    expect(copied).toMatchObject({
      alt: { de: 'Ein grünes Zimmer', en: 'A green room' },
      caption: { de: 'By day', en: 'By day' },
      prefix: target.id,
      createdBy: agency.id,
      width: 900,
      height: 500,
      focalX: shown.focalX,
      focalY: shown.focalY,
      filesize: shown.filesize,
      sizes: {
        thumbnail: { filename: 'room-2-320x178.png', width: 320 },
        small: { filename: 'room-2-640x356.png', width: 640 },
      },
    })
    expect((await files(target)).filter((name) => name.startsWith('room-2'))).toEqual(
      expect.arrayContaining(['room-2.png', 'room-2-320x178.png', 'room-2-640x356.png']),
    )
    expect((await files(target)).filter((name) => name.includes('.part'))).toEqual([])
  })

  test('leaves two versions of each page, and not one for each language', async () => {
    const rows = await asRoot().rows<{ n: number }>(
      'select count(*)::int as n from _pages_v where parent_id = any ($1) group by parent_id',
      [[newId(services), newId(tour)]],
    )
    expect(rows).toEqual([{ n: 2 }, { n: 2 }])
  })

  test('has no id and no file of its old space anywhere', async () => {
    const before = await everythingOf(source)
    const ids = new Set(before.flatMap((row) => row.match(IDS) ?? []))
    // People are not of a space, and who copied is one of them.
    ids.delete(agency.id)
    expect(ids.has(source.id) && ids.has(shown.id)).toBe(true)
    const pointing = (await everythingOf(target)).filter((row) =>
      (row.match(IDS) ?? []).some((id) => ids.has(id)),
    )
    expect(pointing).toEqual([])
  })

  test('copied again gets other addresses, and the same pictures', async () => {
    const again = await copy({ pages: [tour.id, services.id] })
    expect(again.copied.pages.map(({ slug }) => slug).sort()).toEqual(['rundgang', 'services-3'])
    expect([again.copied.media, again.copied.reused]).toEqual([0, 2])
  })
})

describe('a page', () => {
  test('that stood below another one is at the top, under an address that is free there', async () => {
    const above = await buildPage({ tenant: source })
    const page = await buildPage({ tenant: source, slug: 'search', title: 'x', parent: above.id })
    const { copied, left } = await copy({ pages: [page.id] })
    expect(copied.pages[0]?.slug).toBe('search-2')
    expect(left.map(({ place }) => place)).toContain('Below')
    expect(await newest(copied.pages[0]?.to)).toMatchObject({ parent: null })
  })

  test('whose blocks name media of a third space, or of nobody, is copied without them', async () => {
    const third = await buildTenant()
    const foreign = await buildPicture(third, 'secret.png', await picture(30, 30))
    const page = await buildPage({ tenant: source })
    const layout = JSON.stringify([hero('Hello', foreign.id), hero('Bye', randomUUID())])
    // As SQL, since no save would take it.
    await asRoot().changes('update pages_locales set layout = $2 where _parent_id = $1', [
      page.id,
      layout,
    ])
    await asRoot().changes(
      `update _pages_v_locales set version_layout = $2 where _parent_id in (select id from _pages_v where parent_id = $1)`,
      [page.id, layout],
    )
    const { copied, left } = await copy({ pages: [page.id] })
    expect([copied.media, copied.reused]).toEqual([0, 0])
    expect(left.map(({ reason }) => reason)).toContain('This medium is in the trash or gone.')
    expect(JSON.stringify(await newest(copied.pages[0]?.to))).not.toContain(foreign.id)
    expect(await files(target)).not.toContain('secret.png')
  })

  test('is copied without media when they are not wanted, and says so', async () => {
    const image = await buildPicture(source, `${uniqueName('one')}.png`, await picture(31, 31))
    const page = await buildPage({ tenant: source, layout: [hero('Hello', image.id)] })
    const { copied, left } = await copy({ pages: [page.id], withMedia: false })
    expect(copied.media).toBe(0)
    expect(left.map(({ reason }) => reason)).toContain('Media are not copied along.')
    expect((await newest(copied.pages[0]?.to)).layout).toMatchObject({ de: [{ image: null }] })
  })

  test('whose picture the storage has lost is copied without it, and says so', async () => {
    const name = `${uniqueName('lost')}.png`
    const image = await buildPicture(source, name, await picture(32, 32))
    const page = await buildPage({ tenant: source, layout: [hero('Hello', image.id)] })
    await rm(join(process.env.MEDIA_DIR ?? '', source.id, name))
    const { left } = await copy({ pages: [page.id] })
    expect(left.map(({ reason }) => reason)).toContain('The file of this medium is missing.')
  })

  test('in the trash, unknown, or of several spaces at once is refused', async () => {
    const trashed = await buildPage({ tenant: source, deletedAt: new Date().toISOString() })
    const page = await buildPage({ tenant: source })
    const there = await buildPage({ tenant: target })
    const codeOf = (pages: string[], to = target.id) =>
      copy({ pages, to }).catch((error: unknown) => Reflect.get(Object(error), 'code'))
    expect(await codeOf([trashed.id])).toBe('NOT_FOUND')
    expect(await codeOf([page.id, randomUUID()])).toBe('NOT_FOUND')
    expect(await codeOf([page.id, there.id])).toBe('BAD_REQUEST')
    expect(await codeOf([there.id], target.id)).toBe('BAD_REQUEST')
    expect(await codeOf([page.id], randomUUID())).toBe('NOT_FOUND')
  })
})

describe('a copy that fails', () => {
  test('leaves no row and no file', async () => {
    const image = await buildPicture(source, `${uniqueName('kept')}.png`, await picture(40, 40))
    const page = await buildPage({ tenant: source, layout: [hero('Hello', image.id)] })
    const before = [await everythingOf(target), await files(target)]
    // The last thing that is written: the version with the content.
    await asRoot().changes(
      `create function refuse() returns trigger language plpgsql as $$ begin
         if new.version_layout is not null then raise exception 'no'; end if; return new; end $$`,
    )
    await asRoot().changes(
      'create trigger refuse before insert on _pages_v_locales for each row execute function refuse()',
    )
    try {
      await expect(copy({ pages: [page.id] })).rejects.toThrow()
    } finally {
      await asRoot().changes('drop trigger refuse on _pages_v_locales')
      await asRoot().changes('drop function refuse')
    }
    expect([await everythingOf(target), await files(target)]).toEqual(before)
    expect((await copy({ pages: [page.id] })).copied.media).toBe(1)
  })

  test('because another one into the same space runs says so', async () => {
    const page = await buildPage({ tenant: source })
    const refused = await asRoot()(async (client) => {
      await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `copy:${target.id}`,
      ])
      return copy({ pages: [page.id] }).catch((error: unknown) =>
        Reflect.get(Object(error), 'code'),
      )
    })
    expect(refused).toBe('CONFLICT')
  })
})

test('more pages than one call copies are refused', async () => {
  const top = await buildPage({ tenant: source })
  await asRoot().changes(
    `with planted as (
       insert into pages (id, tenant_id, parent_id, _status, updated_at, created_at)
       select gen_random_uuid(), $1, $2, 'draft', now(), now() from generate_series(1, 100) returning id
     )
     insert into _pages_v (id, tenant_id, parent_id, version_parent_id, version__status, latest)
     select gen_random_uuid(), $1, id, $2, 'draft', true from planted`,
    [source.id, top.id],
  )
  await expect(copy({ pages: [top.id], withChildren: true })).rejects.toThrow('At most 100 pages')
})

test('a copy is whole when its old space is gone', async () => {
  const image = await buildPicture(source, `${uniqueName('stays')}.png`, await picture(700, 50))
  const page = await buildPage({ tenant: source, layout: [hero('Hello', image.id)] })
  const { copied } = await copy({ pages: [page.id] })
  const before = [await everythingOf(target), await files(target)]
  await asRoot()(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'tenant_id' and not a.attisdropped`,
    )
    await client.query('set local session_replication_role = replica')
    for (const { name } of rows)
      await client.query(`delete from ${name} where tenant_id = $1`, [source.id])
    await client.query('delete from tenants where id = $1', [source.id])
  })
  await rm(join(process.env.MEDIA_DIR ?? '', source.id), { recursive: true })
  expect([await everythingOf(target), await files(target)]).toEqual(before)
  expect(await files(target)).toContain(image.filename)
  const { layout } = await newest(copied.pages[0]?.to)
  expect(layout).toMatchObject({ de: [{ image: expect.any(String) }] })
  const [shown] = await asRoot().rows<{ filename: string }>(
    'select m.filename from media m where m.tenant_id = $1 and m.filename = $2',
    [target.id, image.filename],
  )
  expect(shown?.filename).toBe(image.filename)
})
