import { describe, expect, it } from 'vitest'

import { parentsFirst } from '@/copying/parentsFirst'

const order = (pages: readonly [id: string, parent?: string][]) =>
  parentsFirst(pages.map(([id, parent]) => ({ id, parent }))).map(({ page, parent }) => [
    page.id,
    parent,
  ])

describe('parentsFirst', () => {
  it('puts a page after the one above it', () => {
    expect(order([['leaf', 'branch'], ['branch', 'root'], ['root']])).toEqual([
      ['root', undefined],
      ['branch', 'root'],
      ['leaf', 'branch'],
    ])
  })

  it('puts a page at the top whose parent is not among them', () => {
    expect(order([['page', 'elsewhere']])).toEqual([['page', undefined]])
  })

  it('opens a circle, and loses no page', () => {
    expect(
      order([
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
      ]),
    ).toEqual([
      ['c', undefined],
      ['b', 'c'],
      ['a', 'b'],
    ])
    expect(order([['self', 'self']])).toEqual([['self', undefined]])
  })
})
