import { beforeAll, describe, expect, test } from 'vitest'

import { checkDomain, checkSlug, normalizeHost, placeOf, siteOrigin } from '@/tenancy/host'

import { setEnvironment } from '../setEnvironment'

beforeAll(() => setEnvironment())

describe('a Host header', () => {
  test.each([
    ['Harbor.Spaces.Example:443', 'harbor.spaces.example'],
    ['harbor.spaces.example.', 'harbor.spaces.example'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['127.0.0.1:3000', '127.0.0.1'],
  ])('%s is %s', (header, name) => expect(normalizeHost(header)).toBe(name))

  test.each([
    '',
    null,
    undefined,
    'a b',
    'a/b',
    'user@host',
    'host?x',
    'host#x',
    'a\\b',
    'x'.repeat(300),
  ])('%s is no host name', (header) => expect(normalizeHost(header)).toBeUndefined())
})

describe('a host stands for', () => {
  test.each([
    ['atrium.example', { kind: 'platform' }],
    ['harbor.spaces.example', { kind: 'slug', slug: 'harbor' }],
    ['a.b.spaces.example', { kind: 'unknown' }],
    ['www.harbor.example', { kind: 'domain', domain: 'www.harbor.example' }],
    ['evilspaces.example', { kind: 'domain', domain: 'evilspaces.example' }],
    [undefined, { kind: 'unknown' }],
  ])('%s: %o', (host, place) => expect(placeOf(host)).toEqual(place))
})

describe('a sub-domain', () => {
  test.each(['harbor', 'a', '9-to-5', 'x'.repeat(63)])('%s is fine', (slug) =>
    expect(checkSlug(slug)).toBe(true),
  )
  test.each(['', 'Harbor', '-a', 'a-', 'a.b', 'a_b', 'admin', 'www', 'xn--a', 'x'.repeat(64)])(
    '%s is refused, in words',
    (slug) => expect(checkSlug(slug)).toEqual(expect.any(String)),
  )
})

describe('a custom domain', () => {
  test('is a bare name', () => expect(checkDomain('www.harbor.example')).toBe(true))
  test.each([
    'harbor',
    'https://harbor.example',
    'harbor.example/path',
    'harbor.example:80',
    'HARBOR.example',
    '10.0.0.1',
    'atrium.example',
    'spaces.example',
    'foundry.spaces.example',
  ])('%s is refused, in words', (domain) => expect(checkDomain(domain)).toEqual(expect.any(String)))
})

test('the canonical address is the first domain, else the sub-domain, with the platform’s scheme and port', () => {
  expect(siteOrigin({ slug: 'harbor', domains: [] })).toBe('https://harbor.spaces.example:8443')
  expect(siteOrigin({ slug: 'harbor', domains: ['a.example', 'b.example'] })).toBe(
    'https://a.example:8443',
  )
})
