import fc from 'fast-check'
import { expect, test } from 'vitest'

import { BsonDocument, EMPTY_DOCUMENT, type BsonValue } from '@/import/bson/BsonValue'
import { readExtendedJson } from '@/import/bson/readExtendedJson'
import { writeExtendedJson } from '@/import/bson/writeExtendedJson'
import { applyMap, type Mapped } from '@/import/map/applyMap'
import { pathSteps } from '@/import/map/fieldPath'
import { importMapSchema } from '@/import/map/ImportMap'
import { MappedReference } from '@/import/map/MappedValue'

import { arbitraryDocument } from '../../../support/mongo/arbitraryDocument'

const LEADS = { database: 'crm', name: 'leads' }

/** Maps a document with the rules for its collection. */
const applied = (rules: object, document: object): Mapped =>
  applyMap(
    importMapSchema.parse({ version: 1, tenant: { slug: 'acme' }, collections: { leads: rules } }),
    LEADS,
    readExtendedJson(JSON.stringify({ _id: 7, ...document })),
  )

const withFields = (fields: readonly unknown[], document: object): Mapped =>
  applied({ to: 'form-submissions', fields }, document)

const restOf = ({ rest }: Mapped): unknown => JSON.parse(writeExtendedJson(rest).json)

test('fields are renamed, converted, and put into groups', () => {
  const mapped = withFields(
    [
      'email',
      { from: 'profile.first', to: 'name.first', as: 'text' },
      { from: 'profile.last', to: 'name.last' },
      { from: 'visits', as: 'bigint' },
      { from: 'at', to: 'createdAt', as: 'date' },
    ],
    {
      email: 'a@example.com',
      profile: { first: 'Ada', last: 'Byron', born: 1815 },
      visits: { $numberLong: '9007199254740993' },
      at: { $date: '2020-02-29T12:00:00Z' },
    },
  )
  expect(mapped.values).toEqual({
    email: 'a@example.com',
    name: { first: 'Ada', last: 'Byron' },
    visits: '9007199254740993',
    createdAt: '2020-02-29 12:00:00.000+00',
  })
  expect(restOf(mapped)).toEqual({ profile: { born: { $numberInt: '1815' } } })
  expect(mapped).toMatchObject({ target: 'form-submissions', losses: [], problems: [] })
})

test('a constant is written, and a lookup translates', () => {
  const mapped = withFields(
    [
      { to: 'locale', value: 'en' },
      { from: 'state', to: 'status', lookup: { 1: 'new', 2: 'won' } },
    ],
    { state: 2 },
  )
  expect(mapped.values).toEqual({ locale: 'en', status: 'won' })
  expect(mapped.rest).toBe(EMPTY_DOCUMENT)
})

test('what a lookup does not know stays in the rest, with or without another value', () => {
  const lookup = { open: 'new' }
  const known = { from: 'state', to: 'status', lookup }
  const strict = withFields([known], { state: 'toString' })
  expect(strict.values).toEqual({})
  expect(strict.problems).toEqual([{ path: '$.state', reason: '“toString” is not in the table' }])
  const lenient = withFields([{ ...known, else: 'lost' }], { state: 'odd' })
  expect(lenient.values).toEqual({ status: 'lost' })
  expect(lenient.losses).toEqual([
    { path: '$.state', reason: '“odd” is not in the table and becomes "lost"' },
  ])
  expect([restOf(strict), restOf(lenient)]).toEqual([{ state: 'toString' }, { state: 'odd' }])
})

test('the last part of a split text is all that is left of it', () => {
  const rule = { from: 'name', to: ['first', 'last'], split: ' ' }
  expect(withFields([rule], { name: 'Ada King Byron' }).values).toEqual({
    first: 'Ada',
    last: 'King Byron',
  })
  expect(withFields([rule], { name: 'Ada' }).values).toEqual({ first: 'Ada' })
  expect(withFields([rule], { name: 5 })).toMatchObject({
    values: {},
    problems: [{ path: '$.name', reason: 'a value of the type int is no text' }],
  })
})

test('a template takes no field away from the rest', () => {
  const mapped = withFields([{ to: 'summary', template: '{name} {{{age}}} {none}' }], {
    name: 'Ada',
    age: 36,
  })
  expect(mapped.values).toEqual({ summary: 'Ada {36} ' })
  expect(restOf(mapped)).toEqual({ name: 'Ada', age: { $numberInt: '36' } })
})

test('references name the collection and the id of the source', () => {
  const id = { $oid: '5f1d7f3a0b0b0b0b0b0b0b0b' }
  const hex: BsonValue = { type: 'objectId', hex: id.$oid }
  const mapped = withFields(
    [
      { from: 'owner', as: 'reference', collection: 'users' },
      { from: 'link', as: 'reference' },
      { from: 'many', as: 'reference' },
      { from: 'unclear', as: 'reference' },
    ],
    {
      owner: id,
      link: { $ref: 'pages', $id: id },
      many: [{ relationTo: 'media', value: id }],
      unclear: id,
    },
  )
  expect(mapped.values).toEqual({
    owner: new MappedReference('users', hex),
    link: new MappedReference('pages', hex),
    many: [new MappedReference('media', hex)],
  })
  expect(mapped.problems).toEqual([
    { path: '$.unclear', reason: 'a reference that does not say to which collection' },
  ])
  expect(restOf(mapped)).toEqual({ unclear: id })
})

test('what JSON has nothing for stays in the rest as a whole', () => {
  const list = [1, { $maxKey: 1 }]
  const mapped = withFields(['list'], { list })
  expect(mapped.values).toEqual({})
  expect(mapped.problems).toEqual([
    { path: '$.list', reason: 'JSON has nothing for a value of the type maxKey' },
  ])
  expect(restOf(mapped)).toEqual({ list: [{ $numberInt: '1' }, { $maxKey: 1 }] })
})

test('a number that a double does not hold is a text, and told', () => {
  const mapped = withFields(['big'], { big: { $numberLong: '9007199254740993' } })
  expect(mapped.values).toEqual({ big: '9007199254740993' })
  expect(mapped.losses).toEqual([
    { path: '$.big', reason: 'the number 9007199254740993 becomes a text' },
  ])
})

test('a value for each language is converted in each, or in none', () => {
  const rule = { from: 'title', as: 'text', localized: true }
  expect(withFields([rule], { title: { en: 'Home', 'de-CH': 'Start' } }).values).toEqual({
    title: { en: 'Home', 'de-CH': 'Start' },
  })
  expect(withFields([rule], { title: 'Home' }).values).toEqual({ title: 'Home' })
  const broken = withFields([rule], { title: { en: 'Home', de: { a: 1 } } })
  expect(broken.problems).toEqual([
    { path: '$.title', reason: 'de: a value of the type object is no text' },
  ])
  expect(restOf(broken)).toHaveProperty('title')
  const other = withFields([rule], { title: { text: 'Home' } })
  expect(other).toMatchObject({ values: {}, problems: [{ path: '$.title' }] })
})

test('dropped fields are listed if they were there', () => {
  const mapped = applied(
    { to: 'pages', drop: ['__v', 'a.b', 'none'] },
    { __v: 1, a: { b: 1, c: 2 } },
  )
  expect(mapped.dropped).toEqual(['$.__v', '$.a.b'])
  expect(restOf(mapped)).toEqual({ a: { c: { $numberInt: '2' } } })
})

test('a secret is mapped or dropped, and never in the rest', () => {
  const rules = { to: 'users', fields: [{ from: 'hash', as: 'text', secret: true }] }
  expect(applied(rules, { hash: 'x' })).toMatchObject({ values: { hash: 'x' }, dropped: [] })
  const failed = applied(rules, { hash: { old: 'x' } })
  expect(failed).toMatchObject({ values: {}, dropped: ['$.hash'], rest: EMPTY_DOCUMENT })
  expect(failed.problems).toHaveLength(1)
  const dotted = { from: ['a.b', 'c'], to: 'hash', as: 'text', secret: true }
  expect(withFields([dotted], { 'a.b': { c: [] }, a: { b: 1 }, c: 2 }).dropped).toEqual([
    "$['a.b'].c",
  ])
})

test('of fields of the same name the first is mapped, and the others are kept', () => {
  const mapped = applyMap(
    importMapSchema.parse({ version: 1, collections: { leads: { to: 'pages', fields: ['a'] } } }),
    LEADS,
    BsonDocument.of(['a', { type: 'int', value: 1 }], ['a', { type: 'int', value: 2 }]),
  )
  expect(mapped.values).toEqual({ a: 1 })
  expect(mapped.rest).toEqual(BsonDocument.of(['a', { type: 'int', value: 2 }]))
  expect(mapped.problems.map(({ reason }) => reason)).toEqual([
    'no rule says which tenant it belongs to',
    'no id',
  ])
})

test('the tenant is found by a field, by the database, or is the document', () => {
  const keyBy = (tenant: object): Mapped['tenantKey'] =>
    applied({ tenant }, { tenant_id: 'acme' }).tenantKey
  expect(keyBy({ field: 'tenant_id', in: 'tenants', match: 'slug' })).toEqual({
    by: 'document',
    collection: 'tenants',
    field: 'slug',
    value: { type: 'string', value: 'acme' },
  })
  expect(keyBy({ database: true })).toEqual({ by: 'slug', slug: 'crm' })
  expect(keyBy({ database: true, slugs: { crm: 'acme' } })).toEqual({ by: 'slug', slug: 'acme' })
  expect(keyBy({ database: true, slugs: { other: 'acme' } })).toBeNull()
  expect(keyBy({ self: true })).toEqual({ by: 'self' })
  expect(keyBy({ field: 'gone', in: 'tenants' })).toBeNull()
})

test('a row can have the id of a document of another collection', () => {
  const mapped = applied({ to: 'users', id: { field: 'user_id', of: 'users' } }, { user_id: 3 })
  expect(mapped.id).toEqual({ collection: 'users', value: { type: 'int', value: 3 } })
  expect(restOf(mapped)).toEqual({ _id: { $numberInt: '7' } })
})

test('a collection that is left behind says why; one without rules is kept whole', () => {
  expect(applied({ leave: 'sessions' }, { a: 1 })).toMatchObject({
    left: 'sessions',
    dropped: ['$'],
  })
  const kept = applyMap(
    importMapSchema.parse({ version: 1, collections: {} }),
    { database: 'crm', name: 'toString' },
    readExtendedJson('{"_id": 1, "a": 2}'),
  )
  expect(kept.target).toBeUndefined()
  expect(restOf(kept)).toEqual({ a: { $numberInt: '2' } })
})

test('rules for one database go before those for all', () => {
  const map = importMapSchema.parse({
    version: 1,
    collections: { leads: { to: 'pages' }, 'crm/leads': { to: 'forms' } },
  })
  expect(applyMap(map, LEADS, EMPTY_DOCUMENT).target).toBe('forms')
  expect(applyMap(map, { ...LEADS, database: 'shop' }, EMPTY_DOCUMENT).target).toBe('pages')
})

/** Every field of a document that is no group, by its names and how often they were there before. */
function leaves(document: BsonDocument, before: readonly string[] = []): (readonly string[])[] {
  return [...document.entries()].flatMap(([key, value]) => {
    const steps = [...before, key]
    return value.type === 'object' && value.size > 0 ? leaves(value, steps) : [steps]
  })
}

const startsWith = (steps: readonly string[], start: readonly string[]): boolean =>
  start.every((step, index) => steps[index] === step)

const RULES = [
  { from: ['name'], to: 'name' },
  { from: ['a.b'], to: 'dotted', as: 'text' },
  { from: ['__proto__'], to: 'proto' },
  { from: ['constructor', 'name'], to: 'inner.name', as: 'number' },
  { from: ['0'], to: ['x', 'y'], split: 'a' },
  { from: ['1'], to: 'looked', lookup: { true: 1 }, else: 2 },
] as const
const DROPS = [['toString'], ['ключ', 'name'], ['$ref']]

test('each field of any document is mapped, dropped by a rule, or in the rest', () => {
  const map = importMapSchema.parse({
    version: 1,
    tenant: { slug: 'acme' },
    collections: { leads: { to: 'pages', fields: RULES, drop: DROPS } },
  })
  const known = [['_id'], ...DROPS, ...RULES.map(({ from }) => pathSteps(from))]
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      const mapped = applyMap(map, LEADS, document)
      const kept = leaves(mapped.rest).map((steps) => JSON.stringify(steps))
      const gone = leaves(document).filter((steps) => {
        const at = kept.indexOf(JSON.stringify(steps))
        if (at >= 0) kept.splice(at, 1)
        return at < 0
      })
      // Whatever is gone was named by a rule, and nothing came up that was not there.
      expect(gone.filter((steps) => !known.some((start) => startsWith(steps, start)))).toEqual([])
      expect(kept).toEqual([])
      // What a rule could not map is in the rest.
      for (const { path } of mapped.problems.filter(({ reason }) => reason !== 'no id'))
        expect([path, mapped.rest.size > 0]).toEqual([path, true])
    }),
    { numRuns: 1000 },
  )
})

test('without rules the rest is the document, but for its id', () => {
  const map = importMapSchema.parse({ version: 1, collections: {} })
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      const { rest, id } = applyMap(map, LEADS, document)
      const entries = [...document.entries()]
      const at = entries.findIndex(([key]) => key === '_id')
      expect(id?.value).toEqual(at < 0 ? undefined : entries[at]?.[1])
      expect(rest).toEqual(BsonDocument.of(...entries.filter((_, index) => index !== at)))
    }),
  )
})
