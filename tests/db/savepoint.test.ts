import { commitTransaction, createLocalReq, initTransaction } from 'payload'
import { expect, test } from 'vitest'

import { afterCommit } from '@/db/afterCommit'
import { inSavepoint } from '@/db/inSavepoint'
import { withScope } from '@/db/withScope'

import { asPlatform } from '../support/actors'
import { buildEditor } from '../support/transfer'
import { uniqueName } from '../support/uniqueName'
import { testPayload, usePayload } from '../support/usePayload'

usePayload()

test('a part of a transaction fails alone, with all that it wrote and all that waits for it', async () => {
  const { scope, user, tenant } = await buildEditor()
  const payload = testPayload()
  const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
  const done: string[] = []
  const [first, second, third] = ['first', 'second', 'third'].map(uniqueName)
  const make = (slug = '', more: object = {}) =>
    payload.create({
      collection: 'pages',
      data: { title: slug, slug, ...more },
      overrideAccess: false,
      req,
    })
  await withScope(scope, async () => {
    await initTransaction(req)
    await inSavepoint(req, scope, async () => {
      await make(first)
      await afterCommit(req, () => void done.push('first'))
    })
    // Refused by PostgreSQL, which would refuse everything after it, too.
    const clash = inSavepoint(req, scope, async () => {
      await make(second)
      await afterCommit(req, () => void done.push('second'))
      await make(first)
    })
    await expect(clash).rejects.toThrow(/invalid/)
    // Refused by Payload, which ends the transaction of whatever it refuses.
    const invalid = inSavepoint(req, scope, () => make(third, { title: 'x'.repeat(200) }))
    await expect(invalid).rejects.toThrow(/Title/)
    await inSavepoint(req, scope, () => make(third))
    await commitTransaction(req)
  })
  const { docs } = await asPlatform()(() =>
    payload.find({
      collection: 'pages',
      where: { tenant: { equals: tenant.id } },
      sort: 'createdAt',
    }),
  )
  expect(docs.map(({ slug }) => slug)).toEqual([first, third])
  expect(done).toEqual(['first'])
})

test('a part that hides its failure fails nonetheless', async () => {
  const { scope, user } = await buildEditor()
  const payload = testPayload()
  const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
  const slug = uniqueName('twice')
  const make = () =>
    payload.create({ collection: 'pages', data: { title: slug, slug }, overrideAccess: false, req })
  await withScope(scope, async () => {
    await initTransaction(req)
    const hidden = inSavepoint(req, scope, async () => {
      await make()
      await make().catch(() => undefined)
    })
    await expect(hidden).rejects.toThrow()
    await commitTransaction(req)
  })
  const { totalDocs } = await asPlatform()(() =>
    payload.count({ collection: 'pages', where: { slug: { equals: slug } } }),
  )
  expect(totalDocs).toBe(0)
})
