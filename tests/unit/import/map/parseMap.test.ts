import { expect, test } from 'vitest'

import { MapError } from '@/import/map/MapError'
import { parseMap } from '@/import/map/parseMap'

const problemsOf = (yaml: string): string[] => {
  try {
    parseMap(yaml)
  } catch (error) {
    if (error instanceof MapError) return error.message.split('\n')
    throw error
  }
  return []
}

const withRules = (...rules: string[]): string =>
  ['version: 1', 'collections:', '  leads:', '    to: form-submissions', '    fields:']
    .concat(rules.map((rule) => `      - ${rule}`))
    .join('\n')

test('every kind of rule is read', () => {
  const rules = [
    'email',
    '{ from: profile.name, to: name, as: text }',
    '{ from: [a.b], to: dotted }',
    '{ to: locale, value: en }',
    '{ from: state, to: status, lookup: { 1: new, true: won }, else: lost }',
    "{ from: full, to: [firstName, lastName], split: ' ' }",
    "{ to: summary, template: '{full} {{x}}' }",
    '{ from: owner, to: assignee, as: reference, collection: users }',
    '{ from: key, to: key, as: uuid, driver: java }',
    '{ from: content, or: [blocks, [old.blocks]], to: layout }',
    '{ from: title, as: text, localized: true }',
    '{ from: hash, or: [password], as: text, secret: true }',
  ]
  expect(parseMap(withRules(...rules)).collections.leads?.fields).toHaveLength(rules.length)
})

test.each([
  ['a: [', 'line 1: '],
  ['version: 2\ncollections: {}', 'line 1, version: is 1'],
  ['version: 1', 'line 1, collections: is a table'],
  ['version: 1\ncollections: []', 'line 2, collections: is a table: collection: rules'],
  ['version: 1\nextra: 1\ncollections: {}', 'line 2, extra: is not known here'],
  ['version: 1\ncollections:\n  __proto__: {}', 'line 3: __proto__ cannot be a name'],
  ['version: 1\ncollections:\n  a: {}\n  a: {}', 'line 4: Map keys must be unique'],
  [
    'version: 1\ncollections:\n  a:\n    copyOf: { collection: b }',
    'line 4, collections.a.copyOf: a copy needs a `to`',
  ],
  [
    'version: 1\ncollections:\n  a:\n    leave: old\n    to: pages',
    'line 4, collections.a.leave: leave says why',
  ],
  [
    'version: 1\ncollections:\n  a:\n    to: Pages!',
    'line 4, collections.a.to: is the slug of a collection',
  ],
  [
    'version: 1\ntenant: { slug: a, database: true }\ncollections: {}',
    'line 2, tenant: needs exactly one of field, slug, database, like and self',
  ],
  [
    'version: 1\ncollections:\n  a:\n    to: pages\n    fields: [title]\n    drop:\n      - old\n      - title',
    'line 8, collections.a.drop[1]: is dropped, and a rule maps $.title',
  ],
  [
    'version: 1\ncollections:\n  a:\n    to: pages\n    fields: [title]\n    drop: [title.en]',
    'line 6, collections.a.drop[0]: is dropped, and a rule maps $.title',
  ],
  ['version: !!js/function x\ncollections: {}', 'line 1: '],
])('a mistake is told with its line: %j', (yaml, expected) => {
  expect(problemsOf(yaml).some((problem) => problem.startsWith(expected))).toBe(true)
})

test.each([
  ['{ from: a, value: 1, to: b }', 'needs exactly one of from, value and template'],
  ['{ to: b }', 'needs exactly one of from, value and template'],
  ['{ value: 1 }', 'needs `to`'],
  ['{ from: a, as: text, split: x, to: [b, c] }', 'has more than one of as, lookup and split'],
  ['{ value: a, to: b, as: text }', 'as belongs to from'],
  ['{ value: a, to: b, or: [c] }', 'or belongs to from'],
  ["{ template: '{a}', to: b, or: [c] }", 'or belongs to from'],
  ['{ value: a, to: b, secret: true }', 'secret belongs to from'],
  ['{ value: a, to: b, localized: true }', 'localized belongs to from'],
  ['{ from: a, localized: true, lookup: { b: c } }', 'localized goes with as, or alone'],
  ['{ from: a, collection: users }', 'collection belongs to as: reference'],
  ['{ from: a, as: text, driver: java }', 'driver belongs to as: uuid'],
  ['{ from: [a.b], as: text }', 'needs `to`'],
  ['{ from: [a.b], or: [c], as: text }', 'needs `to`'],
  ['{ from: __proto__, as: text }', 'needs `to`'],
  ['{ from: two words, as: text }', 'needs `to`'],
  ['{ from: a, else: 1 }', 'else belongs to lookup'],
  ['{ from: a, split: x }', 'split and a list of fields in `to` belong together'],
  ["{ to: b, template: '{a' }", 'the template has a { or } that belongs to no field'],
])('a rule that contradicts itself is refused: %s', (rule, reason) => {
  expect(problemsOf(withRules('email', rule))).toEqual([
    expect.stringContaining(`line 7, collections.leads.fields[1]: ${reason}`),
  ])
})

test('other fields belong to a first one', () => {
  expect(problemsOf(withRules('email', '{ or: [a, b], to: c }'))).toEqual([
    'line 7, collections.leads.fields[1]: needs exactly one of from, value and template',
    'line 7, collections.leads.fields[1]: or belongs to from',
  ])
  expect(problemsOf(withRules('{ from: a, or: b }', '{ from: c, or: [] }'))).toEqual([
    'line 6, collections.leads.fields[0].or: has to be a list',
    'line 7, collections.leads.fields[1].or: is empty',
  ])
})

test('a field that a rule reads in the second place is not dropped either', () => {
  expect(problemsOf(`${withRules('{ from: a, or: [b.c], to: d }')}\n    drop: [b]`)).toEqual([
    'line 7, collections.leads.drop[0]: is dropped, and a rule maps $.b.c',
  ])
})

test.each([
  ['{ field: a }', 'field and in belong together'],
  ['{ slug: a, match: b }', 'match belongs to field'],
  ['{ slug: a, each: b }', 'each belongs to field'],
  ['{ slug: a, slugs: { b: c } }', 'slugs belongs to database'],
])('a tenant rule that contradicts itself is refused: %s', (rule, reason) => {
  expect(problemsOf(`version: 1\ntenant: ${rule}\ncollections: {}`)).toContainEqual(
    expect.stringContaining(`line 2, tenant: ${reason}`),
  )
})

test('the languages of a map are those that there are here', () => {
  const withLanguages = (list: string) => `version: 1\nlanguages: ${list}\ncollections: {}`
  expect(parseMap(withLanguages('[de, en]')).languages).toEqual(['de', 'en'])
  expect(problemsOf(withLanguages('[de, tlh]'))).toEqual([
    'line 2, languages[1]: is no language of Atrium',
  ])
  expect(problemsOf(withLanguages('[]'))).toEqual(['line 2, languages: is empty'])
})

test('a mistake inside of a rule is told where it is', () => {
  expect(problemsOf(withRules('{ from: a, as: txt }', '{ from: b, form: c }'))).toEqual([
    expect.stringContaining('line 6, collections.leads.fields[0].as: is one of text, integer'),
    'line 7, collections.leads.fields[1].form: is not known here',
  ])
})

test('two rules do not write one field, nor one inside of another', () => {
  expect(problemsOf(withRules('a', '{ from: b, to: a }', '{ from: c, to: a.d }'))).toEqual([
    'line 7, collections.leads.fields[1]: writes a, and a rule before it writes a',
    'line 8, collections.leads.fields[2]: writes a.d, and a rule before it writes a',
  ])
})

test('a file that grows by its aliases is refused', () => {
  const bomb = ['version: 1', 'collections: {}', 'a: &a [x, x, x, x, x, x, x, x, x]']
  for (const [from, to] of ['ab', 'bc', 'cd', 'de'])
    bomb.push(`${to}: &${to} [${Array(9).fill(`*${from}`).join()}]`)
  expect(problemsOf(bomb.join('\n'))).toEqual([
    'line 1: Excessive alias count indicates a resource exhaustion attack',
  ])
})
