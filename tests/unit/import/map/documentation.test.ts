import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { readExtendedJson } from '@/import/bson/readExtendedJson'
import { writeExtendedJson } from '@/import/bson/writeExtendedJson'
import { applyMap } from '@/import/map/applyMap'
import { MappedReference } from '@/import/map/MappedValue'
import { CONVERSIONS } from '@/import/map/ImportMap'
import { parseMap } from '@/import/map/parseMap'

const TEXT = readFileSync('docs/importing-map.md', 'utf8')
const [, EXAMPLE = ''] = /```yaml\n(.*?)```/s.exec(TEXT) ?? []

test('the example of the documentation does what it says', () => {
  const document = readExtendedJson(
    JSON.stringify({
      _id: 1,
      tenant_id: 't1',
      email: 'ada@example.com',
      profile: { language: 'en', born: '1815' },
      full_name: 'Ada King Byron',
      state: 2,
      owner_id: 'u1',
      cache: { score: 9 },
    }),
  )
  const mapped = applyMap(parseMap(EXAMPLE), { database: 'crm', name: 'contacts' }, document)
  expect(mapped.values).toEqual({
    email: 'ada@example.com',
    locale: 'en',
    firstName: 'Ada',
    lastName: 'King Byron',
    status: 'in-progress',
    assignee: new MappedReference('users', { type: 'string', value: 'u1' }),
    summary: 'Ada King Byron <ada@example.com>',
    consent: { given: true },
  })
  expect(mapped.tenantKey).toMatchObject({ by: 'document', collection: 'tenants', field: '_id' })
  expect(JSON.parse(writeExtendedJson(mapped.rest).json)).toEqual({ profile: { born: '1815' } })
  expect(mapped.dropped).toEqual(['$.cache.score'])
  expect(mapped.problems).toEqual([])
})

test.each(CONVERSIONS)('the documentation names the type %s', (conversion) => {
  expect(TEXT).toContain(`| \`${conversion}\``)
})
