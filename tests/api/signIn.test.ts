import { beforeAll, describe, expect, test } from 'vitest'

import {
  actor,
  as,
  asAdmin,
  asNobody,
  asService,
  asVisitor,
  http,
  withToken,
  type HttpActor,
} from '../support/httpActors'
import { plantAccount, plantSignedIn } from '../support/httpAccounts'
import { sql, useSql } from '../support/httpDatabase'
import { HTTP_PASSWORD } from '../support/httpPeople'
import { expectStatus, learned, read, type Answer } from '../support/httpRequest'
import { PLATFORM } from '../support/httpSeed'
import { useSpaces } from '../support/httpSpaces'

useSql()
const space = useSpaces('a', 'b')

const signIn = (who: HttpActor, email: string, password = HTTP_PASSWORD): Promise<Answer> =>
  who({ path: '/api/users/login', json: { email, password } })

/** The id of whom the server takes somebody for. */
const whoIs = async (who: HttpActor): Promise<unknown> =>
  read(await who('/api/users/me'), 'user', 'id')

/** How many drafts somebody sees: only people of the space see any. */
const draftsSeenBy = async (who: HttpActor): Promise<unknown> =>
  read(expectStatus(await who('/api/pages?where[_status][equals]=draft'), 200), 'totalDocs')

describe('whoever cannot sign in learns nothing of why', () => {
  let expected: unknown

  beforeAll(async () => {
    expected = learned(await signIn(asVisitor(space.a), 'nobody@example.test'))
  })

  test('an unknown e-mail is answered with one sentence', () => {
    expect(expected).toMatchObject({
      status: 401,
      body: expect.stringContaining('WRONG_CREDENTIALS'),
    })
  })

  test('a wrong password', async () => {
    const { email } = space.a.people.owner
    expect(learned(await signIn(asVisitor(space.a), email, 'not-the-password'))).toEqual(expected)
  })

  test('the address of another space', async () => {
    expect(learned(await signIn(asVisitor(space.a), space.b.people.owner.email))).toEqual(expected)
  })

  test('an account of a space at the platform’s address', async () => {
    expect(learned(await signIn(asNobody(), space.a.people.owner.email))).toEqual(expected)
  })

  test('a platform administrator at the address of a space', async () => {
    expect(learned(await signIn(asVisitor(space.a), http().admin.email))).toEqual(expected)
  })

  test('an agency at a space of which it is no member', async () => {
    expect(learned(await signIn(asVisitor(space.a), http().agency.email))).toEqual(expected)
  })

  test('a locked account, with the right password', async () => {
    const { id, email } = await plantAccount({
      tenant: space.a.id,
      memberships: [{ tenant: space.a.id, role: 'viewer' }],
    })
    await sql(
      `update users set login_attempts = 10, lock_until = now() + interval '1 hour' where id = $1`,
      [id],
    )
    expect(learned(await signIn(asVisitor(space.a), email))).toEqual(expected)
  })

  test('a locked account over GraphQL', async () => {
    const { id, email } = await plantAccount({
      tenant: space.a.id,
      memberships: [{ tenant: space.a.id, role: 'viewer' }],
    })
    await sql(
      `update users set login_attempts = 10, lock_until = now() + interval '1 hour' where id = $1`,
      [id],
    )
    const over = (address: string) =>
      asVisitor(space.a)({
        path: '/api/graphql',
        json: {
          query:
            'mutation ($e: String!, $p: String!) { loginUser(email: $e, password: $p) { token } }',
          variables: { e: address, p: HTTP_PASSWORD },
        },
      })
    expect(learned(await over(email))).toEqual(learned(await over('nobody@example.test')))
  })

  test.each([{}, { email: 5, password: {} }, { email: ['a@example.test'], password: 'x' }, []])(
    '%j',
    async (json) => {
      const answer = await asVisitor(space.a)({ path: '/api/users/login', json })
      expect([400, 401]).toContain(answer.status)
      expect(answer.body).toContain('"code"')
    },
  )
})

describe('one e-mail, two people', () => {
  test('each signs in where they live, with their own password', async () => {
    const email = 'guest@example.test'
    const living = (tenant: string) => ({
      email,
      tenant,
      memberships: [{ tenant, role: 'viewer' as const }],
    })
    const inA = await plantAccount(living(space.a.id))
    const inB = await plantAccount(living(space.b.id))
    const json = { password: 'another-password-of-tests' }
    expectStatus(
      await as('owner', space.b)({ path: `/api/users/${inB.id}`, method: 'PATCH', json }),
      200,
    )
    expect(read(expectStatus(await signIn(asVisitor(space.a), email), 200), 'user', 'id')).toBe(
      inA.id,
    )
    expect(
      read(expectStatus(await signIn(asVisitor(space.b), email, json.password), 200), 'user', 'id'),
    ).toBe(inB.id)
    expect((await signIn(asVisitor(space.b), email)).status).toBe(401)
    expect((await signIn(asVisitor(space.a), email, json.password)).status).toBe(401)
  })
})

describe('a token holds as long as what it stands for', () => {
  const memberships = () => [{ tenant: space.a.id, role: 'editor' as const }]

  test('a global account works at the platform and where it is a member, and is a stranger elsewhere', async () => {
    const { id, token } = await plantSignedIn(PLATFORM, { memberships: memberships() })
    expect(await whoIs(withToken(token, PLATFORM))).toBe(id)
    expect(await whoIs(withToken(token, space.a.host))).toBe(id)
    expect(await whoIs(withToken(token, space.b.host))).toBeUndefined()
    expect(await draftsSeenBy(withToken(token, space.b.host))).toBe(0)
  })

  test('a membership that ends, ends on the next request', async () => {
    const { id, token } = await plantSignedIn(space.a.host, { memberships: memberships() })
    expect(await draftsSeenBy(withToken(token, space.a.host))).toBeGreaterThan(0)
    expectStatus(
      await asAdmin()({ path: `/api/users/${id}`, method: 'PATCH', json: { tenants: [] } }),
      200,
    )
    expect(await draftsSeenBy(withToken(token, space.a.host))).toBe(0)
  })

  test('a person who is deactivated is a visitor on the next request', async () => {
    const { id, token } = await plantSignedIn(space.a.host, {
      tenant: space.a.id,
      memberships: memberships(),
    })
    expect(await draftsSeenBy(withToken(token, space.a.host))).toBeGreaterThan(0)
    expectStatus(
      await as(
        'owner',
        space.a,
      )({ path: `/api/users/${id}`, method: 'PATCH', json: { isActive: false } }),
      200,
    )
    expect(await draftsSeenBy(withToken(token, space.a.host))).toBe(0)
    expect((await signIn(asVisitor(space.a), 'x@example.test')).status).toBe(401)
  })

  test('a person who is deactivated cannot sign in', async () => {
    const { id, email } = await plantAccount({ tenant: space.a.id, memberships: memberships() })
    await sql('update users set is_active = false where id = $1', [id])
    const answer = await signIn(asVisitor(space.a), email)
    expect(learned(answer)).toEqual(
      learned(await signIn(asVisitor(space.a), 'nobody@example.test')),
    )
  })

  test('signing out ends the session, not only the cookie', async () => {
    const { id, token } = await plantSignedIn(space.a.host, {
      tenant: space.a.id,
      memberships: memberships(),
    })
    const person = withToken(token, space.a.host)
    expect(await whoIs(person)).toBe(id)
    expectStatus(await person({ path: '/api/users/logout', method: 'POST' }), 200)
    expect(await whoIs(person)).toBeUndefined()
  })

  test('a token that was changed is nobody’s', async () => {
    const [head, claims, signature] = space.a.people.owner.token.split('.')
    const forged = JSON.stringify({
      ...JSON.parse(Buffer.from(claims ?? '', 'base64url').toString()),
      id: http().admin.id,
    })
    const token = [head, Buffer.from(forged).toString('base64url'), signature].join('.')
    expect(await whoIs(withToken(token, PLATFORM))).toBeUndefined()
    const unsigned = [
      Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url'),
      claims,
      '',
    ].join('.')
    expect(await whoIs(withToken(unsigned, space.a.host))).toBeUndefined()
  })
})

describe('cookies', () => {
  const cookie = () => ({ cookie: `atrium-token=${space.a.people.owner.token}` })

  test('a cookie is worth what its token is, at its own address only', async () => {
    expect(await whoIs(actor(space.a.host, cookie()))).toBe(space.a.people.owner.id)
    expect(await whoIs(actor(space.b.host, cookie()))).toBeUndefined()
    expect(await whoIs(actor(PLATFORM, cookie()))).toBeUndefined()
  })

  test('it is for this host only, and scripts do not see it', async () => {
    const { email } = space.a.people.viewer
    const [set] = (await signIn(asVisitor(space.a), email)).headers['set-cookie'] ?? []
    expect(set).toMatch(/^atrium-token=/)
    expect(set).toContain('HttpOnly')
    expect(set).toContain('SameSite=Lax')
    expect(set).not.toMatch(/domain=/i)
  })

  test('the cookie that selects a space in the admin lets nobody into it', async () => {
    const person = actor(space.a.host, {
      ...cookie(),
      cookie: `${cookie().cookie}; payload-tenant=${space.b.id}`,
    })
    expect((await person('/api/pages?limit=100&draft=true')).body).not.toContain(
      `of ${space.b.slug}`,
    )
  })
})

describe('an API key belongs to one space', () => {
  test('it works at its space', async () => {
    expect(await whoIs(asService(space.a))).toBe(space.a.service)
  })

  test('elsewhere it is nobody’s', async () => {
    expect(await whoIs(actor(space.b.host, asService(space.a).headers))).toBeUndefined()
    expect(await whoIs(actor(PLATFORM, asService(space.a).headers))).toBeUndefined()
  })

  test('revoked, it is nobody’s on the next request', async () => {
    const service = asService(space.b)
    expect(await whoIs(service)).toBe(space.b.service)
    const revoke = {
      path: `/api/users/${space.b.service}`,
      method: 'PATCH',
      json: { enableAPIKey: false, apiKey: null },
    }
    expectStatus(await as('owner', space.b)(revoke), 200)
    expect(await whoIs(service)).toBeUndefined()
  })

  test('nobody reads it back', async () => {
    const answer = expectStatus(await as('owner', space.a)(`/api/users/${space.a.service}`), 200)
    expect(answer.body).not.toContain(space.a.apiKey)
  })
})

describe('nobody becomes the first user', () => {
  test.each([() => asNobody(), () => asVisitor(space.a)])('at %s', async (who) => {
    const json = {
      email: 'first@example.test',
      password: HTTP_PASSWORD,
      platformRole: 'platform-admin',
    }
    expect((await who()({ path: '/api/users/first-register', json })).status).toBe(403)
    expect(read(await who()('/api/users/init'), 'initialized')).toBe(true)
    expect((await who()('/admin/create-first-user')).body).not.toContain('confirm-password')
    expect(await sql('select from users where email = $1', [json.email])).toEqual([])
  })
})
