import { randomUUID } from 'node:crypto'

import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest, SanitizedConfig } from 'payload'
import { createLocalReq } from 'payload'
import { beforeAll, describe, expect, test, vi } from 'vitest'

import { loadAdapter } from '@/db/migrations/loadAdapter'
import { identity, platform, visitor } from '@/db/scope'
import { afterCommit } from '@/db/afterCommit'
import { INTERNAL, READS, REPLACED, WRITES } from '@/db/scopedAdapter'
import { narrowToIdentity, withScope } from '@/db/withScope'
import type { Tenant } from '@/payload-types'

import { asPlatform, asVisitor } from '../support/actors'
import { buildPage } from '../support/buildPage'
import { buildTenant } from '../support/buildTenant'
import { loadClasses } from '../support/loadClasses'
import { testPayload, usePayload } from '../support/usePayload'

usePayload()

let a: Tenant
let b: Tenant

beforeAll(async () => {
  a = await buildTenant()
  b = await buildTenant()
  await buildPage({ tenant: a })
  await buildPage({ tenant: b })
})

type Call = (args: Record<string, unknown>) => Promise<unknown>
const method = (name: string): Call =>
  (Reflect.get(testPayload().db, name) as Call).bind(testPayload().db)

describe('the adapter', () => {
  test('has no function that nobody decided on, and none of the lists is out of date', () => {
    const functions = Object.entries(testPayload().db)
      .filter(([, value]) => typeof value === 'function')
      .map(([name]) => name)
      .sort()
    const listed = new Set<string>([...READS, ...WRITES, ...REPLACED, ...INTERNAL])
    expect(functions.filter((name) => !listed.has(name))).toEqual([])
    expect([...listed].filter((name) => !(name in testPayload().db))).toEqual([])
  })

  test.each([...READS, ...WRITES])('refuses %s without a scope', async (name) => {
    const call = method(name)({
      collection: 'pages',
      where: {},
      data: {},
      id: randomUUID(),
      field: 'title',
      slug: 'pages',
    })
    await expect(call).rejects.toMatchObject({ code: 'SCOPE_REQUIRED' })
  })

  test('refuses a request whose host is nobody’s', async () => {
    const req = { headers: new Headers({ host: 'nobody.localhost' }) }
    await expect(method('find')({ collection: 'pages', req })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  test('finds the scope of a request by its host', async () => {
    const req = { headers: new Headers({ host: `${a.slug}.localhost:3000` }) }
    const found = await method('find')({ collection: 'pages', req })
    expect(found).toMatchObject({ totalDocs: 1, docs: [{ tenant: a.id }] })
  })

  test('leaves Payload’s own way to the pool nothing to see', async () => {
    const bare = testPayload().db.drizzle.execute(sql.raw('select from pages'))
    await expect(bare).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  test('tells nobody whether there are accounts', async () => {
    expect(await method('findOne')({ collection: 'users', where: {} })).toEqual({ id: 'any' })
  })
})

describe('a transaction', () => {
  const inTransaction = async (work: (req: PayloadRequest) => Promise<void>): Promise<void> => {
    const payload = testPayload()
    const transactionID = await payload.db.beginTransaction()
    const req = await createLocalReq({}, payload)
    req.transactionID = transactionID ?? undefined
    try {
      await work(req)
    } finally {
      if (transactionID) await payload.db.rollbackTransaction(transactionID)
    }
  }

  test('has one scope: another one is refused inside of it', async () => {
    await inTransaction(async (req) => {
      const count = () => testPayload().db.count({ collection: 'pages', req })
      expect(await asVisitor(a)(count)).toEqual({ totalDocs: 1 })
      await expect(asVisitor(b)(count)).rejects.toMatchObject({ code: 'SCOPE_REQUIRED' })
      await expect(asPlatform()(count)).rejects.toMatchObject({ code: 'SCOPE_REQUIRED' })
      expect(await asVisitor(a)(count)).toEqual({ totalDocs: 1 })
    })
  })

  test('sees what it wrote, and nobody else does before it is committed', async () => {
    await inTransaction(async (req) => {
      const count = (args: { req?: PayloadRequest }) =>
        asPlatform()(() =>
          testPayload().db.count({
            collection: 'pages',
            where: { tenant: { equals: a.id } },
            ...args,
          }),
        )
      await asPlatform()(() =>
        testPayload().create({
          collection: 'pages',
          req,
          data: { title: 'Unseen', slug: 'unseen', tenant: a.id },
        }),
      )
      expect(await count({ req })).toEqual({ totalDocs: 2 })
      expect(await count({})).toEqual({ totalDocs: 1 })
    })
    const rolledBack = await asPlatform()(() =>
      testPayload().find({ collection: 'pages', where: { title: { equals: 'Unseen' } } }),
    )
    expect(rolledBack.docs).toEqual([])
  })

  test('tells those who wait for it when it is committed, and never when it is not', async () => {
    const payload = testPayload()
    const told = vi.fn()
    const run = async (end: 'commitTransaction' | 'rollbackTransaction') => {
      const transactionID = await payload.db.beginTransaction()
      const req = await createLocalReq({}, payload)
      req.transactionID = transactionID ?? undefined
      await asVisitor(a)(() => payload.db.count({ collection: 'pages', req }))
      await afterCommit(req, () => told(end))
      expect(told).not.toHaveBeenCalledWith(end)
      if (transactionID) await payload.db[end](transactionID)
    }
    await run('rollbackTransaction')
    await run('commitTransaction')
    expect(told.mock.calls).toEqual([['commitTransaction']])
  })

  test('that has ended lends its scope to nobody', async () => {
    const payload = testPayload()
    const transactionID = await payload.db.beginTransaction()
    const req = await createLocalReq({}, payload)
    req.transactionID = transactionID ?? undefined
    const count = () => payload.db.count({ collection: 'pages', req })
    await asVisitor(a)(count)
    if (transactionID) await payload.db.commitTransaction(transactionID)
    await expect(count()).rejects.toMatchObject({ code: 'SCOPE_REQUIRED' })
    expect(await asVisitor(b)(count)).toEqual({ totalDocs: 1 })
  })
})

describe('a scope', () => {
  test('that is entered inside another holds for what is inside', async () => {
    const tenants = async () => {
      const { docs } = await testPayload().find({ collection: 'pages', depth: 0 })
      return docs.map(({ tenant }) => tenant).sort()
    }
    await asVisitor(a)(async () => {
      expect(await tenants()).toEqual([a.id])
      expect(await asVisitor(b)(tenants)).toEqual([b.id])
      expect(await asPlatform()(tenants)).toEqual([a.id, b.id].sort())
      expect(await tenants()).toEqual([a.id])
    })
  })

  test('narrows to an identity, and a platform’s does not', async () => {
    const narrow = async () => narrowToIdentity(identity({ email: 'x@example.test' }, null))
    await expect(narrow()).rejects.toThrow('needs a scope in progress')
    const staff = platform({ actor: 'test', reason: 'test' })
    await expect(withScope(staff, narrow)).rejects.toThrow('does not authenticate')
    await withScope(visitor(a.id), async () => {
      await narrow()
      expect(await testPayload().find({ collection: 'pages' })).toMatchObject({ docs: [] })
      const count = testPayload().count({ collection: 'pages' })
      await expect(count).rejects.toMatchObject({ status: 404 })
    })
  })

  test('takes UUIDs, and nothing that could end up in a setting as something else', () => {
    for (const id of ['', '{}', `${a.id},${b.id}`, a.id.toUpperCase()])
      expect(() => visitor(id)).toThrow(TypeError)
  })
})

describe('a collection that nobody classified', () => {
  const withCollection = async (
    change: (like: SanitizedConfig['collections'][number]) => object,
  ): Promise<unknown> => {
    const { default: promise } = await import('@payload-config')
    const config = await promise
    const like = config.collections.find(({ slug }) => slug === 'countries')
    if (!like) throw new Error('no collection to copy')
    const planted: typeof like = { ...like, slug: 'planted' as typeof like.slug, ...change(like) }
    return loadAdapter({ ...config, collections: [...config.collections, planted] })
  }

  test('stops the start, and the message says what to do', async () => {
    await expect(withCollection(() => ({ custom: {} }))).rejects.toThrow(
      /Not classified, and so not protected: planted\. Declare the collection with tenantCollection\(\)/,
    )
  })

  test('starts once it is classified', async () => {
    await expect(withCollection(({ custom }) => ({ custom }))).resolves.toBeDefined()
  })

  test('is no exception for a tenant collection without the tenant field', async () => {
    const custom = { isolation: { isolation: 'tenant' } }
    await expect(withCollection(() => ({ custom }))).rejects.toThrow(
      'planted: a tenant collection needs its tenant field',
    )
  })

  test('is none of ours', async () => {
    const { classes } = await loadClasses()
    expect([...classes.values()].every(({ kind }) => kind.length > 0)).toBe(true)
  })
})
