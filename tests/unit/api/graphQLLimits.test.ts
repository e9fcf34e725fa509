import { Kind, parse, type FragmentDefinitionNode } from 'graphql'
import { expect, test } from 'vitest'

import { measure } from '@/api/graphQLLimits'

function measured(query: string) {
  const fragments = new Map<string, FragmentDefinitionNode>()
  const { definitions } = parse(query)
  for (const node of definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node)
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)
  return operation && measure(operation.selectionSet, fragments)
}

test('depth counts fields, the deepest way down', () => {
  expect(measured('{ a { b { c } } d }')).toEqual({ depth: 3, aliases: 0 })
})

test('aliases count each, however deep', () => {
  expect(measured('{ x: a { y: b } z: a { b } }')).toEqual({ depth: 2, aliases: 3 })
})

test('fragments count where they are used, each time', () => {
  expect(measured('{ a { ...F } b { ...F } } fragment F on T { x: c { d } }')).toEqual({
    depth: 3,
    aliases: 2,
  })
})

test('a fragment that contains itself ends', () => {
  expect(measured('{ a { ...F } } fragment F on T { b { ...F } }')?.depth).toBe(2)
})

test('what GraphQL adds by itself does not count', () => {
  expect(measured('{ __typename a { __typename } }')).toEqual({ depth: 1, aliases: 0 })
})
