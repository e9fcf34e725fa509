import { expect, test } from 'vitest'

import { writeExtendedJson } from '@/import/bson/writeExtendedJson'
import { applyMap } from '@/import/map/applyMap'
import { recognise } from '@/import/map/recognise'
import { type Recognised } from '@/import/map/Recognised'
import { type Sample } from '@/import/map/Sample'

import { generatePlatform } from '../../../support/mongo/platform/generatePlatform'
import { documentsOf } from '../../../support/mongo/platform/parts'
import { type Platform, type PlatformShape } from '../../../support/mongo/platform/Platform'

const recognised = async (
  shape: PlatformShape,
  options: { tenantKey?: '_id' | 'slug' } = {},
): Promise<Recognised> => {
  const platform = await generatePlatform({ shape, edges: true, ...options })
  return recognise(samplesOf(platform))
}

const samplesOf = ({ collections }: Platform): Sample[] =>
  collections.map((collection) => ({
    database: collection.database,
    name: collection.name,
    documents: [...documentsOf(collection)].slice(0, 100),
  }))

test.each(['_id', 'slug'] as const)(
  'an application is recognised that names its tenants by %s',
  async (tenantKey) => {
    const { databases, map } = await recognised('tenant-app', { tenantKey })
    expect(databases).toHaveLength(1)
    expect(databases[0]?.shape).toBe('an application with tenants')
    const targets = Object.entries(map.collections).flatMap(([name, { to }]) =>
      to === undefined ? [] : [[name, to]],
    )
    expect(Object.fromEntries(targets)).toEqual({
      forms: 'forms',
      leads: 'form-submissions',
      media: 'media',
      pages: 'pages',
      tenants: 'tenants',
      user_passwords: 'users',
      users: 'users',
    })
    const tenant = { field: 'tenant_id', in: 'tenants', match: tenantKey }
    for (const name of ['pages', 'leads', 'bookings', 'rooms', 'edge_numbers', 'edge_ids'])
      expect([name, map.collections[name]?.tenant]).toEqual([name, tenant])
    expect(map.collections.user_passwords).toMatchObject({
      tenant: { like: { field: 'user_id', of: 'users' } },
      id: { field: 'user_id', of: 'users' },
    })
    expect(map.collections.users?.drop).toEqual(['reset_token', 'api_key'])
    expect(map.collections.audit_log).toEqual({})
  },
)

test.each([
  ['payload', { field: 'tenant', in: 'tenants', match: '_id' }],
  ['payload-single', { database: true, slugs: { old_site: 'old-site' } }],
] as const)('a Payload CMS is recognised: %s', async (shape, tenant) => {
  const { databases, map } = await recognised(shape)
  expect(databases).toMatchObject([{ shape: 'a Payload CMS on MongoDB' }])
  expect(databases[0]?.evidence).toHaveLength(3)
  const targets = Object.entries(map.collections).flatMap(([name, { to }]) =>
    to === undefined ? [] : [[name, to]],
  )
  expect(Object.fromEntries(targets)).toMatchObject({
    forms: 'forms',
    'form-submissions': 'form-submissions',
    media: 'media',
    pages: 'pages',
    redirects: 'redirects',
    users: 'users',
  })
  for (const name of ['pages', 'media', 'forms', 'form-submissions', 'recipes', 'redirects'])
    expect([name, map.collections[name]?.tenant]).toEqual([name, tenant])
  if (shape === 'payload') {
    expect(map.languages).toEqual(['en', 'de'])
    const ofVersion = { ...tenant, field: 'version.tenant' }
    expect(map.collections._pages_versions?.tenant).toEqual(ofVersion)
    const inEach = { ...tenant, field: 'tenants', each: 'tenant' }
    expect(map.collections.users?.tenant).toEqual(inEach)
  }
  expect(map.collections['payload-migrations']?.leave).toBeDefined()
  expect(map.collections['payload-locked-documents']?.leave).toBeDefined()
  expect(map.collections.users?.drop).toEqual(
    expect.arrayContaining(['resetPasswordToken', 'sessions', 'apiKey', 'apiKeyIndex']),
  )
})

test.each<PlatformShape>(['payload', 'payload-single', 'tenant-app'])(
  'the recognised map takes all of a %s that is in order',
  async (shape) => {
    const platform = await generatePlatform({ shape, faults: false })
    const { map } = recognise(samplesOf(platform))
    const reports = platform.collections.flatMap((collection) =>
      map.collections[collection.name]?.to === undefined
        ? []
        : [...documentsOf(collection)].map((document) => applyMap(map, collection, document)),
    )
    expect(reports.length).toBeGreaterThan(40)
    const told = reports.flatMap(({ losses, problems }) => [...losses, ...problems])
    // The staff of the whole platform is in no space.
    const ofNobody = shape === 'payload' ? [{ path: '$.tenants', reason: 'no tenant' }] : []
    expect(told).toEqual(ofNobody)
    const { secrets } = platform.facts
    const kept = reports.map(({ rest }) => writeExtendedJson(rest).json).join('\n')
    expect(secrets.filter((secret) => kept.includes(secret))).toEqual([])
    // A page has its title, blocks and status, and is found again by its own id.
    const pages = reports.filter(({ target }) => target === 'pages')
    for (const { id, values } of pages) {
      expect(id?.collection).toBe('pages')
      expect(Object.keys(values)).toEqual(
        expect.arrayContaining(['title', 'slug', 'layout', '_status']),
      )
    }
  },
)
