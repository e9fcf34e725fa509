import { beforeAll, describe, expect, test } from 'vitest'

import { visitor } from '@/db/scope'
import { withScope } from '@/db/withScope'
import type { Tenant, User } from '@/payload-types'
import { contextOf } from '@/tenancy/resolveScope'

import { buildPage } from '../support/buildPage'
import { buildTenant } from '../support/buildTenant'
import { buildUser, TEST_PASSWORD } from '../support/buildUser'
import { uniqueName } from '../support/uniqueName'
import { testPayload, usePayload } from '../support/usePayload'

/** Fifty clients at once on ten connections. */
usePayload({ poolMax: 10 })

const CLIENTS = 50

interface Client {
  readonly tenant: Tenant
  readonly editor: User
  readonly token: string
}

let spaces: readonly Client[]

const headersOf = (tenant: Tenant, token?: string) =>
  new Headers({
    host: `${tenant.slug}.localhost:3000`,
    ...(token ? { authorization: `JWT ${token}` } : {}),
  })

async function buildClient(): Promise<Client> {
  const tenant = await buildTenant()
  const editor = await buildUser({ tenant })
  await buildPage({ tenant })
  const { token = '' } = await withScope(visitor(tenant.id), () =>
    testPayload().login({
      collection: 'users',
      data: { email: editor.email, password: TEST_PASSWORD },
      req: { headers: headersOf(tenant) },
    }),
  )
  return { tenant, editor, token }
}

beforeAll(async () => {
  spaces = [await buildClient(), await buildClient(), await buildClient()]
})

/** Each of the clients at its host, all at the same moment. */
const atOnce = <T>(work: (client: Client) => Promise<T>): Promise<T[]> =>
  Promise.all(
    Array.from({ length: CLIENTS }, (_, index) => work(spaces[index % spaces.length] as Client)),
  )

describe('clients at their hosts', () => {
  test('all get their own space', async () => {
    await atOnce(async ({ tenant }) => {
      for (let round = 0; round < 4; round++) {
        const { docs } = await testPayload().find({
          collection: 'pages',
          depth: 0,
          limit: 100,
          overrideAccess: false,
          req: { headers: headersOf(tenant) },
        })
        expect(new Set(docs.map((doc) => doc.tenant))).toEqual(new Set([tenant.id]))
      }
    })
  })

  test('write at once, as the routes do, and neither starve nor mix', async () => {
    await atOnce(async ({ tenant, editor, token }) => {
      const slug = uniqueName('page')
      const { scope } = await contextOf(testPayload(), headersOf(tenant, token))
      const made = await withScope(scope, () =>
        testPayload().create({
          collection: 'pages',
          depth: 0,
          data: { title: slug, slug },
          overrideAccess: false,
        }),
      )
      expect(made).toMatchObject({ tenant: tenant.id, createdBy: editor.id, path: `/${slug}` })
    })
  })
})

describe('a token', () => {
  const userAt = async (tenant: Tenant, token: string) =>
    (await contextOf(testPayload(), headersOf(tenant, token))).scope

  test('is its account’s at home, and nobody’s at another space', async () => {
    const [a, b] = [await buildClient(), await buildClient()]
    expect(await userAt(a.tenant, a.token)).toMatchObject({ kind: 'member', userId: a.editor.id })
    expect(await userAt(b.tenant, a.token)).toEqual({ kind: 'visitor', tenant: b.tenant.id })
  })

  test('means another space neither by a header nor by a cookie', async () => {
    const [a, b] = [await buildClient(), await buildClient()]
    const headers = headersOf(a.tenant, a.token)
    headers.set('x-tenant', b.tenant.slug)
    await expect(contextOf(testPayload(), headers)).rejects.toMatchObject({
      code: 'TENANT_MISMATCH',
    })
    const withCookie = headersOf(a.tenant, a.token)
    withCookie.set('cookie', `payload-tenant=${b.tenant.id}`)
    const { scope } = await contextOf(testPayload(), withCookie)
    expect(scope).toMatchObject({ memberships: [{ tenant: a.tenant.id }] })
  })
})
