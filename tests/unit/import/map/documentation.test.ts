import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'
import { z } from 'zod'

import { readExtendedJson } from '@/import/bson/readExtendedJson'
import { writeExtendedJson } from '@/import/bson/writeExtendedJson'
import { applyMap } from '@/import/map/applyMap'
import { MappedReference } from '@/import/map/MappedValue'
import { CONVERSIONS, importMapSchema } from '@/import/map/ImportMap'
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

/** Those that show a part of a file are in its place. */
const asFile = (example: string): string =>
  example.startsWith('version:')
    ? example
    : `version: 1\ncollections:\n${example.replace(/^(?=.)/gm, '  ')}`

const EXAMPLES = [...TEXT.matchAll(/```yaml\n(.*?)```/gs)].map(([, example = '']) => example)

test.each([...EXAMPLES.entries()])('example %i of the documentation is a map', (_, example) => {
  expect(parseMap(asFile(example)).collections).not.toEqual({})
})

/** Every key that a map may have, at each of its levels. */
function keysOf(schema: object): string[] {
  const { properties = {}, ...others }: { properties?: object } = schema
  const inner = [...Object.values(properties), ...Object.values(others)]
  return [
    ...Object.keys(properties),
    ...inner.flatMap((one: unknown) => (typeof one === 'object' && one ? keysOf(one) : [])),
  ]
}

/** What is code in the running text and the tables. */
const CODE = [...TEXT.replace(/```.*?```/gs, '').matchAll(/`([^`]+)`/g)].map(
  ([, code = '']) => code,
)

const KEYS = keysOf(z.toJSONSchema(importMapSchema, { unrepresentable: 'any' }))

test.each([...new Set(KEYS)])('the documentation names the key %s', (key) => {
  expect(CODE.filter((code) => new RegExp(`\\b${key}\\b`).test(code))).not.toEqual([])
})

test.each(CONVERSIONS)('the documentation names the type %s', (conversion) => {
  expect(TEXT).toContain(`| \`${conversion}\``)
})
