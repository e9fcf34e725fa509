import { describe, expect, test } from 'vitest'

import { normalizePath, problemOfPath } from '@/redirects/redirectPath'

test.each([
  ['/a', '/a'],
  ['a/b', '/a/b'],
  [' /About-Us/ ', '/about-us'],
  ['//a///b//', '/a/b'],
  ['/%C3%BCber', '/über'],
  ['/u\u0308ber', '/über'],
  ['/a%2Fb', '/a%2fb'],
  ['/%', '/%'],
  ['/', '/'],
  ['', ''],
])('%j becomes %j', (text, path) => {
  expect(normalizePath(text)).toBe(path)
})

describe('what can be redirected', () => {
  test.each(['/a', '/old.html', '/my file.pdf', '/über', '/administration', '/searching', '/apis'])(
    '%s',
    (path) => {
      expect(problemOfPath(normalizePath(path))).toBeUndefined()
    },
  )
})

describe('what cannot', () => {
  test.each([
    '',
    '/',
    '/a?b=c',
    '/a#b',
    '/a\\b',
    '/a/../b',
    '/./a',
    '/a\nb',
    '/a\u0000b',
    'https://example.com/a',
    '/admin',
    '/admin/x',
    '/api/pages',
    '/_next/static',
    '/search',
    '/robots.txt',
    '/preview/x',
    `/${'a'.repeat(500)}`,
  ])('%j', (path) => {
    expect(problemOfPath(normalizePath(path))).toEqual(expect.any(String))
  })
})
