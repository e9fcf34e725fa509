import { expect, test } from 'vitest'

import { readEnv } from '@/env'

const secret = 'a-secret-that-is-long-enough'
const complete = {
  DATABASE_URL: 'postgres://app@localhost/atrium',
  PAYLOAD_SECRET: secret,
  PREVIEW_SECRET: secret,
  CRON_SECRET: secret,
}

test('the defaults are themselves valid', () => {
  const settings = readEnv(complete)
  const asText = Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  )
  expect(readEnv(asText)).toEqual(settings)
})

test('an empty variable is an unset one', () => {
  expect(readEnv({ ...complete, S3_BUCKET: '', DATABASE_POOL_MAX: '' })).toEqual(readEnv(complete))
})

test('one report names every fault', () => {
  expect(() =>
    readEnv({ PAYLOAD_SECRET: 'short', DATABASE_URL: 'file:x', DATABASE_POOL_MAX: 'many' }),
  ).toThrow(
    /DATABASE_URL[\s\S]*DATABASE_POOL_MAX[\s\S]*PAYLOAD_SECRET[\s\S]*PREVIEW_SECRET: is missing/,
  )
})

test('half of an endpoint for embeddings is a fault, and none is not', () => {
  const url = { ...complete, EMBEDDINGS_URL: 'http://127.0.0.1:8080/v1/embeddings' }
  expect(() => readEnv(url)).toThrow(
    /EMBEDDINGS_MODEL: is missing[\s\S]*EMBEDDINGS_DIMENSIONS: is missing/,
  )
  expect(() => readEnv({ ...url, EMBEDDINGS_MODEL: 'm', EMBEDDINGS_DIMENSIONS: '0' })).toThrow(
    'EMBEDDINGS_DIMENSIONS',
  )
  expect(readEnv({ ...url, EMBEDDINGS_MODEL: 'm', EMBEDDINGS_DIMENSIONS: '384' })).toMatchObject({
    EMBEDDINGS_DIMENSIONS: 384,
  })
})

test('a key for embeddings is neither in the address nor in a report', () => {
  const fault = (more: Record<string, string>): string => {
    try {
      readEnv({ ...complete, EMBEDDINGS_MODEL: 'm', EMBEDDINGS_DIMENSIONS: '384', ...more })
    } catch (error) {
      return String(error)
    }
    return ''
  }
  const inAddress = fault({ EMBEDDINGS_URL: 'https://user:hush@example.test/v1' })
  expect(inAddress).toContain('EMBEDDINGS_URL: has a name or password in it')
  expect(inAddress).not.toContain('hush')
  const broken = fault({ EMBEDDINGS_URL: 'https://example.test', EMBEDDINGS_API_KEY: 'hu\nsh' })
  expect(broken).toContain('EMBEDDINGS_API_KEY: has characters')
  expect(broken).not.toContain('hu')
})

test('the environment cannot be changed afterwards', () => {
  expect(Object.isFrozen(readEnv(complete))).toBe(true)
})
