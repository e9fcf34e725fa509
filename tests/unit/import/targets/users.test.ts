import { expect, test } from 'vitest'

import { importContext, ROW, TENANT } from '../../../support/importContext'
import { setEnvironment } from '../../setEnvironment'

setEnvironment()
const { users } = await import('@/import/targets/users')

type Values = Parameters<typeof users.prepare>[0]

const prepare = (values: Values, options = {}) => users.prepare(values, importContext(options))

const BCRYPT = '$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy'
const SALT = 'ab'.repeat(32)
const OLD_HASH = 'cd'.repeat(512)
const NEW_HASH = `pbkdf2-sha256-v1:${'ef'.repeat(32)}`

test('a person is at home in the space, with one role', async () => {
  const prepared = await prepare({
    email: 'Ada@Example.com',
    firstName: 'Ada',
    lastName: 'Byron',
    profile: { job_title: 'Analyst', phone: '+44 1', shoeSize: 38 },
    isActive: true,
    lastLogin: '2024-05-01 08:00:00.000+00',
    role: 'admin',
  })
  expect(prepared.languages[0].data).toEqual({
    email: 'ada@example.com',
    firstName: 'Ada',
    lastName: 'Byron',
    profile: { jobTitle: 'Analyst', phone: '+44 1' },
    isActive: true,
    lastLogin: '2024-05-01T08:00:00.000Z',
    tenant: TENANT,
    tenants: [{ id: expect.stringMatching(/^[\da-f-]{36}$/), tenant: TENANT, role: 'owner' }],
    _verified: true,
  })
  expect(prepared.unmapped).toEqual({ 'profile.shoeSize': 38 })
})

test.each([
  ['owner', 'owner'],
  ['Administrator', 'owner'],
  ['manager', 'editor'],
  ['writer', 'author'],
  ['reader', 'viewer'],
  ['customer', 'member'],
  ['platform-admin', 'viewer'],
  ['wizard', 'viewer'],
  [['user', 'editor'], 'editor'],
  [[], 'viewer'],
])('the role %j becomes %s', async (role, expected) => {
  const { languages, notes } = await prepare({ email: 'a@example.com', role })
  expect(languages[0].data.tenants).toMatchObject([{ role: expected }])
  expect(languages[0].data).not.toHaveProperty('platformRole')
  expect(notes.some(({ path }) => path === 'role')).toBe(role !== expected)
})

test('the roles of Payload’s multi-tenant plugin count', async () => {
  const tenants = [{ id: '1', tenant: '64b000000000000000000001', roles: ['tenant-admin'] }]
  const prepared = await prepare({ email: 'a@example.com', tenants })
  expect(prepared.languages[0].data.tenants).toMatchObject([{ tenant: TENANT, role: 'owner' }])
})

test('a name in one piece is split', async () => {
  const { languages } = await prepare({ email: 'a@example.com', name: 'Ada King Byron' })
  expect(languages[0].data).toMatchObject({ firstName: 'Ada', lastName: 'King Byron' })
})

test.each([
  [{ profile: { firstName: 'Ada', lastName: 'Byron', phone: '1' } }, { phone: '1' }],
  [{ profile: { first_name: 'Ada', last_name: 'Byron' } }, {}],
  [{ profile: { given_name: 'Ada', surname: 'Byron' } }, {}],
  [{ firstName: 'Ada', profile: { family_name: 'Byron' } }, {}],
  [{ profile: { name: 'Ada Byron', bio: 'Counts' } }, { bio: 'Counts' }],
  [{ name: 'Ada Byron', profile: { about: 'Counts' } }, { bio: 'Counts' }],
  [{ name: 'Ada Byron', profile: { firstName: 'Ada', lastName: 'Byron' } }, {}],
])('a name is found in the profile too: %j', async (values, profile) => {
  const { languages, unmapped } = await prepare({ email: 'a@example.com', ...values })
  expect(languages[0].data).toMatchObject({ firstName: 'Ada', lastName: 'Byron', profile })
  expect(Object.keys(Object(languages[0].data.profile))).toEqual(Object.keys(profile))
  expect(unmapped).toEqual({})
})

test('of two names the one beside the profile counts, and the other is kept', async () => {
  const { languages, unmapped } = await prepare({
    email: 'a@example.com',
    firstName: 'Ada',
    lastName: 'Byron',
    profile: { first_name: 'Augusta', last_name: 'Byron', surname: 'King', name: 'A. King' },
  })
  expect(languages[0].data).toMatchObject({ firstName: 'Ada', lastName: 'Byron', profile: {} })
  expect(unmapped).toEqual({
    'profile.first_name': 'Augusta',
    'profile.surname': 'King',
    'profile.name': 'A. King',
  })
})

test('a name of the profile that is no text is kept where it was', async () => {
  const { languages, unmapped } = await prepare({
    email: 'a@example.com',
    profile: { firstName: { en: 'Ada' }, name: ['Ada'], phone: '1' },
  })
  expect(languages[0].data).not.toHaveProperty('firstName')
  expect(languages[0].data.profile).toEqual({ phone: '1' })
  expect(unmapped).toEqual({ 'profile.firstName': { en: 'Ada' }, 'profile.name': ['Ada'] })
})

test.each([
  [
    { salt: SALT, hash: OLD_HASH },
    { salt: SALT, hash: OLD_HASH },
  ],
  [
    { salt: SALT, hash: NEW_HASH },
    { salt: SALT, hash: NEW_HASH },
  ],
  [{ importedHash: BCRYPT }, { importedHash: BCRYPT }],
  [{ hash: BCRYPT }, { importedHash: BCRYPT }],
])('hashes go to their columns, and nowhere else', async (secrets, columns) => {
  const prepared = await prepare({ email: 'a@example.com', role: 'viewer', ...secrets })
  expect(prepared.columns).toEqual(columns)
  expect(prepared.notes).toEqual([])
  expect(JSON.stringify([prepared.languages, prepared.unmapped])).not.toContain(
    Object.values(secrets)[0],
  )
})

test.each([
  { salt: SALT, hash: 'secret-of-ada' },
  { hash: OLD_HASH },
  { salt: 'secret-of-ada' },
  { importedHash: 'secret-of-ada' },
  { importedHash: { hash: 'secret-of-ada' } },
])('what is no hash is dropped, and never shown: %j', async (secrets) => {
  const prepared = await prepare({ email: 'a@example.com', ...secrets })
  expect(prepared.columns).toBeUndefined()
  expect(prepared.notes.some(({ reason }) => reason.startsWith('is dropped'))).toBe(true)
  const text = JSON.stringify(prepared)
  expect(text).not.toContain('secret-of-ada')
  expect(text).not.toContain(OLD_HASH)
})

test('a password in a document of its own comes to the person who is there', async () => {
  const prepared = await prepare({ importedHash: BCRYPT }, { existing: { id: ROW } })
  expect(prepared).toEqual({
    languages: [{ locale: 'en', data: {} }],
    columns: { importedHash: BCRYPT },
    unmapped: {},
    notes: [],
  })
  await expect(prepare({ importedHash: BCRYPT })).rejects.toThrow('who is not here')
})

test.each([[{}], [{ email: 'ada' }], [{ email: 'a@b' }], [{ email: ['a@example.com'] }]])(
  'without an address, nobody comes in: %j',
  async (values) => {
    await expect(prepare(values)).rejects.toThrow(/e-mail address/)
  },
)

test('who is not said to be active cannot sign in', async () => {
  const active = async (isActive: boolean | string | number) =>
    (await prepare({ email: 'a@example.com', isActive })).languages[0].data.isActive
  expect(await Promise.all([true, 'active', 1, false, 'suspended', 'maybe'].map(active))).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})
