import fc from 'fast-check'
import { expect, test } from 'vitest'

import { BsonDocument, EMPTY_DOCUMENT, type BsonValue } from '@/import/bson/BsonValue'
import { readExtendedJson } from '@/import/bson/readExtendedJson'
import { writeExtendedJson } from '@/import/bson/writeExtendedJson'
import { applyMap, type Mapped } from '@/import/map/applyMap'
import { pathSteps } from '@/import/map/fieldPath'
import { CONVERSIONS, importMapSchema } from '@/import/map/ImportMap'
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

const UUID = '00112233-4455-6677-8899-aabbccddeeff'
const BYTES = Buffer.from(UUID.replaceAll('-', ''), 'hex').toString('base64')
const binary = (subType: string) => ({ $binary: { base64: BYTES, subType } })

test.each([
  ['text', { $symbol: 'a' }, 'a'],
  ['text', { $code: 'f()' }, 'f()'],
  ['text', { $oid: '5f1d7f3a0b0b0b0b0b0b0b0b' }, '5f1d7f3a0b0b0b0b0b0b0b0b'],
  ['integer', { $numberLong: '7' }, 7],
  ['bigint', 7, '7'],
  ['number', { $numberDecimal: '1.5' }, 1.5],
  ['number', { $numberDouble: 'NaN' }, 'NaN'],
  ['number', { $numberDouble: '-Infinity' }, '-Infinity'],
  ['numeric', { $numberDecimal: '1.500' }, '1.500'],
  ['boolean', true, true],
  ['boolean', 0, false],
  ['boolean', 1, true],
  ['date', { $timestamp: { t: 1582977600, i: 0 } }, '2020-02-29 12:00:00.000+00'],
  ['uuid', binary('04'), UUID],
  ['uuid', UUID, UUID],
  [undefined, { $date: '2020-02-29T12:00:00Z' }, '2020-02-29 12:00:00.000+00'],
  [undefined, { $oid: '5f1d7f3a0b0b0b0b0b0b0b0b' }, '5f1d7f3a0b0b0b0b0b0b0b0b'],
  [undefined, binary('04'), UUID],
  [undefined, { a: [1, { b: null }] }, { a: [1, { b: null }] }],
])('as %s, %j becomes %j', (as, value, expected) => {
  const rule = { from: 'field', to: 'field', ...(as !== undefined && { as }) }
  const mapped = withFields([rule], { field: value })
  expect(mapped.values).toEqual({ field: expected })
  expect(mapped.rest).toBe(EMPTY_DOCUMENT)
})

test.each([
  ['text', 1],
  ['integer', { $numberLong: '2147483648' }],
  ['integer', '7'],
  ['bigint', { $numberDecimal: '9223372036854775808' }],
  ['number', '1'],
  ['numeric', '1'],
  ['boolean', 2],
  ['boolean', 'yes'],
  ['date', '2020-02-29'],
  ['uuid', 'none'],
  ['uuid', binary('03')],
  ['reference', 'a1'],
])('as %s, %j is a problem, and stays where it is', (as, value) => {
  const mapped = withFields([{ from: 'field', as }], { field: value })
  expect(mapped.values).toEqual({})
  expect(mapped.problems.map(({ path }) => path)).toEqual(['$.field'])
  expect(restOf(mapped)).toHaveProperty('field')
})

test.each([
  ['java', '77665544-3322-1100-ffee-ddccbbaa9988'],
  ['csharp', '33221100-5544-7766-8899-aabbccddeeff'],
  ['python', UUID],
])('an old UUID is read as the driver for %s wrote it', (driver, expected) => {
  const rule = { from: 'key', as: 'uuid', driver }
  expect(withFields([rule], { key: binary('03') }).values).toEqual({ key: expected })
})

test.each(CONVERSIONS)('null as %s is null', (as) => {
  const mapped = withFields([{ from: 'a', as, ...(as === 'reference' && { collection: 'b' }) }], {
    a: null,
  })
  expect(mapped).toMatchObject({ values: { a: null }, problems: [], losses: [] })
})

test.each([null, false, 0, '', ['a', { b: 1 }], { c: { d: null } }])(
  'a constant may be %j',
  (value) => {
    expect(withFields([{ to: 'a.b', value }], {}).values).toEqual({ a: { b: value } })
  },
)

test('a path leads through objects, and not into lists', () => {
  const mapped = withFields([{ from: 'rows.name', to: 'name' }], { rows: [{ name: 'a' }] })
  expect(mapped.values).toEqual({})
  expect(restOf(mapped)).toEqual({ rows: [{ name: 'a' }] })
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

test.each([
  [{ hash: 'a', old: 'b' }, 'a', { old: 'b' }],
  [{ hash: null, old: 'b' }, 'b', { hash: null }],
  [{ hash: { $undefined: true }, older: { hash: 'c' } }, 'c', { hash: { $undefined: true } }],
  [{ older: { hash: 'c', salt: 'd' } }, 'c', { older: { salt: 'd' } }],
  [{ hash: '', old: 'b' }, '', { old: 'b' }],
  [{ old: null, older: { hash: null } }, null, { older: { hash: null } }],
  [{}, undefined, {}],
])('of several fields the first that says something wins: %j', (document, value, rest) => {
  const rule = { from: 'hash', or: ['old', 'older.hash'], to: 'kept' }
  const mapped = withFields([rule], document)
  expect(mapped.values.kept).toBe(value)
  expect(restOf(mapped)).toEqual(rest)
  expect(mapped.problems).toEqual([])
})

test('whichever of several fields is read, it comes as the rule says, to where the rule says', () => {
  const rule = { from: 'at', or: [['old.at'], 'older'], as: 'date' }
  const at = { $date: '2020-02-29T12:00:00Z' }
  expect(withFields([rule], { 'old.at': at })).toMatchObject({
    values: { at: '2020-02-29 12:00:00.000+00' },
    rest: EMPTY_DOCUMENT,
  })
  const split = { from: 'name', or: ['full'], to: ['first', 'last'], split: ' ' }
  expect(withFields([split], { full: 'Ada Byron' }).values).toEqual({ first: 'Ada', last: 'Byron' })
  const lookup = { from: 'state', or: ['old'], lookup: { 1: 'new' } }
  expect(withFields([lookup], { old: 1 }).values).toEqual({ state: 'new' })
  // The first that is there counts, also where the rule cannot map it and could map the next one.
  const failed = withFields([rule], { 'old.at': 'once', older: at })
  expect(failed.values).toEqual({})
  expect(failed.problems).toEqual([
    { path: "$['old.at']", reason: 'a value of the type string is no date' },
  ])
  expect(Object.keys(Object(restOf(failed)))).toEqual(['old.at', 'older'])
})

test('of several fields that are secret none is kept, whichever is mapped', () => {
  const rule = { from: 'hash', or: ['password', 'old.hash'], to: 'hash', as: 'text', secret: true }
  const mapped = withFields([rule], { password: 'x', hash: null, old: { hash: 'y', at: 'z' } })
  expect(mapped.values).toEqual({ hash: 'x' })
  expect(restOf(mapped)).toEqual({ old: { at: 'z' } })
  expect(mapped.dropped).toEqual(['$.hash', '$.old.hash'])
  const failed = withFields([rule], { hash: 5, password: 'x' })
  expect(failed).toMatchObject({ values: {}, rest: EMPTY_DOCUMENT })
  expect(failed.dropped).toEqual(['$.hash', '$.password'])
  expect(failed.problems).toHaveLength(1)
})

test.each([
  { lookup: { a: 1 } },
  { lookup: { a: 1 }, else: 2 },
  { as: 'integer' },
  { as: 'numeric' },
])('no reason shows a secret: %j', (how) => {
  const rule = { from: 'pin', to: 'pin', secret: true, ...how }
  for (const pin of ['48151623', { $numberLong: '48151623' }, 48151623.42]) {
    const { losses, problems, rest } = withFields([rule], { pin })
    expect(JSON.stringify([losses, problems])).not.toContain('48151623')
    expect(rest).toBe(EMPTY_DOCUMENT)
  }
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
  expect(keyBy({ slug: 'birch' })).toEqual({ by: 'slug', slug: 'birch' })
  expect(keyBy({ field: 'gone', in: 'tenants' })).toBeNull()
  expect(applied({}, {}).tenantKey, 'that of the file').toEqual({ by: 'slug', slug: 'acme' })
})

test('the tenant may be that of another document, or those of a list', () => {
  const like = { tenant: { like: { field: 'owner.id', of: 'users' } } }
  const owned = applied(like, { owner: { id: 'u1' } })
  const id = { type: 'string', value: 'u1' }
  expect(owned.tenantKey).toEqual({ by: 'like', collection: 'users', id })
  expect(restOf(owned)).toEqual({ owner: { id: 'u1' } })
  expect(applied(like, { owner: { id: null } }).tenantKey).toBeNull()

  const each = { tenant: { field: 'spaces', in: 'tenants', match: 'slug', each: 'tenant' } }
  const inTwo = [{ tenant: 'acme', role: 'x' }, { tenant: 'birch' }, { tenant: 'acme' }, {}, 'odd']
  const key = (value: string) => ({
    by: 'document',
    collection: 'tenants',
    field: 'slug',
    value: { type: 'string', value },
  })
  const mapped = applied(each, { spaces: inTwo })
  expect(mapped.tenantKey).toEqual({ by: 'each', keys: [key('acme'), key('birch')] })
  expect(restOf(mapped)).toEqual({ spaces: inTwo })
  for (const spaces of [[], null, 'acme', [{ role: 'x' }]])
    expect(applied(each, { spaces })).toMatchObject({
      tenantKey: null,
      problems: [{ path: '$.spaces', reason: 'no tenant' }],
    })
})

test('what the rules of a copy do not map is not kept a second time', () => {
  const copied = applied(
    { copyOf: { collection: 'tenants' }, to: 'forms', fields: ['title'] },
    { title: 'A', slug: 'a' },
  )
  expect(copied).toMatchObject({ target: 'forms', values: { title: 'A' }, rest: EMPTY_DOCUMENT })
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
