import { describe, expect, test } from 'vitest'

import { normalizeTarget, pathOfTarget, problemOfTarget } from '@/redirects/redirectTarget'

describe('where a redirect may lead', () => {
  test.each([
    '/a',
    '/a?b=c#d',
    '/a?b=/../c',
    '/.well-known/a',
    '/a..b',
    'https://example.com',
    'http://example.com/a',
  ])('%s', (target) => {
    expect(problemOfTarget(target)).toBeUndefined()
  })
})

describe('where it may not', () => {
  test.each([
    '',
    'a',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'mailto:a@example.com',
    'tel:+49',
    'https:evil',
    'https://',
    '/.//evil.example',
    '/a/..//evil.example',
    '/a/%2E%2e//evil.example',
    '/a/..?b',
    '/a\nLocation: https://evil.example',
    `/${'a'.repeat(1000)}`,
  ])('%j', (target) => {
    expect(problemOfTarget(target)).toEqual(expect.any(String))
  })
})

test('an address at the space’s own host becomes a path', () => {
  const hosts = ['harbor.example', 'www.harbor.test']
  expect(normalizeTarget('https://harbor.example/a?b=c#d', hosts)).toBe('/a?b=c#d')
  expect(normalizeTarget('http://WWW.harbor.test', hosts)).toBe('/')
  expect(normalizeTarget('https://other.example/a', hosts)).toBe('https://other.example/a')
  expect(normalizeTarget(' /a ', hosts)).toBe('/a')
})

test('the path of a target is looked up as redirects are', () => {
  expect(pathOfTarget('/A/?b=c')).toBe('/a')
  expect(pathOfTarget('/')).toBe('/')
  expect(pathOfTarget('https://example.com/a')).toBeUndefined()
})
