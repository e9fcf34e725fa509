import { beforeAll, expect, test } from 'vitest'

import { readPreview, signPreview } from '@/tenancy/previewToken'

import { setEnvironment } from '../setEnvironment'

beforeAll(() => setEnvironment())

const claim = {
  tenant: '01a1fd84-6ad6-73c4-bb7f-c7546cde3b43',
  page: '01a1fd84-6d17-7309-beea-aafb4f0f0355',
  locale: 'pt-BR',
} as const
const now = 1_800_000_000_000

test('a preview link says which page of which tenant', () => {
  expect(readPreview(signPreview(claim, now), now)).toEqual(claim)
})

test('it holds for an hour', () => {
  const token = signPreview(claim, now)
  expect(readPreview(token, now + 3_600_000)).toEqual(claim)
  expect(readPreview(token, now + 3_600_001)).toBeUndefined()
})

test.each([
  '',
  'x',
  'a.b',
  'a.b.c',
  '..',
  `${Buffer.from('a.b.en.9999999999999').toString('base64url')}.AAAA`,
])('what nobody signed opens nothing: %s', (token) =>
  expect(readPreview(token, now)).toBeUndefined(),
)

test('a link for one language does not open another', () => {
  const [, signature] = signPreview(claim, now).split('.')
  const [body] = signPreview({ ...claim, locale: 'de' }, now).split('.')
  expect(readPreview(`${body}.${signature}`, now)).toBeUndefined()
})

test('a link for one page does not open another', () => {
  const [, signature] = signPreview(claim, now).split('.')
  const [body] = signPreview({ ...claim, page: claim.tenant }, now).split('.')
  expect(readPreview(`${body}.${signature}`, now)).toBeUndefined()
})
