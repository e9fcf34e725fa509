import { Kind, parse, type FragmentDefinitionNode } from 'graphql'
import { expect, test } from 'vitest'

import { measure } from '@/api/graphQLLimits'

const size = (depth: number, aliases: number, parts: number) => ({
  depth,
  aliases,
  parts,
  circular: false,
})

function measured(query: string) {
  const fragments = new Map<string, FragmentDefinitionNode>()
  const { definitions } = parse(query)
  for (const node of definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node)
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)
  return operation && measure(operation.selectionSet, fragments)
}

test('depth counts fields, the deepest way down', () => {
  expect(measured('{ a { b { c } } d }')).toEqual(size(3, 0, 4))
})

test('aliases count each, however deep', () => {
  expect(measured('{ x: a { y: b } z: a { b } }')).toEqual(size(2, 3, 4))
})

test('fragments count where they are used, each time', () => {
  expect(measured('{ a { ...F } b { ...F } } fragment F on T { x: c { d } }')).toEqual(
    size(3, 2, 8),
  )
})

test('a fragment that contains itself ends', () => {
  expect(measured('{ a { ...F } } fragment F on T { b { ...F } }')).toMatchObject({
    depth: 2,
    circular: true,
  })
})

test('what GraphQL adds by itself does not count', () => {
  expect(measured('{ __typename a { __typename } }')).toEqual(size(1, 0, 3))
})

test('fragments that multiply are counted without being walked', () => {
  const twice = Array.from(
    { length: 200 },
    (_none, index) => `fragment F${index} on T { ...F${index + 1} ...F${index + 1} }`,
  )
  const measuredParts = measured(`{ ...F0 } ${twice.join(' ')} fragment F200 on T { __typename }`)
  expect(measuredParts?.parts).toBeGreaterThan(2 ** 200)
})
