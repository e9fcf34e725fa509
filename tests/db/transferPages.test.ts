import { beforeAll, describe, expect, test } from 'vitest'

import type { Page } from '@/payload-types'

import { asPlatform } from '../support/actors'
import { buildForm } from '../support/buildForm'
import { buildMedia } from '../support/buildMedia'
import { buildPage } from '../support/buildPage'
import { asPlatform as asPlatformSql, asRoot } from '../support/sqlActors'
import { buildEditor, exportPages, importPages, rejections, type Editor } from '../support/transfer'
import { uniqueName } from '../support/uniqueName'
import { testPayload, usePayload } from '../support/usePayload'

usePayload()

let here: Editor
beforeAll(async () => {
  here = await buildEditor()
})

type Layout = NonNullable<Page['layout']>
const hero = (heading: string, image?: string): Layout => [
  { blockType: 'hero', variant: 'split', tone: 'plain', heading, image },
]
const translate = (id: string, data: Partial<Page>) =>
  asPlatform()(() =>
    testPayload().update({ collection: 'pages', id, locale: 'de', data, depth: 0 }),
  )
const all = (id: string) =>
  asPlatform()(() =>
    testPayload().findByID({ collection: 'pages', id, locale: 'all', depth: 0, draft: true }),
  )
const at = async ({ tenant }: Editor, path: string) => {
  const { docs } = await asPlatform()(() =>
    testPayload().find({
      collection: 'pages',
      where: { and: [{ tenant: { equals: tenant.id } }, { path: { equals: path } }] },
      locale: 'en',
      depth: 0,
    }),
  )
  return docs[0]
}
const page = (more: object): object => ({ pages: [{ title: 'A page', ...more }] })
const path = (): string => `/${uniqueName('page')}`

/** What an export says, without what is another installation's own. */
const comparable = (json: string) =>
  json.replace(/"id":"[^"]*",?/g, '').replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')

describe('a round trip', () => {
  let from: Editor
  let files: { filename: string; title: string }
  let json: string

  beforeAll(async () => {
    from = await buildEditor()
    const { tenant } = from
    const media = await buildMedia({ tenant })
    const form = await buildForm({ tenant })
    files = { filename: String(media.filename), title: form.title }
    const top = await buildPage({
      tenant,
      title: '=1+1',
      slug: 'top',
      layout: hero('Hello', media.id),
      meta: {
        image: media.id,
        title: "'=SUM(A1)",
        description: ' two\r\nlines; "quoted", ',
        noIndex: true,
      },
      publishedAt: '2026-01-02T03:04:05.000Z',
    })
    const child = await buildPage({
      tenant,
      title: 'Child',
      slug: 'child',
      parent: top.id,
      layout: [{ blockType: 'form', form: form.id, tone: 'plain' }],
    })
    // A link down and a link up: neither can be made before the other.
    const link = { type: 'page' as const, label: 'More', page: child.id }
    await translate(top.id, {
      title: 'Oben',
      slug: 'oben',
      layout: [{ blockType: 'cta', heading: 'Weiter', tone: 'bold', actions: [{ link }] }],
    })
    await translate(child.id, {
      title: 'Kind',
      slug: 'kind',
      layout: [
        {
          blockType: 'pageList',
          source: 'chosen',
          pages: [top.id, child.id],
          limit: 3,
          variant: 'cards',
          tone: 'plain',
        },
      ],
    })
    await buildPage({ tenant, title: 'Home', slug: 'home', _status: 'draft' })
    // As the admin saves a draft: without its heading, and again as a version alone.
    const draft = await asPlatform()(() =>
      testPayload().create({
        collection: 'pages',
        draft: true,
        data: { title: 'Draft', slug: 'draft', tenant: tenant.id },
      }),
    )
    await asPlatform()(() =>
      testPayload().update({
        collection: 'pages',
        id: draft.id,
        draft: true,
        data: {
          title: 'Later',
          layout: [{ blockType: 'image', size: 'wide', tone: 'plain' }] as Layout,
        },
      }),
    )
    json = await exportPages(from, 'json')
  })

  test.each(['json', 'csv'] as const)('into the same space changes nothing: %s', async (format) => {
    const file = await exportPages(from, format)
    const report = await importPages(from, file)
    expect(report).toEqual({ imported: true, created: 0, changed: 0, unchanged: 4, rejected: [] })
  })

  test('has what was written last of a draft, and the links of blocks as ids and as names', () => {
    expect(json).toContain('"title":{"en":"Later"}')
    expect(JSON.parse(json)).toMatchObject({
      format: 'atrium-pages',
      mainLanguage: 'en',
      languages: ['en', 'de'],
      pages: expect.arrayContaining([
        expect.objectContaining({
          path: '/top/child',
          parent: '/top',
          references: expect.arrayContaining([
            { collection: 'forms', id: expect.any(String), name: files.title },
            { collection: 'pages', id: expect.any(String), name: '/top' },
          ]),
        }),
      ]),
    })
  })

  test('into an empty space is rejected where that lacks a file, with the place', async () => {
    const to = await buildEditor()
    expect(await rejections(to, json)).toEqual([
      `meta.image: There is no medium with the filename “${files.filename}” here.`,
      `layout (en) › 1 (form) › form: There is no form with the title “${files.title}” here.`,
    ])
  })

  test('into another space gives the same content, in all languages, with parents and status', async () => {
    const to = await buildEditor()
    const media = await buildMedia({ tenant: to.tenant })
    await buildForm({ tenant: to.tenant, title: files.title })
    const file = json.replaceAll(files.filename, String(media.filename))
    // The order of a file does not matter.
    const shuffled = { ...JSON.parse(file), pages: JSON.parse(file).pages.reverse() }
    const planned = await importPages(to, shuffled, { dryRun: true })
    expect(planned).toEqual({ imported: false, created: 4, changed: 0, unchanged: 0, rejected: [] })
    expect(await exportPages(to, 'json')).not.toContain('"path"')
    expect(await importPages(to, shuffled)).toEqual({ ...planned, imported: true })
    expect(comparable(await exportPages(to, 'json'))).toBe(comparable(file))
    expect(await importPages(to, file)).toMatchObject({ changed: 0, unchanged: 4 })
    expect(await importPages(to, await exportPages(from, 'csv'), { mode: 'valid' })).toMatchObject({
      created: 0,
      changed: 0,
    })
  })

  test('as a table makes pages as well, without blocks', async () => {
    const to = await buildEditor()
    const csv = (await exportPages(from, 'csv')).replaceAll(files.filename, '')
    expect(await importPages(to, csv)).toMatchObject({ created: 4, rejected: [] })
    const child = await at(to, '/top/child')
    expect(child).toMatchObject({ title: 'Child', _status: 'published' })
    expect(await all(child?.id ?? '')).toMatchObject({ title: { de: 'Kind' } })
    expect((await at(to, '/top'))?.meta).toMatchObject({
      title: "'=SUM(A1)",
      description: ' two\r\nlines; "quoted", ',
      noIndex: true,
    })
  })
})

describe('what a file says', () => {
  test('changes what it names, and leaves the rest alone', async () => {
    const { tenant } = here
    const one = await buildPage({
      tenant,
      title: 'Before',
      layout: hero('Kept'),
      meta: { title: 'Kept' },
    })
    await translate(one.id, { title: 'Vorher', slug: `${one.slug}-de` })
    const csv = `path,language,title\n${one.path},de,Nachher\n`
    expect(await importPages(here, csv)).toMatchObject({ created: 0, changed: 1, unchanged: 0 })
    expect(await all(one.id)).toMatchObject({
      title: { en: 'Before', de: 'Nachher' },
      slug: { en: one.slug, de: `${one.slug}-de` },
      meta: { title: { en: 'Kept' } },
      layout: { en: [{ heading: 'Kept' }] },
      _status: 'published',
    })
  })

  test('is found by its id when it moved, and by names that somebody wrote', async () => {
    const { tenant } = here
    const media = await buildMedia({ tenant })
    const one = await buildPage({ tenant })
    const slug = uniqueName('moved')
    const file = {
      pages: [{ id: one.id, path: '/nowhere', slug, layout: hero('Hi', String(media.filename)) }],
    }
    expect(await importPages(here, file)).toMatchObject({ changed: 1 })
    expect(await at(here, `/${slug}`)).toMatchObject({ id: one.id, layout: [{ image: media.id }] })
    const { docs } = await asPlatform()(() =>
      testPayload().find({ collection: 'redirects', where: { from: { equals: one.path } } }),
    )
    expect(docs).toHaveLength(1)
  })

  test('makes drafts, unless it says published; written by whoever imports', async () => {
    const [draft, published] = [path(), path()]
    const file = {
      pages: [
        { path: draft, title: 'A' },
        { path: published, title: 'B', status: 'published' },
      ],
    }
    expect(await importPages(here, file)).toMatchObject({ created: 2 })
    expect(await at(here, draft)).toMatchObject({ _status: 'draft', createdBy: here.user.id })
    expect(await at(here, published)).toMatchObject({ _status: 'published' })
    expect(
      await importPages(here, { pages: [{ path: published, status: 'draft' }] }),
    ).toMatchObject({
      changed: 1,
    })
    expect(await at(here, published)).toMatchObject({ _status: 'draft' })
  })

  test('keeps versions, as any save', async () => {
    const one = await buildPage({ tenant: here.tenant })
    await importPages(here, { pages: [{ id: one.id, title: 'Imported' }] })
    const { totalDocs } = await asPlatform()(() =>
      testPayload().countVersions({ collection: 'pages', where: { parent: { equals: one.id } } }),
    )
    expect(totalDocs).toBe(2)
  })

  test('frees an address for another page of the file, in any order', async () => {
    const [one, two] = [
      await buildPage({ tenant: here.tenant }),
      await buildPage({ tenant: here.tenant }),
    ]
    const file = {
      pages: [
        { id: one.id, slug: two.slug },
        { id: two.id, slug: uniqueName('away') },
      ],
    }
    expect(await importPages(here, file)).toMatchObject({ changed: 2, rejected: [] })
    expect(await at(here, `/${two.slug}`)).toMatchObject({ id: one.id })
  })

  const redirectsIn = async ({ tenant }: Editor) => {
    const { docs } = await asPlatform()(() =>
      testPayload().find({
        collection: 'redirects',
        where: { tenant: { equals: tenant.id } },
        depth: 0,
        sort: 'from',
      }),
    )
    return docs.map(({ from, to }) => [from, to?.reference])
  }
  const slugsOf = (one: string, german: string) => ({ slug: { en: one, de: german } })
  const versionsWithMark = async (id: string) =>
    JSON.stringify(
      await asPlatform()(() =>
        testPayload().findVersions({
          collection: 'pages',
          where: { parent: { equals: id } },
          locale: 'all',
          depth: 0,
        }),
      ),
    ).includes('~')

  test('exchanges addresses, in all languages and with the pages below', async () => {
    const to = await buildEditor()
    const { tenant } = to
    const [x, y] = [
      await buildPage({ tenant, slug: 'x' }),
      await buildPage({ tenant, slug: 'y', _status: 'draft' }),
    ]
    await translate(x.id, { title: 'X', slug: 'ix' })
    await translate(y.id, { title: 'Y', slug: 'ypsilon' })
    const below = await buildPage({ tenant, slug: 'below', parent: x.id })
    const file = {
      pages: [
        { id: x.id, ...slugsOf('y', 'ypsilon') },
        { id: y.id, ...slugsOf('x', 'ix'), status: 'published' },
      ],
    }
    expect(await importPages(to, file)).toMatchObject({ changed: 2, rejected: [] })
    expect(await all(x.id)).toMatchObject({ path: { en: '/y', de: '/ypsilon' } })
    expect(await all(y.id)).toMatchObject({ path: { en: '/x', de: '/ix' } })
    // Nobody is led away from a page that is there, and nobody round in circles.
    expect(await redirectsIn(to)).toEqual([['/x/below', below.id]])
    expect(await Promise.all([x, y].map(({ id }) => versionsWithMark(id)))).toEqual([false, false])
    expect(await importPages(to, await exportPages(to, 'json'))).toMatchObject({ unchanged: 3 })
  })

  test('exchanges addresses in a ring, and leaves out what somebody is editing', async () => {
    const to = await buildEditor()
    const { tenant } = to
    const slugs = ['a', 'b', 'c'] as const
    const ring = await Promise.all(slugs.map((slug) => buildPage({ tenant, slug })))
    const turned = (more: object[] = []) => ({
      pages: [...ring.map(({ id }, at) => ({ id, slug: slugs[(at + 1) % 3] })), ...more],
    })
    expect(await importPages(to, turned())).toMatchObject({ changed: 3, rejected: [] })
    expect(await at(to, '/a')).toMatchObject({ id: ring[2]?.id })
    expect(await redirectsIn(to)).toEqual([])

    const other = await buildEditor()
    await asPlatform()(() =>
      testPayload().create({
        collection: 'payload-locked-documents',
        data: {
          document: { relationTo: 'pages', value: String(ring[0]?.id) },
          globalSlug: undefined,
          user: { relationTo: 'users', value: other.user.id },
        },
      }),
    )
    const back = {
      pages: [
        ...ring.map(({ id }, index) => ({ id, slug: slugs[index] })),
        { path: '/new', title: 'New' },
      ],
    }
    const report = await importPages(to, back, { mode: 'valid' })
    expect(report).toMatchObject({ created: 1, changed: 0 })
    expect(report.rejected).toHaveLength(3)
    expect(await at(to, '/a')).toMatchObject({ id: ring[2]?.id })
    await expect(importPages(to, back)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
  })

  test('is found by the search at once, with the pages below whose address is another one', async () => {
    const to = await buildEditor()
    const { tenant } = to
    const known = async () =>
      asRoot().rows(
        `select document_id, locale, published, working, title, body, path from search_documents
         where tenant_id = $1 order by document_id, locale, published`,
        [tenant.id],
      )
    const top = await buildPage({ tenant, slug: 'top' })
    const below = await buildPage({ tenant, slug: 'below', parent: top.id })
    const file = {
      pages: [
        { id: top.id, slug: { en: 'above' }, title: { en: 'Renamed', de: 'Umbenannt' } },
        { path: '/draft', title: 'A draft', layout: hero('Somewhat hidden') },
        { path: '/new', title: { en: 'New', de: 'Neu' }, status: 'published' },
      ],
    }
    expect(await importPages(to, file)).toMatchObject({ created: 2, changed: 1, rejected: [] })
    const found = await known()
    expect(found).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ document_id: below.id, path: '/above/below' }),
        expect.objectContaining({ title: 'Umbenannt', locale: 'de', published: true }),
        expect.objectContaining({ title: 'A draft', published: false }),
      ]),
    )
    // As if each page were looked at anew.
    await asPlatformSql().rows(
      'select atrium_search_page(tenant_id, id) from pages where tenant_id = $1',
      [tenant.id],
    )
    expect(await known()).toEqual(found)
    // And what is saved next is told of by itself again.
    await translate(below.id, { title: 'Darunter', slug: 'darunter' })
    expect(await known()).toContainEqual(expect.objectContaining({ title: 'Darunter' }))
  })

  test('turns parent and child around', async () => {
    const top = await buildPage({ tenant: here.tenant })
    const child = await buildPage({ tenant: here.tenant, parent: top.id })
    const file = {
      pages: [
        { id: top.id, path: top.path, parent: child.path },
        { id: child.id, path: child.path, parent: null },
      ],
    }
    expect(await importPages(here, file)).toMatchObject({ changed: 2, rejected: [] })
    expect(await at(here, `/${child.slug}/${top.slug}`)).toMatchObject({ id: top.id })
  })
})

describe('rejected', () => {
  const long = 'x'.repeat(300)
  const withBlock = (more: object): object => ({
    path: path(),
    layout: [{ blockType: 'hero', tone: 'plain', variant: 'split', heading: 'H', ...more }],
  })

  const cases: readonly [name: string, file: () => unknown, reason: RegExp][] = [
    ['tenant', () => page({ path: path(), tenant: here.tenant.id }), /“tenant” cannot be imported/],
    [
      'createdBy',
      () => page({ path: path(), createdBy: here.user.id }),
      /“createdBy” cannot be imported/,
    ],
    ['deletedAt', () => page({ path: path(), deletedAt: null }), /“deletedAt” cannot be imported/],
    ['an unknown key in meta', () => page({ path: path(), meta: { x: 1 } }), /“meta.x” cannot/],
    [
      'a language that is not offered',
      () => page({ path: path(), title: { fr: 'x' } }),
      /“fr” is not available here/,
    ],
    [
      'a language that there is not',
      () => page({ path: path(), title: { xx: 'x' } }),
      /“xx” is not available/,
    ],
    ['a title that is a number', () => page({ path: path(), title: 5 }), /title/],
    ['a title that is too long', () => page({ path: path(), title: long }), /^Title: .*160/],
    [
      'no title',
      () => page({ path: path(), title: '' }),
      /needs a title in the main language, English/,
    ],
    ['no path and no known id', () => page({}), /no such page here/],
    [
      'a bad slug',
      () => page({ path: path(), slug: 'Bad Slug!' }),
      /slug \(en\): Use lower-case letters/,
    ],
    ['a path with spaces', () => page({ path: '/a b' }), /slug \(en\): Use lower-case/],
    ['the address of the system', () => page({ path: '/admin' }), /something else at “\/admin”/],
    [
      'an unknown parent',
      () => page({ path: path(), parent: '/nowhere' }),
      /parent: There is no page with the path “\/nowhere”/,
    ],
    ['a path below nothing', () => page({ path: '/nowhere/x' }), /parent: There is no page/],
    ['an unknown status', () => page({ path: path(), status: 'live' }), /status/],
    ['a date that is none', () => page({ path: path(), publishedAt: '2026-13-40' }), /is no date/],
    [
      'a meta description that is too long',
      () => page({ path: path(), meta: { description: long } }),
      /Description: .*200/,
    ],
    [
      'an unknown block',
      () => page({ path: path(), layout: [{ blockType: 'script' }] }),
      /layout \(en\) › 1: There is no block “script”/,
    ],
    [
      'an unknown field of a block',
      () => page(withBlock({ onclick: 'x' })),
      /1 \(hero\): There is no field “onclick”/,
    ],
    [
      'a number for a text',
      () => page(withBlock({ heading: 5 })),
      /1 \(hero\) › heading: This must be text/,
    ],
    [
      'an object for a text',
      () => page(withBlock({ heading: { a: 1 } })),
      /heading: This must be text/,
    ],
    ['an unknown choice', () => page(withBlock({ tone: 'loud' })), /Background: /],
    ['a heading that is too long', () => page(withBlock({ heading: long })), /Heading: /],
    [
      'an unknown picture',
      () => page(withBlock({ image: 'no.png' })),
      /image: There is no medium with the filename “no.png”/,
    ],
    [
      'a link that runs',
      () =>
        page(
          withBlock({
            actions: [{ link: { type: 'url', label: 'x', url: 'javascript:alert(1)' } }],
          }),
        ),
      /Address: Enter a full address/,
    ],
    [
      'too many blocks',
      () => page({ path: path(), layout: Array(61).fill({ blockType: 'richText' }) }),
      /no more than 60|60/,
    ],
    ['what cannot be stored', () => page({ path: path(), title: 'a\u0000b' }), /cannot be stored/],
    ['half a character', () => page({ path: path(), title: 'a\ud800b' }), /cannot be stored/],
    [
      'a published page without what it needs',
      () =>
        page({
          path: path(),
          status: 'published',
          layout: [{ blockType: 'image', size: 'wide', tone: 'plain' }],
        }),
      /Picture: This field is required/,
    ],
    ['a row of a language twice', () => 'path,title\n/a,A\n/a,B\n', /Line 2 is the same page/],
    [
      'a row that contradicts another',
      () => 'path,language,title,status\n/a,en,A,draft\n/a,de,B,published\n',
      /“status” is one for all languages/,
    ],
    ['a row of another language', () => 'path,language,title\n/a,fr,A\n', /“fr” is not available/],
  ]

  test.each(cases)('is %s', async (_name, file, reason) => {
    const before = await exportPages(here, 'json')
    expect(await rejections(here, file())).toEqual([expect.stringMatching(reason)])
    const refused = await importPages(here, file()).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'VALIDATION_FAILED', details: { imported: false } })
    expect(await exportPages(here, 'json')).toBe(before)
  })

  test('is a taken address, in the language in which it is', async () => {
    const [one, two] = [
      await buildPage({ tenant: here.tenant }),
      await buildPage({ tenant: here.tenant }),
    ]
    await translate(one.id, { title: 'Eins', slug: `${one.slug}-de` })
    const taken = { pages: [{ id: two.id, slug: one.slug }] }
    expect(await rejections(here, taken)).toEqual([expect.stringContaining(`“/${one.slug}”`)])
    const title = { de: 'Zwei' }
    const translated = { pages: [{ id: two.id, title, slug: { de: `${one.slug}-de` } }] }
    expect(await rejections(here, translated)).toEqual([
      expect.stringContaining(`“/${one.slug}-de”`),
    ])
  })

  test('are circles, and what is below them', async () => {
    const [a, b] = [path(), path()]
    const file = {
      pages: [
        { path: a, title: 'A', parent: b },
        { path: b, title: 'B', parent: a },
        { path: `${a}/c`, title: 'C', parent: a },
      ],
    }
    expect(await rejections(here, file)).toEqual([
      expect.stringContaining('below itself'),
      expect.stringContaining('below itself'),
      'The page above it is rejected itself.',
    ])
  })

  test('is a page more than twelve levels down', async () => {
    const top = path()
    const pages = Array.from({ length: 14 }, (_, depth) => ({
      path: `${top}${'/x'.repeat(depth)}`,
      title: 'Deep',
    }))
    expect(await rejections(here, { pages })).toEqual(['Pages can be nested up to 12 levels deep.'])
  })

  test('is a page that refers to a rejected one', async () => {
    const [a, b] = [path(), path()]
    const layoutOf = (page: string): unknown[] => [
      {
        blockType: 'pageList',
        source: 'chosen',
        pages: [page],
        limit: 3,
        variant: 'cards',
        tone: 'plain',
      },
    ]
    const file = {
      pages: [
        { path: a, title: 'A', layout: layoutOf(b) },
        { path: b, title: 'x'.repeat(200), layout: layoutOf(a) },
      ],
    }
    expect(await rejections(here, file)).toEqual([
      'It refers to a page that is rejected itself.',
      expect.stringMatching(/^Title/),
    ])
  })

  test('is what lies in the trash, or was changed and not published', async () => {
    const { tenant } = here
    const [trashed, changing] = [await buildPage({ tenant }), await buildPage({ tenant })]
    await asPlatform()(async () => {
      const update = { collection: 'pages', id: trashed.id } as const
      await testPayload().update({ ...update, data: { deletedAt: new Date().toISOString() } })
      const draft = { collection: 'pages', id: changing.id, draft: true } as const
      await testPayload().update({ ...draft, data: { title: 'Not yet' } })
    })
    const file = { pages: [trashed, changing].map(({ id }) => ({ id, title: 'New' })) }
    expect(await rejections(here, file)).toEqual([
      'This page is in the trash. Restore it first.',
      expect.stringContaining('not published that yet'),
    ])
    expect(await rejections(here, await exportPages(here, 'json'))).toEqual([])
  })

  test('and left out, the others are imported when asked to', async () => {
    const [good, bad] = [path(), path()]
    const csv = `path,title,status\n${good},Good,published\n${bad},Bad,loud\n`
    expect(await importPages(here, csv, { mode: 'valid' })).toEqual({
      imported: true,
      created: 1,
      changed: 0,
      unchanged: 0,
      rejected: [{ line: 3, what: bad, reason: 'The status is draft or published.' }],
    })
    expect(await at(here, good)).toBeDefined()
    expect(await at(here, bad)).toBeUndefined()
  })

  test('is what somebody else is editing, when it is written', async () => {
    const one = await buildPage({ tenant: here.tenant })
    const other = await buildEditor()
    await asPlatform()(() =>
      testPayload().create({
        collection: 'payload-locked-documents',
        data: {
          document: { relationTo: 'pages', value: one.id },
          globalSlug: undefined,
          user: { relationTo: 'users', value: other.user.id },
        },
      }),
    )
    const file = {
      pages: [
        { id: one.id, title: 'Mine' },
        { path: path(), title: 'Other' },
      ],
    }
    expect(await importPages(here, file, { mode: 'valid' })).toMatchObject({
      created: 1,
      changed: 0,
      rejected: [{ index: 0, reason: 'Somebody else is editing this at the moment.' }],
    })
    expect(await all(one.id)).toMatchObject({ title: { en: one.title } })
  })
})

describe('another space', () => {
  test('is not there: its pages, files and forms are as unknown as any', async () => {
    const other = await buildEditor()
    const media = await buildMedia({ tenant: other.tenant })
    const theirs = await buildPage({ tenant: other.tenant, title: 'Theirs' })
    const file = (more: object) => ({ pages: [{ path: path(), title: 'Mine', ...more }] })
    const none = '01a1ffda-0812-7624-be3a-000000000000'
    for (const [mine, missing] of [
      [file({ layout: hero('x', media.id) }), file({ layout: hero('x', none) })],
      [file({ meta: { image: media.id } }), file({ meta: { image: none } })],
      [file({ parent: theirs.path }), file({ parent: '/missing' })],
    ] as const) {
      const words = (reasons: string[]) =>
        reasons.map((one) => one.replace(/[0-9a-f-]{36}|“.*”/, '…'))
      const found = words(await rejections(here, mine))
      expect(found).toHaveLength(1)
      expect(found).toEqual(words(await rejections(here, missing)))
    }
    expect(await rejections(here, { pages: [{ id: theirs.id, title: 'Stolen' }] })).toEqual([
      'There is no such page here, and no path to make one at.',
    ])
    // An id that nobody has here is no hindrance: the page is made, and theirs stays.
    const made = { pages: [{ id: theirs.id, path: path(), title: 'Mine' }] }
    expect(await importPages(here, made)).toMatchObject({ created: 1 })
    expect(await all(theirs.id)).toMatchObject({ title: { en: 'Theirs' } })
    expect(await exportPages(here, 'json')).not.toContain('Theirs')
  })

  test('does not hold the import of this one up; in this one there is one at a time', async () => {
    const { inOneTransaction, requestOf } = await import('@/transfer/inOneTransaction')
    const other = await buildEditor()
    const busy = { scope: here.scope, tenant: here.tenant.id }
    await inOneTransaction(await requestOf(here.req), busy, async () => {
      const file = () => ({ pages: [{ path: path(), title: 'One' }] })
      await expect(importPages(here, file())).rejects.toMatchObject({ code: 'CONFLICT' })
      expect(await importPages(other, file())).toMatchObject({ created: 1 })
    })
  })
})

test('two thousand pages are planned at once, one more is refused', async () => {
  const many = (count: number) => ({
    pages: Array.from({ length: count }, (_, index) => ({
      path: `/many-${index}`,
      title: { en: `Page ${index}`, de: `Seite ${index}` },
      layout: { en: hero('Hello'), de: hero('Hallo') },
    })),
  })
  const to = await buildEditor()
  expect(await importPages(to, many(2_000), { dryRun: true })).toMatchObject({
    created: 2_000,
    rejected: [],
  })
  await expect(importPages(to, many(2_001))).rejects.toMatchObject({ code: 'TOO_LARGE' })
  expect(await importPages(to, many(60))).toMatchObject({ created: 60 })
  const file = await exportPages(to, 'csv')
  expect(await importPages(to, file)).toMatchObject({ unchanged: 60 })
}, 240_000)
