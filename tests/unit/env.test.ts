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

test('the environment cannot be changed afterwards', () => {
  expect(Object.isFrozen(readEnv(complete))).toBe(true)
})
