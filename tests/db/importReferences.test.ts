import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'

import { beforeAll, expect, test } from 'vitest'

import { asPlatform } from '../support/actors'
import { tinyPng } from '../support/buildMedia'
import { importFrom, type Imported, outcomesOf } from '../support/mongo/importFrom'
import { writeDump } from '../support/mongo/mongoDump'
import { documentOf, type PlainObject } from '../support/mongo/platform/toBson'
import { objectId } from '../support/mongo/platform/values'
import { useFolder } from '../support/mongo/useFolder'
import { asRoot } from '../support/sqlActors'
import { testPayload, usePayload } from '../support/usePayload'

usePayload()
const inFolder = useFolder()

const MAP = `
version: 1
languages: [en, de]
tenant: { field: tenant, in: tenants }
collections:
  tenants:
    to: tenants
    tenant: { self: true }
    fields: [name, slug]
  pictures:
    to: media
    fields: [filename, alt]
  pages:
    to: pages
    fields:
      - title
      - slug
      - layout
      - { from: parent, to: parent, as: reference, collection: pages }
      - { from: picture, to: meta.image, as: reference, collection: pictures }
  comments:
    tenant: { like: { field: page, of: pages } }
  bios:
    to: pages
    id: { field: page, of: pages }
    tenant: { like: { field: page, of: pages } }
    fields:
      - { from: words, to: meta.description }
      - { from: page, to: meta.image, as: reference, collection: pages }
  people:
    to: users
    fields:
      - email
      - { from: picture, to: avatar, as: reference, collection: pictures }
`

const hex = (name: string): string => createHash('sha1').update(name).digest('hex').slice(0, 24)

/** An id as the driver writes it, and its digits as a text; in capitals, as some applications keep them. */
const asObjectId = (name: string) => objectId(hex(name))
const asText = hex
const asCapitals = (name: string): string => hex(name).toUpperCase()

type WayToWrite = (name: string) => PlainObject[string]

/** A space whose documents have ids written in one way, and name each other in another. */
const space = (name: string, idAs: WayToWrite, refAs: WayToWrite) => {
  const own = (what: string) => idAs(`${name}-${what}`)
  const other = (what: string) => refAs(`${name}-${what}`)
  const tenant = other('t')
  return {
    tenants: [documentOf({ _id: own('t'), name, slug: name })],
    pictures: [documentOf({ _id: own('pic'), tenant, filename: 'a.png', alt: 'A' })],
    pages: [
      documentOf({
        _id: own('below'),
        tenant,
        title: 'Below',
        slug: 'below',
        parent: other('top'),
        picture: other('pic'),
        layout: [{ blockType: 'image', image: other('pic') }],
      }),
      documentOf({ _id: own('top'), tenant, title: 'Top', slug: 'top' }),
    ],
    comments: [documentOf({ _id: own('c'), page: other('top'), text: 'Good' })],
    people: [
      documentOf({ _id: own('p'), tenant, email: `a@${name}.example`, picture: other('pic') }),
    ],
    bios: [documentOf({ _id: own('b'), page: other('top'), words: 'At the top' })],
  }
}

/** Of this space, the picture is there: in a folder that is called as the space is here, and not as the source refers to it. */
const WITH_FILES = 'byobject'

const SPACES = ['byobject', 'bytext', 'bycapitals', 'incapitals']

beforeAll(async () => {
  const all = [
    space('byobject', asObjectId, asObjectId),
    space('bytext', asObjectId, asText),
    space('bycapitals', asText, asCapitals),
    space('incapitals', asCapitals, asObjectId),
  ]
  await mkdir(inFolder('files', WITH_FILES), { recursive: true })
  await writeFile(inFolder('files', WITH_FILES, 'a.png'), await tinyPng())
  const names = ['tenants', 'pictures', 'pages', 'comments', 'bios', 'people'] as const
  await writeDump(
    inFolder('dump'),
    names.map((name) => ({
      database: 'app',
      name,
      documents: all.flatMap((one) => one[name]),
    })),
  )
})

let imported: Imported

/** What the comparison with the source finds. */
async function differences() {
  const { verifyImport } = await import('@/import/verify/verifyImport')
  const { folder, run, source } = imported
  return (await verifyImport(testPayload(), source, run, { folder, most: 10 })).differences.first
}

const pagesOf = async (slug: string) => {
  const { docs } = await asPlatform()(() =>
    testPayload().find({
      collection: 'pages',
      where: { 'tenant.slug': { equals: slug } },
      depth: 0,
      draft: true,
      sort: 'title',
    }),
  )
  return docs
}

test('a reference finds its document, be the id an ObjectId here and a text of its digits there', async () => {
  imported = await importFrom(inFolder('dump'), inFolder('imports'), {
    map: MAP,
    options: { files: inFolder('files') },
  })
  const { tally } = imported
  expect(outcomesOf(tally)).toEqual({ created: 6 * SPACES.length, updated: SPACES.length })
  for (const slug of SPACES) {
    const [below, top] = await pagesOf(slug)
    const [picture] = await asRoot().rows<{ id: string }>(
      `select m.id from media m join tenants t on t.id = m.tenant_id where t.slug = '${slug}'`,
    )
    expect([slug, below]).toMatchObject([
      slug,
      {
        title: 'Below',
        parent: top?.id,
        meta: { image: picture?.id },
        layout: [{ blockType: 'image', image: picture?.id }],
      },
    ])
    expect([slug, top]).toMatchObject([
      slug,
      // Its bio has a page for a picture, which is none.
      { title: 'Top', parent: null, meta: { description: 'At the top', image: null } },
    ])
    expect(
      await asRoot().rows(`select avatar_id from users where email = 'a@${slug}.example'`),
    ).toEqual([{ avatar_id: picture?.id }])
  }
  expect(
    await asRoot().rows(
      `select t.slug from documents d join tenants t on t.id = d.tenant_id
       where d.source_collection = 'comments' order by t.slug`,
    ),
  ).toEqual(SPACES.toSorted().map((slug) => ({ slug })))

  expect(await differences()).toEqual([])
})

test('files are found in the folder of their space, and compared', async () => {
  expect(
    await asRoot().rows(
      `select t.slug, m.width is not null as there from media m join tenants t on t.id = m.tenant_id order by 1`,
    ),
  ).toEqual(SPACES.toSorted().map((slug) => ({ slug, there: slug === WITH_FILES })))
  // Behind everybody's back: not even the time is noted.
  const setSize = (size: string) =>
    asRoot()(async (client) => {
      await client.query(`select set_config('atrium.keep_times', 'on', true)`)
      await client.query(`update media set filesize = ${size} where width is not null`)
    })
  await setSize('filesize + 1')
  expect(await differences()).toMatchObject([{ kind: 'file', path: '$.filesize' }])
  await setSize('filesize - 1')
})

test('spaces of which the source says no languages have those of the map', async () => {
  const { docs } = await asPlatform()(() =>
    testPayload().find({ collection: 'tenants', depth: 0, sort: 'slug' }),
  )
  const said = docs.map(({ slug, defaultLocale, locales }) => ({ slug, defaultLocale, locales }))
  expect(said).toEqual(
    SPACES.toSorted().map((slug) => ({ slug, defaultLocale: 'en', locales: ['en', 'de'] })),
  )
})
