import { describe, expect, it } from 'vitest'

import { safeHref } from '@/site/safeHref'

describe('safeHref', () => {
  it.each([
    'https://example.com',
    'HTTPS://example.com/a?b=c#d',
    'http://harbor.localhost:3000/',
    'mailto:hello@example.com',
    'tel:+49301234567',
    '/',
    '/über-uns?x=1#ort',
  ])('lets %s pass', (url) => {
    expect(safeHref(url)).toBe(url)
  })

  it('trims', () => {
    expect(safeHref('  /contact ')).toBe('/contact')
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    '//evil.test',
    '/\\evil.test',
    '\\\\evil.test',
    '/\t/evil.test',
    'https:evil.test',
    'https://',
    'http://exa mple.com',
    'mailto:',
    'contact',
    '#top',
    '',
    '   ',
    undefined,
    null,
    42,
    {},
  ])('stops %j', (url) => {
    expect(safeHref(url)).toBeUndefined()
  })
})
