import type { FlattenedField } from 'payload'
import { validOperators } from 'payload/shared'
import { describe, expect, test } from 'vitest'

import { as, asVisitor, http, type HttpActor } from '../support/httpActors'
import { serverConfig } from '../support/httpPayload'
import { read } from '../support/httpRequest'

const { collections } = await serverConfig()

/** What stands after `where[field][operator]`: text, a list, an object, and nothing. */
const VALUES = ['=x', '[]=x&', '[a]=x', '=null']

/** The paths of fields, with their type: through groups, lists and blocks, into JSON, and one step into what they refer to. */
function pathsOf(fields: readonly FlattenedField[], prefix = ''): [type: string, path: string][] {
  return fields.flatMap((field): [string, string][] => {
    const path = `${prefix}${field.name}`
    const own: [string, string] = [
      [prefix === '' ? '' : 'nested', field.type, 'hasMany' in field && field.hasMany].join(' '),
      path,
    ]
    if (field.type === 'blocks')
      return [own, ...['heading', 'blockType'].map(under), ['blocks', `${path}.hero.heading`]]
    if ('flattenedFields' in field) return [own, ...pathsOf(field.flattenedFields, `${path}.`)]
    if (field.type === 'json' || field.type === 'richText') return [own, under('key')]
    if (field.type === 'relationship' || field.type === 'upload') return [own, under('id')]
    return [own]

    function under(key: string): [string, string] {
      return [`${field.type} ${key}`, `${path}.${key}`]
    }
  })
}

/** One field of each type. */
const differing = (fields: readonly FlattenedField[]): string[] => [
  'id',
  ...new Map(pathsOf(fields)).values(),
]

const fuzzed = collections.filter(({ slug }) => ['pages', 'media', 'forms', 'users'].includes(slug))

const ACTORS: [string, () => HttpActor][] = [
  ['a visitor', () => asVisitor(http().a)],
  ['an editor', () => as('editor', http().a)],
]

/** Eight at a time: more would only wait for one another. */
async function faultsOf(actor: HttpActor, paths: readonly string[]): Promise<string[]> {
  const waiting = [...paths]
  const faults: string[] = []
  const worker = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const { status, body } = await actor(path)
      if (status >= 500) faults.push(`${status} ${path}`)
      else if (/select "|Failed query|is not a function|undefined/.test(body))
        faults.push(`${path} says ${body.slice(0, 200)}`)
    }
  }
  await Promise.all(Array.from({ length: 8 }, worker))
  return faults
}

describe.each(ACTORS)('whatever %s asks of a field', (_who, actor) => {
  const cases = fuzzed.flatMap(({ slug, flattenedFields }) =>
    validOperators.map((operator) => [slug, operator, flattenedFields] as const),
  )

  test.each(cases)(
    'of %s with “%s” is no failure of the server',
    async (slug, operator, fields) => {
      const paths = differing(fields).flatMap((field) =>
        VALUES.map((value) => `/api/${slug}?limit=1&depth=0&where[${field}][${operator}]${value}`),
      )
      expect(await faultsOf(actor(), paths)).toEqual([])
    },
  )
})

describe('what has no place in a query is refused as such', () => {
  test.each(['near', 'within', 'intersects', 'all'])('“%s” of text', async (operator) => {
    const answer = await as('editor', http().a)(`/api/pages?where[title][${operator}]=1,2,3`)
    expect([answer.status, read(answer, 'errors', 0, 'code')]).toEqual([400, 'QUERY_REJECTED'])
  })

  test('over GraphQL, where fields of JSON have such operators', async () => {
    const query = '{ Users(where: { profile: { within: { a: 1 } } }) { docs { id } } }'
    const answer = await as('editor', http().a)({ path: '/api/graphql', json: { query } })
    expect(read(answer, 'errors', 0, 'extensions', 'code')).toBe('QUERY_REJECTED')
  })
})
