import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'

import { describe, expect, test } from 'vitest'

import { MAX_ALIASES, MAX_COMPLEXITY, MAX_QUERY_DEPTH } from '@/api/graphQLLimits'
import { MAX_PAGE_SIZE } from '@/api/limitPageSize'
import { readEnv } from '@/env'
import { ERRORS } from '@/errors'

import { projectRoot } from '../../../scripts/support/projectPaths'
import { readExamples } from '../../support/readExamples'

const text = readFileSync(path.join(projectRoot, 'docs/api.md'), 'utf8')

const secret = 'a-secret-of-tests-that-is-long-enough'
const defaults = readEnv({
  DATABASE_URL: 'postgres://nobody@localhost/nothing',
  PAYLOAD_SECRET: secret,
  PREVIEW_SECRET: secret,
  CRON_SECRET: secret,
})

describe('docs/api.md', () => {
  test('lists every error code with its status, and no other', () => {
    const rows = [...text.matchAll(/^\| `([A-Z_]+)` +\| (\d{3}) /gm)]
    const listed = Object.fromEntries(rows.map(([, code, status]) => [code, Number(status)]))
    const codes = Object.entries(ERRORS).map(([code, { status }]) => [code, status])
    expect(listed).toEqual(Object.fromEntries(codes))
  })

  test('says the limits that hold', () => {
    for (const said of [
      `up to ${MAX_QUERY_DEPTH} levels deep, uses up to ${MAX_ALIASES} aliases, and costs up to ${MAX_COMPLEXITY.toLocaleString('en')}`,
      `${MAX_PAGE_SIZE}; \`limit=0\``,
      `${defaults.RATE_LIMIT_API.toLocaleString('en')} a minute`,
      `${defaults.RATE_LIMIT_LOGIN} in 15 minutes`,
      `${defaults.RATE_LIMIT_FORM} in 10 minutes`,
      `${defaults.MAX_BODY_BYTES / 1_048_576} MiB`,
      `${defaults.MAX_UPLOAD_BYTES / 1_048_576} MiB, pictures`,
      `${defaults.MAX_FORM_UPLOAD_BYTES / 1_048_576} MiB, and what`,
    ]) {
      expect(text).toContain(said)
    }
  })

  test.each(readExamples())('an example is a script that bash can read: $name', ({ script }) => {
    const { status, stderr } = spawnSync('bash', ['-n'], { input: script, encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })
})
