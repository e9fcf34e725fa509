import fc from 'fast-check'
import { expect, test } from 'vitest'

import { readExtendedJson } from '@/import/bson/readExtendedJson'
import { applyMap } from '@/import/map/applyMap'
import { MappedReference } from '@/import/map/MappedValue'
import { parseMap } from '@/import/map/parseMap'
import { printMap } from '@/import/map/printMap'
import { recognise } from '@/import/map/recognise'
import { type Sample } from '@/import/map/Sample'

import { arbitraryDocument } from '../../../support/mongo/arbitraryDocument'

const sample = (name: string, document: object = {}, database = 'old_site'): Sample => ({
  database,
  name,
  documents: [readExtendedJson(JSON.stringify({ _id: `${name}-1`, ...document }))],
})

const TIMES = { createdAt: { $date: '2024-01-01T00:00:00Z' } }

const PAYLOAD = [
  sample('users', {
    email: 'a@example.com',
    salt: 's',
    hash: 'h',
    resetPasswordToken: 'r',
    ...TIMES,
  }),
  sample('pages', {
    title: { en: 'Home' },
    slug: 'home',
    layout: [],
    _status: 'published',
    ...TIMES,
  }),
  sample('_pages_versions', { parent: 'pages-1', version: { title: 'Home' }, latest: true }),
  sample('pictures', { filename: 'a.png', mimeType: 'image/png', filesize: 3, alt: 'A' }),
  sample('globals', { globalType: 'header' }),
  sample('payload-preferences', { key: 'k', user: { relationTo: 'users', value: 'users-1' } }),
  sample('payload-migrations', { name: 'one', batch: 1 }),
  sample('recipes', { title: 'Soup' }),
]

const TENANT_APP = [
  sample('tenants', { slug: 'acme', name: 'Acme', feature_toggles: { shop: true } }),
  sample('users', { tenant_id: 'acme', email: 'a@example.com', first_name: 'Ada' }),
  sample('user_passwords', { user_id: 'users-1', password_hash: '$2b$10$x', salt: 'x' }),
  sample('pages', { tenant_id: 'acme', title: 'Home', blocks: [] }),
  sample('leads', { tenant_id: 'acme', form_id: 'forms-1', data: { name: 'Ada' } }),
  sample('forms', { tenant_id: 'acme', name: 'Contact', fields: [] }),
  sample('bookings', { tenant_id: 'acme', seats: 3 }),
  sample('countries', { code: 'CH' }),
]

test('a Payload CMS is recognised, and it says by what', () => {
  const { databases, map } = recognise(PAYLOAD)
  expect(databases[0]).toMatchObject({
    shape: 'a Payload CMS on MongoDB',
    evidence: [
      'Payload’s own collections: payload-preferences, payload-migrations',
      'versions as Payload names them: _pages_versions',
      'users has email, salt and hash, as Payload keeps passwords',
    ],
  })
  expect(databases[0]?.unknown.map(({ key, why }) => [key, why])).toEqual([
    ['payload-preferences', 'how people left the old admin, kept as documents'],
    ['recipes', 'a collection of its own, kept as documents'],
  ])
  expect(map.collections._pages_versions).toMatchObject({
    to: 'page-versions',
    fields: [
      { from: 'parent', to: 'parent', as: 'reference', collection: 'pages' },
      { from: 'version', to: 'version' },
      { from: 'latest', to: 'latest' },
    ],
  })
  expect(map.collections.globals).toMatchObject({ to: 'site-settings' })
  expect(map.collections.users?.drop).toEqual(['resetPasswordToken'])
  expect(map.collections.pictures).toMatchObject({ to: 'media' })
  expect(map.collections.pages?.fields).toContainEqual({
    from: 'title',
    to: 'title',
    as: 'text',
    localized: true,
  })
  expect(map.collections.pages?.fields).toContainEqual({ from: 'slug', to: 'slug', as: 'text' })
  expect(map.collections['payload-migrations']?.leave).toContain('tables here')
})

test('an application with tenants is recognised, and how it names them', () => {
  const { databases, map } = recognise(TENANT_APP)
  expect(databases[0]).toMatchObject({
    shape: 'an application with tenants',
    evidence: [
      'a collection tenants',
      'tenant_id in users, pages, leads, forms, bookings',
      'tenant_id is looked up in tenants by slug',
    ],
  })
  expect(map.collections.tenants?.tenant).toEqual({ self: true })
  expect(map.collections.leads).toMatchObject({
    to: 'form-submissions',
    tenant: { field: 'tenant_id', in: 'tenants', match: 'slug' },
  })
  expect(map.collections.bookings).toEqual({ tenant: map.collections.leads?.tenant })
  expect(map.collections.countries).toEqual({})
  expect(databases[0]?.unknown.at(-1)?.why).toContain('say whose they are')
})

test('a password comes to the row and the tenant of its user', () => {
  const passwords = TENANT_APP.find(({ name }) => name === 'user_passwords')
  const [document] = passwords?.documents ?? []
  const mapped = passwords && document && applyMap(recognise(TENANT_APP).map, passwords, document)
  const id = { type: 'string', value: 'users-1' }
  expect(mapped).toMatchObject({
    target: 'users',
    tenantKey: { by: 'like', collection: 'users', id },
    id: { collection: 'users', value: id },
    values: { importedHash: '$2b$10$x' },
    dropped: ['$.salt'],
    problems: [],
  })
})

test('pages that say nothing of drafts are public, and the map says so', () => {
  const { map, databases } = recognise(TENANT_APP)
  expect(map.collections.pages?.fields).toContainEqual({ to: '_status', value: 'published' })
  expect(databases[0]?.collections.find(({ key }) => key === 'pages')?.why).toContain('public')
  expect(recognise(PAYLOAD).map.collections.pages?.fields).toContainEqual({
    from: '_status',
    to: '_status',
    as: 'text',
  })
})

test('what nothing is known of is kept, in a tenant for each database', () => {
  const { databases, map } = recognise([sample('films'), sample('films', {}, 'shop')])
  expect(databases.map(({ shape }) => shape)).toEqual(Array(2).fill('nothing that is known here'))
  expect(map.collections).toEqual({
    'old_site/films': { tenant: { database: true, slugs: { old_site: 'old-site' } } },
    'shop/films': { tenant: { database: true, slugs: { shop: 'shop' } } },
  })
})

test.each([
  ['a Payload CMS', PAYLOAD],
  ['an application with tenants', TENANT_APP],
  ['nothing', []],
])('the printed map of %s is read back as it was, and says why', (_, samples) => {
  const recognised = recognise(samples)
  const printed = printMap(recognised)
  expect(parseMap(printed)).toEqual(recognised.map)
  for (const { evidence } of recognised.databases)
    for (const words of evidence) expect(printed).toContain(`# - ${words}`)
})

test('a printed map has a line for a rule, and a comment for a collection', () => {
  const printed = printMap(recognise(TENANT_APP))
  expect(printed).toContain('      - { from: first_name, to: firstName, as: text }\n')
  expect(printed).toContain('  # leads of a tenant\n  leads:\n    to: form-submissions\n')
})

test('the printed map of any source is read back as it was', () => {
  const anySample = fc.record({
    database: fc.constantFrom('', 'a', 'b\n- x: 1', '#'),
    name: fc.oneof(
      fc.constantFrom('tenants', 'users', 'pages', 'payload-x', '__proto__', 'a\nb: c', '~', '1'),
      fc.string({ unit: 'grapheme', minLength: 1 }),
    ),
    documents: fc.array(arbitraryDocument, { maxLength: 2 }),
  })
  fc.assert(
    fc.property(fc.array(anySample, { maxLength: 6 }), (samples) => {
      const recognised = recognise([...samples, ...TENANT_APP])
      expect(parseMap(printMap(recognised))).toEqual(recognised.map)
    }),
    { numRuns: 200 },
  )
})

const FLAT = [
  sample('tenants', { slug: 'acme', name: 'Acme' }),
  sample('enquiries', {
    tenantId: 'acme',
    full_name: 'Ada',
    email: 'a@example.com',
    message: 'Hello',
    status: 'new',
    utm_source: 'spring',
    ip_address: '192.0.2.1',
    assigned_to: null,
  }),
  sample('pages', { tenantId: 'acme', title: 'Home', content_blocks: [], meta_title: 'Welcome' }),
]

test('leads that name no form are mapped field by field, with a form of their own', () => {
  const { databases, map } = recognise(FLAT)
  expect(databases[0]?.evidence).toContain('tenantId in enquiries, pages')
  const form = {
    from: 'tenantId',
    to: 'fallbackForm',
    as: 'reference',
    collection: 'enquiries.form',
  }
  expect(map.collections.enquiries).toMatchObject({
    to: 'form-submissions',
    fields: [
      { from: 'status', to: 'status', as: 'text' },
      { from: 'assigned_to', to: 'assignee', as: 'reference', collection: 'users' },
      { from: 'full_name', to: 'submissionData.full_name' },
      { from: 'email', to: 'submissionData.email' },
      { from: 'message', to: 'submissionData.message' },
      form,
    ],
  })
  expect(map.collections['enquiries.form']).toEqual({
    copyOf: { collection: 'tenants', id: 'slug' },
    to: 'forms',
    tenant: { field: '_id', in: 'tenants', match: 'slug' },
    fields: [
      { to: 'title', value: 'Enquiries' },
      {
        to: 'fields',
        value: [
          { type: 'text', name: 'full_name', label: 'Full name' },
          { type: 'email', name: 'email', label: 'Email' },
          { type: 'textarea', name: 'message', label: 'Message' },
        ],
      },
    ],
  })
  expect(map.collections.pages?.fields).toContainEqual({ from: 'content_blocks', to: 'layout' })
  expect(map.collections.pages?.fields).toContainEqual({
    from: 'meta_title',
    to: 'meta.title',
    as: 'text',
  })
})

test('leads that all name their form keep it', () => {
  const { map } = recognise(TENANT_APP)
  expect(Object.keys(map.collections)).not.toContain('leads.form')
})

/** Several documents of a collection, as they are after some years of changes. */
const grown = (name: string, ...documents: object[]): Sample => ({
  database: 'old_site',
  name,
  documents: documents.flatMap((one) => sample(name, one).documents),
})

test('a field that has two names in one collection is read by both', () => {
  const { map } = recognise([
    sample('tenants', { slug: 'acme' }),
    grown(
      'users',
      { tenant_id: 'acme', email: 'a@example.com', hash: '$2b$10$x', reset_token: 't' },
      { tenant_id: 'acme', email: 'b@example.com', password_hash: '$2b$10$y' },
    ),
    grown(
      'pages',
      { tenant_id: 'acme', title: 'A', content: [] },
      { tenant_id: 'acme', title: 'B', blocks: [] },
      { tenant_id: 'acme', name: { en: 'C', de: 'D' }, body: '<p>E</p>' },
    ),
  ])
  expect(map.collections.users).toMatchObject({ drop: ['reset_token'] })
  expect(map.collections.users?.fields).toContainEqual({
    from: 'password_hash',
    or: ['hash'],
    to: 'importedHash',
    as: 'text',
    secret: true,
  })
  expect(map.collections.pages?.fields).toEqual([
    { from: 'title', or: ['name'], to: 'title', as: 'text', localized: true },
    { from: 'blocks', or: ['content', 'body'], to: 'layout' },
    { to: '_status', value: 'published' },
  ])
})

test('a field that has two names in a collection of Payload’s is read by both', () => {
  const { map } = recognise([
    sample('payload-migrations'),
    grown('pages', { title: 'A', layout: [] }, { title: 'B', content: {} }),
  ])
  expect(map.collections.pages?.fields).toContainEqual({
    from: 'layout',
    or: ['content'],
    to: 'layout',
  })
})

test('each of several names is read, and what neither says makes no form of its own', () => {
  const tenants = sample('tenants', { slug: 'acme' })
  const samples = [
    tenants,
    grown(
      'leads',
      { tenant_id: 'acme', form: 'f1', data: { name: 'Ada' } },
      { tenant_id: 'acme', form_id: 'f2', answers: { email: 'bo@example.com' } },
    ),
  ]
  const { map } = recognise(samples)
  expect(map.collections).not.toHaveProperty(['leads.form'])
  for (const [index, form, answers] of [
    [0, 'f1', { name: 'Ada' }],
    [1, 'f2', { email: 'bo@example.com' }],
  ] as const) {
    const [, leads] = samples
    const document = leads?.documents[index]
    const mapped = leads && document && applyMap(map, leads, document)
    expect(mapped?.values).toEqual({
      form: new MappedReference('forms', { type: 'string', value: form }),
      submissionData: answers,
    })
  }
})

test('a form for leads is called like no collection of the source', () => {
  const { map } = recognise([...FLAT, sample('enquiries.form', { odd: 1 })])
  expect(map.collections['enquiries.form']).toEqual({})
  expect(map.collections['enquiries.forms']).toMatchObject({ to: 'forms' })
  expect(map.collections.enquiries?.fields).toContainEqual(
    expect.objectContaining({ to: 'fallbackForm', collection: 'enquiries.forms' }),
  )
})
