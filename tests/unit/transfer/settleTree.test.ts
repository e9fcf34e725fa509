import { expect, test } from 'vitest'

import type { TreePage } from '@/transfer/pages/loadTree'
import type { PageStep } from '@/transfer/pages/PageStep'
import { settleTree } from '@/transfer/pages/settleTree'

const LANGUAGES = { main: 'en', offered: ['en', 'de'] } as const

const page = (id: string, more: Partial<TreePage> = {}): TreePage => ({
  id,
  parent: null,
  path: `/${id}`,
  slugs: { en: id },
  published: true,
  trashed: false,
  changing: false,
  ...more,
})

const step = (id: string, more: Partial<PageStep> = {}): PageStep => ({
  entry: {
    place: { index: 0 },
    id,
    path: undefined,
    facts: {},
    texts: new Map(),
    references: [],
  },
  id,
  isNew: true,
  parent: null,
  slugs: { en: id },
  saves: [],
  needs: [],
  incomplete: false,
  ...more,
})

function settle(steps: PageStep[], pages: TreePage[] = []) {
  const rejected: Record<string, string> = {}
  const tree = new Map(pages.map((one) => [one.id, one]))
  const kept = settleTree(steps, tree, LANGUAGES, ({ id }, reason) => {
    rejected[id] = reason
  })
  return { kept: kept.map(({ id }) => id), rejected }
}

test('two pages swap their addresses on paper; a third one that wants one of them does not', () => {
  const steps = [
    step('a', { slugs: { en: 'b' } }),
    step('b', { slugs: { en: 'a' } }),
    step('c', { slugs: { en: 'a' } }),
  ]
  expect(settle(steps, [page('a'), page('b'), page('c')])).toEqual({
    kept: ['a', 'b'],
    rejected: { c: expect.stringContaining('“/a”') },
  })
})

test('what is rejected takes back what it gave free', () => {
  const steps = [step('a', { slugs: { en: 'x' } }), step('b', { slugs: { en: 'a' } })]
  const { kept, rejected } = settle(steps, [page('a'), page('b'), page('x')])
  expect([kept, Object.keys(rejected)]).toEqual([[], ['a', 'b']])
})

test('an address is one of its language; below the start page nothing of it is left', () => {
  const pages = [page('home', { path: '/' }), page('a', { slugs: { en: 'a', de: 'x' } })]
  const steps = [step('x'), step('y', { parent: 'home', slugs: { en: 'a' } })]
  expect(settle(steps, pages)).toEqual({
    kept: ['x'],
    rejected: { y: expect.stringContaining('“/a”') },
  })
  const german = step('z', { slugs: { en: 'z', de: 'x' } })
  expect(settle([german], pages).rejected).toEqual({ z: expect.stringContaining('“/x”') })
})

test('addresses that hang on each other, thousands of them, are given up', () => {
  const ids = Array.from({ length: 2_000 }, (_, index) => `p${index}`)
  const steps = ids.map((id, index) => step(id, { slugs: { en: `p${index - 1}` } }))
  const pages = [page('p-1'), ...ids.map((id) => page(id))]
  const { kept, rejected } = settle(steps, pages)
  expect(kept).toEqual([])
  expect(rejected.p0).toContain('“/p-1”')
  expect(rejected.p1999).toContain('Split it')
})
