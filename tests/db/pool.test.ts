import type pg from 'pg'
import { beforeAll, expect, test } from 'vitest'

import type { Tenant, User } from '@/payload-types'

import { asMember, asVisitor } from '../support/actors'
import { buildPage } from '../support/buildPage'
import { buildTenant } from '../support/buildTenant'
import { buildUser } from '../support/buildUser'
import { uniqueName } from '../support/uniqueName'
import { testPayload, usePayload } from '../support/usePayload'

/** Two connections for everybody: who comes next gets the one that somebody else has just used. */
usePayload({ poolMax: 2 })

let a: Tenant
let b: Tenant
let editors: readonly [User, User]

beforeAll(async () => {
  a = await buildTenant()
  b = await buildTenant()
  editors = [await buildUser({ tenant: a }), await buildUser({ tenant: b })]
  await buildPage({ tenant: a, title: 'A' })
  await buildPage({ tenant: b, title: 'B' })
})

const pool = () => testPayload().db.pool as unknown as pg.Pool

/** What each connection of the pool carries over to whoever gets it next. */
async function leftovers(): Promise<Record<string, unknown>[]> {
  const clients = [await pool().connect(), await pool().connect()]
  try {
    const seen = await Promise.all(
      clients.map((client) =>
        client.query(`select current_user as role, coalesce(current_setting('app.tenant_ids', true), '') as tenants,
          coalesce(current_setting('app.user_id', true), '') as person, coalesce(current_setting('app.lookup', true), '') as lookup`),
      ),
    )
    return seen.flatMap(({ rows }) => rows)
  } finally {
    for (const client of clients) client.release()
  }
}

const CLEAN = { role: 'atrium_app', tenants: '', person: '', lookup: '' }

/** Who asks, and the tenants whose pages they may get. */
const kinds = [
  async () => [a.id, await tenantsSeenBy(asVisitor(a))],
  async () => [b.id, await tenantsSeenBy(asVisitor(b))],
  async () => [a.id, await tenantsSeenBy(asMember(editors[0]))],
  async () => [b.id, await tenantsSeenBy(asMember(editors[1]))],
  async () => ['refused', await unscoped()],
] as const

async function tenantsSeenBy(actor: ReturnType<typeof asVisitor>): Promise<string> {
  const { docs } = await actor(() => testPayload().find({ collection: 'pages', depth: 0 }))
  return [...new Set(docs.map(({ tenant }) => tenant))].join()
}

async function unscoped(): Promise<string> {
  try {
    await testPayload().find({ collection: 'pages' })
    return 'answered'
  } catch {
    return 'refused'
  }
}

test('500 requests of A, B and nobody on two connections each get their own answer, and leave nothing behind', async () => {
  const requests = Array.from({ length: 500 }, (_, index) => kinds[index % kinds.length]?.())
  for (const answer of await Promise.all(requests)) expect(answer?.[1]).toBe(answer?.[0])
  expect(await leftovers()).toEqual([CLEAN, CLEAN])
})

test('reads and writes in between leave nothing behind either, whether they work or fail', async () => {
  const work = Array.from({ length: 40 }, (_, index) => {
    const [mine, theirs] = index % 2 === 0 ? [a, b] : [b, a]
    return asVisitor(mine)(async () => {
      const slug = uniqueName('page')
      const page = await testPayload().create({
        collection: 'pages',
        depth: 0,
        data: { title: slug, slug },
      })
      expect(page.tenant).toBe(mine.id)
      await expect(
        testPayload().create({
          collection: 'pages',
          data: { title: slug, slug, tenant: theirs.id, parent: page.id },
        }),
      ).resolves.toMatchObject({ tenant: { id: mine.id } })
      await expect(
        testPayload().create({ collection: 'pages', data: { title: slug, slug } }),
      ).rejects.toMatchObject({ status: 400 })
    })
  })
  await Promise.all(work)
  expect(await leftovers()).toEqual([CLEAN, CLEAN])
})

test('on a connection that A has used, a query without a scope is refused, and not a cast error', async () => {
  await Promise.all([tenantsSeenBy(asVisitor(a)), tenantsSeenBy(asVisitor(a))])
  for (const _ of [1, 2]) {
    await expect(pool().query('select from pages')).rejects.toMatchObject({ code: '42501' })
  }
})

test('the pool gives all its connections back', async () => {
  await leftovers()
  expect(pool().totalCount).toBeLessThanOrEqual(2)
  expect(pool().idleCount).toBe(pool().totalCount)
  expect(pool().waitingCount).toBe(0)
})
