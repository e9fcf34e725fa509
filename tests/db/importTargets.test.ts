import type { CollectionSlug } from 'payload'
import { beforeAll, describe, expect, test } from 'vitest'

import { inScopes } from '@/db/inScopes'
import { background, platform } from '@/db/scope'
import { withScope } from '@/db/withScope'
import type { PlainValue, PlainValues, TargetContext } from '@/import/targets/Target'
import { uuidV5 } from '@/import/importedId'
import type { Media, Tenant } from '@/payload-types'

import { asPlatform } from '../support/actors'
import { buildForm } from '../support/buildForm'
import { buildMedia, tinyPng } from '../support/buildMedia'
import { buildPage } from '../support/buildPage'
import { buildTenant } from '../support/buildTenant'
import { uniqueName } from '../support/uniqueName'
import { testPayload, usePayload } from '../support/usePayload'

usePayload()

let tenant: Tenant
let picture: Media
let rows: Readonly<Record<string, string>>
const OLD = {
  picture: '64b000000000000000000001',
  page: '64b000000000000000000002',
  form: '64b000000000000000000003',
}

beforeAll(async () => {
  tenant = await buildTenant({ defaultLocale: 'en', locales: ['en', 'de'] })
  picture = await buildMedia({ tenant })
  const page = await buildPage({ tenant })
  const form = await buildForm({ tenant })
  rows = {
    [`media:${OLD.picture}`]: picture.id,
    [`pages:${OLD.page}`]: page.id,
    [`forms:${OLD.form}`]: form.id,
  }
})

const asImport = platform({ actor: 'system', reason: 'test' })

const inSpace = <T>(work: () => Promise<T>): Promise<T> =>
  withScope(background(tenant.id, 'test'), work)

function contextOf(options: Partial<TargetContext> = {}): TargetContext {
  return {
    tenant: tenant.id,
    locales: ['en', 'de'],
    id: uuidV5(tenant.id, uniqueName('row')),
    existing: undefined,
    files: undefined,
    find: async (collection, oldId) => rows[`${collection}:${oldId}`],
    ...options,
  }
}

async function prepare(
  slug: CollectionSlug,
  values: PlainValues,
  options: Partial<TargetContext> = {},
) {
  const { targetOf } = await import('@/import/targets')
  const target = targetOf(slug)
  if (!target) throw new Error(`no target ${slug}`)
  const context = contextOf(options)
  const prepared = await target.prepare(values, context)
  return { id: context.id, prepared, target }
}

/** Writes what was prepared, as an import does. */
async function write(
  slug: CollectionSlug,
  values: PlainValues,
  options: Partial<TargetContext> = {},
) {
  const { id, prepared, target } = await prepare(slug, values, options)
  const { writeRow } = await import('@/import/write/writeRow')
  await inScopes(testPayload(), ({ req, inScope }) =>
    inScope(slug === 'tenants' ? asImport : background(tenant.id, 'test'), () =>
      writeRow(testPayload(), req, {
        target,
        id,
        tenant: slug === 'tenants' ? undefined : tenant.id,
        prepared,
        existing: undefined,
        isDry: false,
      }),
    ),
  )
  const doc: unknown = await asPlatform()(() =>
    testPayload().findByID({
      collection: slug,
      id,
      depth: 0,
      locale: 'all',
      draft: true,
      showHiddenFields: true,
    }),
  )
  expect(doc).toMatchObject({ id })
  return { doc: Object(doc), prepared }
}

const LEXICAL: PlainValue = {
  root: {
    children: [
      { type: 'heading', tag: 'h1', children: [{ type: 'text', text: 'Title' }] },
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'Some ', format: 1 },
          {
            type: 'link',
            fields: { linkType: 'custom', url: 'https://a.example' },
            children: [{ type: 'text', text: 'link' }],
          },
          {
            type: 'link',
            fields: { linkType: 'internal', doc: { relationTo: 'pages', value: OLD.page } },
            children: [{ type: 'text', text: 'page' }],
          },
        ],
      },
      {
        type: 'list',
        listType: 'number',
        children: [{ type: 'listitem', children: [{ type: 'text', text: 'one' }] }],
      },
      { type: 'upload', relationTo: 'media', value: OLD.picture },
      { type: 'quote', children: [{ type: 'text', text: 'quote' }] },
      { type: 'horizontalrule' },
    ],
  },
}

/** Each block of ours, as other systems have it: with little, much, or wrong things in it. */
const BLOCKS: readonly PlainValue[] = [
  {
    type: 'hero',
    title: 'Hello',
    subtitle: 'There',
    media: OLD.picture,
    button_text: 'Go',
    button_url: 'about',
  },
  {
    blockType: 'hero',
    heading: 'x'.repeat(400),
    facts: [{ value: 120, label: 'desks' }, 'broken'],
    variant: 'odd',
    tone: 'neon',
    anchor: 'Not an anchor',
  },
  { blockType: 'richText', content: LEXICAL },
  {
    type: 'html',
    html: '<h1>Hi</h1><p>There <a href="javascript:x">you</a></p><ul><li>a<ul><li>b</li></ul></li></ul><table><tr><td>c</td></tr></table>',
  },
  { type: 'text', text: 'Only words' },
  { type: 'image', image: OLD.picture },
  {
    type: 'gallery',
    images: [
      OLD.picture,
      { image: OLD.picture, caption: 'Two' },
      { id: OLD.picture, filename: 'a.png' },
    ],
  },
  { type: 'gallery', images: [OLD.picture] },
  { type: 'pageList', source: 'chosen', pages: [OLD.page, 'gone'] },
  { type: 'pageList', limit: 500 },
  { type: 'faq', items: [{ q: 'Why?', a: '<p>Because</p>' }, { question: 'Empty' }] },
  {
    type: 'pricing',
    plans: [
      {
        name: 'Basic',
        price: 10,
        features: ['One', 'Two'],
        link: { label: 'Buy', url: 'https://shop.example' },
      },
    ],
  },
  {
    type: 'cta',
    title: 'Now',
    buttons: [
      { label: 'Go', url: '/go' },
      { label: 'Page', page: OLD.page },
      { label: 'three', url: '/3' },
    ],
  },
  {
    type: 'team',
    members: [{ name: 'Ada', position: 'Analyst', email: 'not an address', photo: OLD.picture }],
  },
  { type: 'testimonial', text: 'Good', author: 'Ben' },
  {
    type: 'hours',
    hours: [{ days: ['mon', 'tue', 'xyz'], opens: '8:00', closes: '18:00' }],
    place: { name: 'Here', mapUrl: 'javascript:x', email: 'a@example.com' },
  },
  { type: 'form', form_id: OLD.form, intro: 'Write to us' },
]

describe('pages', () => {
  test('every block of a source is one that Payload publishes', async () => {
    const { doc, prepared } = await write('pages', {
      title: { en: 'Everything', de: 'Alles' },
      slug: uniqueName('page'),
      _status: 'published',
      publishedAt: '2024-01-01 00:00:00.000+00',
      meta: { title: 'T', description: 'D', image: OLD.picture },
      layout: [...BLOCKS, { type: 'hero', heading: { en: 'Two', de: 'Zwei' } }],
    })
    const kinds = (locale: string): string[] =>
      Object(doc.layout)[locale].map(({ blockType }: { blockType: string }) => blockType)
    const all = [
      'hero',
      'richText',
      'image',
      'gallery',
      'pageList',
      'faq',
      'pricing',
      'cta',
      'team',
      'testimonial',
      'hours',
      'form',
    ]
    expect([...new Set(kinds('en'))].sort()).toEqual([...all].sort())
    expect(kinds('de')).toEqual(kinds('en'))
    expect(doc.title).toEqual({ en: 'Everything', de: 'Alles' })
    expect(doc._status).toBe('published')
    expect(Object.keys(prepared.unmapped).filter((path) => /^layout\.\d+$/.test(path))).toEqual([])
    const { problemsOf } = await import('@/blocks/problemsOf')
    const { blocks } = await import('@/blocks')
    expect(problemsOf(Object(doc.layout).en, blocks, () => undefined)).toEqual([])
  })

  test('a version of Payload’s is one of the page', async () => {
    const { pageVersions } = await import('@/import/targets/pageVersions')
    const page = await buildPage({ tenant })
    const context = contextOf({ id: page.id })
    const {
      versionData,
      autosave,
      createdAt = '',
      updatedAt = '',
    } = await pageVersions.prepare(
      {
        parent: OLD.page,
        createdAt: '2023-01-01T00:00:00.000Z',
        updatedAt: '2023-01-02T00:00:00.000Z',
        version: {
          title: { en: 'Before', de: 'Vorher' },
          slug: 'before',
          _status: 'draft',
          layout: [{ blockType: 'image', image: OLD.picture }],
          createdAt: '2023-01-01T00:00:00.000Z',
        },
      },
      context,
    )
    const payload = testPayload()
    await inSpace(() =>
      payload.db.createVersion({
        collectionSlug: 'pages',
        parent: page.id,
        versionData: { ...versionData, id: page.id },
        autosave,
        createdAt,
        updatedAt,
      }),
    )
    const { docs } = await asPlatform()(() =>
      payload.findVersions({
        collection: 'pages',
        where: { parent: { equals: page.id } },
        locale: 'de',
        depth: 0,
        sort: 'updatedAt',
      }),
    )
    expect(docs[0]).toMatchObject({
      updatedAt: '2023-01-02T00:00:00.000Z',
      version: { title: 'Vorher', slug: 'before' },
    })
  })
})

test('every kind of question is one that Payload takes, in two languages', async () => {
  const kinds = [
    'text',
    'textarea',
    'email',
    'number',
    'checkbox',
    'select',
    'radio',
    'date',
    'country',
    'state',
    'message',
    'step',
    'file',
    'signature',
  ]
  const { doc } = await write('forms', {
    title: 'All',
    fields: kinds.map((type, n) => ({
      type,
      key: `field ${n}`,
      label: { en: `Question ${n}`, de: `Frage ${n}` },
      options: ['a', { text: 'B', id: 'b' }],
      required: 'yes',
      default: n,
    })),
    emails: ['ada@example.com'],
    success_message: '<p>Thanks</p>',
  })
  expect(doc.fields).toHaveLength(kinds.length)
  expect(doc.fields[0]).toMatchObject({
    name: 'field_0',
    label: { en: 'Question 0', de: 'Frage 0' },
  })
  expect(doc.emails).toMatchObject([{ emailTo: 'ada@example.com' }])
})

test('a file gets its sizes, and one that is not there is a row', async () => {
  const { mkdtemp, rm, writeFile } = await import('node:fs/promises')
  const { tmpdir } = await import('node:os')
  const { join } = await import('node:path')
  const files = await mkdtemp(join(tmpdir(), 'atrium-uploads-'))
  await writeFile(join(files, 'old tree.png'), await tinyPng())
  const there = await write(
    'media',
    { filename: 'old tree.png', alt: { en: 'Tree', de: 'Baum' } },
    { files },
  )
  expect(there.doc).toMatchObject({
    width: 8,
    mimeType: 'image/png',
    alt: { en: 'Tree', de: 'Baum' },
    prefix: tenant.id,
  })
  const gone = await write(
    'media',
    { filename: 'gone.png', mimeType: 'image/png', filesize: 7, caption: { de: 'Weg' } },
    { files },
  )
  expect(gone.doc).toMatchObject({
    filename: 'gone.png',
    filesize: 7,
    alt: { en: 'gone', de: 'gone' },
    caption: { de: 'Weg' },
  })
  await rm(files, { recursive: true })
})

test('people, leads and redirects are rows of the space', async () => {
  const person = await write('users', {
    email: 'New@Example.com',
    name: 'New Person',
    role: 'editor',
  })
  expect(person.doc).toMatchObject({
    email: 'new@example.com',
    tenant: tenant.id,
    tenants: [{ tenant: tenant.id, role: 'editor' }],
    _verified: true,
  })
  const lead = await write('form-submissions', {
    form: rows[`forms:${OLD.form}`],
    submissionData: { name: 'Ada', email: 'ada@example.com' },
    notes: [{ text: 'Called', createdAt: '2024-01-01T00:00:00.000Z' }],
    status: 'converted',
    locale: 'de',
  })
  expect(lead.doc).toMatchObject({
    status: 'won',
    summary: 'Ada · ada@example.com',
    notes: [{ text: 'Called', at: '2024-01-01T00:00:00.000Z' }],
  })
  const redirect = await write('redirects', {
    from: `/${uniqueName('old')}`,
    to: { reference: { relationTo: 'pages', value: OLD.page } },
  })
  expect(redirect.doc).toMatchObject({ type: '301', origin: 'import' })
  const { totalDocs } = await asPlatform()(() =>
    testPayload().count({ collection: 'deliveries', where: { lead: { equals: lead.doc.id } } }),
  )
  expect(totalDocs).toBe(0)
})

test('a tenant is a space that Payload takes', async () => {
  const name = uniqueName('imported')
  const { doc } = await write('tenants', {
    name,
    slug: `${name}!`,
    domains: [`www.${name}.example`],
    plan: 'pro',
    branding: { primary: '#123456', accent: 'red' },
    settings: { currency: 'CHF', timeZone: 'Europe/Zurich', matching: { enabled: true, odd: 1 } },
    featureToggles: { shop: true },
    defaultLocale: 'de',
    locales: ['de', 'en'],
  })
  expect(doc).toMatchObject({ name, slug: name, plan: 'standard', defaultLocale: 'de' })
})
