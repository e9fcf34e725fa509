import { expect, test } from 'vitest'

import { parseRelated } from '@/search/related/parseRelated'

const id = '0190aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee'

test('without wishes: three, in whatever is the main language', () => {
  expect(parseRelated({ id })).toEqual({ page: id, locale: undefined, limit: 3 })
})

test('numbers come as text over REST and as numbers over GraphQL', () => {
  expect(parseRelated({ id, limit: '12', locale: 'de-AT' })).toMatchObject({
    limit: 12,
    locale: 'de-AT',
  })
  expect(parseRelated({ id, limit: 1, locale: null })).toMatchObject({
    limit: 1,
    locale: undefined,
  })
})

test('ids may be written in capitals', () => {
  expect(parseRelated({ id: id.toUpperCase() }).page).toBe(id)
})

test.each(['', '0', '13', '-1', '1.5', '1e1', '0x3', 'many', '٣', 2.5, true, {}])(
  '%j is no limit',
  (limit) => {
    expect(() => parseRelated({ id, limit })).toThrow('from 1 to 12')
  },
)

test.each(['', 'german', 'de_AT', "de'", 'x'.repeat(3000), 7, ['de']])(
  '%j is no language',
  (locale) => {
    expect(() => parseRelated({ id, locale })).toThrow('language tag')
  },
)

test.each([undefined, '', 'about', `${id}0`, 7, '\u0000'])('%j is no page', (junk) => {
  expect(() => parseRelated({ id: junk })).toThrow('Not found')
})
