import { beforeAll, expect, test } from 'vitest'

import { issueUploadPermit, readUploadPermit } from '@/leads/files/uploadPermit'

import { setEnvironment } from '../setEnvironment'

beforeAll(() => setEnvironment())

const permit = { form: '019f0000-0000-7000-8000-000000000001', bytes: 5_242_880 }

test('a permit says what its form asks for, and is the same each time', () => {
  expect(readUploadPermit(issueUploadPermit(permit))).toEqual(permit)
  expect(issueUploadPermit(permit)).toBe(issueUploadPermit(permit))
})

test.each([
  ['nothing', () => ''],
  ['dots', () => '...'],
  ['more bytes', () => issueUploadPermit(permit).replace('5242880', '9999999')],
  ['another form', () => issueUploadPermit(permit).replace('0001.', '0002.')],
  ['half of it', () => issueUploadPermit(permit).slice(0, -1)],
  ['other letters', () => `${permit.form}.5242880.${'Ä'.repeat(43)}`],
])('what the server did not issue permits nothing: %s', (_name, text) => {
  expect(readUploadPermit(text())).toBeUndefined()
})
