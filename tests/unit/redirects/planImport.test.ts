import { describe, expect, test } from 'vitest'

import { planImport, type PlannedRedirect, type SpaceState } from '@/redirects/planImport'

const rows = (...lines: string[]) =>
  lines.map((line, index) => {
    const [from, to, type] = line.split(',')
    return { line: index + 2, values: { from, to, type } }
  })

const known = (from: string, url: string): [string, PlannedRedirect] => [
  from,
  { from, url, reference: null, type: '301' },
]

const state = (overrides: Partial<SpaceState> = {}): SpaceState => ({
  hosts: ['harbor.example'],
  redirects: new Map(),
  pages: new Map([
    ['/about', { id: 'about', published: true }],
    ['/draft', { id: 'draft', published: false }],
  ]),
  ...overrides,
})

const reasons = (lines: string[], overrides?: Partial<SpaceState>) =>
  planImport(rows(...lines), state(overrides)).rejected.map(({ line, reason }) => [line, reason])

describe('an import', () => {
  test('makes what is new, changes what differs, and leaves the rest', () => {
    const redirects = new Map([known('/same', '/x'), known('/other', '/x')])
    const plan = planImport(rows('/new,/y,302', '/same,/x', '/other,/y'), state({ redirects }))
    expect(plan).toEqual({
      created: [{ from: '/new', reference: null, url: '/y', type: '302' }],
      changed: [{ from: '/other', reference: null, url: '/y', type: '301' }],
      unchanged: 1,
      rejected: [],
    })
  })

  test('takes the address of a page for the page', () => {
    const { created } = planImport(
      rows('/a,/About/', '/b,https://harbor.example/about', '/c,/about#team', '/d,/draft'),
      state(),
    )
    expect(created.map(({ reference, url }) => reference ?? url)).toEqual([
      'about',
      'about',
      '/about#team',
      'draft',
    ])
  })

  test('takes an old address whose page is not published', () => {
    expect(reasons(['/draft,/x'])).toEqual([])
  })
})

describe('a row is rejected, with its line', () => {
  test.each([
    ['without an old address', ',/x', /old address/],
    ['without a new one', '/x,', /new address/],
    ['with a kind that is none', '/x,/y,303', /301, 302, 307 or 308/],
    ['that leads to a script', '/x,javascript:alert(1)', /starts with/],
    ['that leads to itself', '/x,/X/', /itself/],
    ['that leads to itself by the space’s own host', '/x,https://harbor.example/x', /itself/],
    ['whose old address is a page’s', '/about,/x', /published page/],
    ['whose old address is the system’s', '/admin,/x', /system/],
  ])('%s', (_name, line, reason) => {
    expect(reasons(['/fine,/y', line])).toEqual([[3, expect.stringMatching(reason)]])
  })

  test('when an earlier one has the same old address', () => {
    expect(reasons(['/a,/x', '/A/,/y'])).toEqual([[3, 'Line 2 has the same old address.']])
  })

  test('when it closes a circle in the file, and only as many as it takes', () => {
    expect(reasons(['/a,/b', '/b,/c', '/c,/a'])).toHaveLength(1)
  })

  test('when it closes a circle with what is there', () => {
    const redirects = new Map([known('/a', '/b')])
    expect(reasons(['/b,/a'], { redirects })).toEqual([[2, expect.stringMatching(/circle/)]])
  })

  test('but not when another row of the file opens that circle', () => {
    const redirects = new Map([known('/a', '/b')])
    expect(reasons(['/b,/a', '/a,/c'], { redirects })).toEqual([])
    expect(reasons(['/a,/c', '/b,/a'], { redirects })).toEqual([])
  })

  test('when it is the twenty-first in a row', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `/${index},/${index + 1}`)
    const { rejected } = planImport(rows(...lines), state())
    expect(rejected.length).toBeGreaterThan(0)
    expect(rejected.length).toBeLessThan(30)
  })
})

test('ten thousand rows are planned at once', () => {
  const lines = Array.from({ length: 10_000 }, (_, index) => `/old-${index},/new-${index}`)
  expect(planImport(rows(...lines), state()).created).toHaveLength(10_000)
})
