import { expect, test } from 'vitest'

import { asAdmin, asNobody, asVisitor, as, http } from '../support/httpActors'
import { jsonOf } from '../support/httpRequest'

test('the health says that all is up, and no more to strangers', async () => {
  const answer = await asNobody()('/api/health')
  expect(answer.status).toBe(200)
  expect(jsonOf(answer)).toEqual({ status: 'ok' })
})

test('an owner of a space is told no more than a stranger', async () => {
  expect(jsonOf(await as('owner', http().a)('/api/health'))).toEqual({ status: 'ok' })
  expect(jsonOf(await asVisitor(http().a)('/api/health'))).toEqual({ status: 'ok' })
})

test('platform staff are told of each service', async () => {
  const body = jsonOf(await asAdmin()('/api/health'))
  expect(body).toMatchObject({
    status: 'ok',
    checks: expect.arrayContaining([expect.objectContaining({ name: 'storage', ok: true })]),
  })
})

test('the process says that it lives', async () => {
  const answer = await asNobody()('/api/health/live')
  expect(answer.status).toBe(200)
  expect(jsonOf(answer)).toEqual({ status: 'ok' })
})
