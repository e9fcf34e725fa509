import { describe, expect, test } from 'vitest'

import { as, asNobody, asVisitor, type HttpActor } from '../support/httpActors'
import { plantAccount, plantSignedIn } from '../support/httpAccounts'
import { sql, useSql } from '../support/httpDatabase'
import { linkIn, mailsTo, mailTo, tokenIn } from '../support/httpMail'
import { HTTP_PASSWORD } from '../support/httpPeople'
import { expectStatus, learned, read, type Answer } from '../support/httpRequest'
import { useSpaces } from '../support/httpSpaces'
import { uniqueName } from '../support/uniqueName'

useSql()
const space = useSpaces('a', 'b')

const newAddress = () => `${uniqueName('invited')}@example.test`
const invite = (who: HttpActor, json: unknown): Promise<Answer> =>
  who({ path: '/api/users/invite', json })
const setPassword = (who: HttpActor, token: string, password = HTTP_PASSWORD): Promise<Answer> =>
  who({ path: '/api/users/reset-password', json: { token, password } })
const signIn = (who: HttpActor, email: string, password = HTTP_PASSWORD): Promise<Answer> =>
  who({ path: '/api/users/login', json: { email, password } })

describe('an invitation', () => {
  test('of an owner brings a link that sets a password once, and then the person signs in', async () => {
    const email = newAddress()
    expectStatus(await invite(as('owner', space.a), { email, role: 'author' }), 201)
    const mail = await mailTo(email)
    expect(linkIn(mail).hostname).toBe(space.a.host)
    expectStatus(await setPassword(asVisitor(space.a), tokenIn(mail)), 200)
    const signedIn = expectStatus(await signIn(asVisitor(space.a), email), 200)
    expect(read(signedIn, 'user', 'tenants', 0)).toMatchObject({
      role: 'author',
      tenant: space.a.id,
    })
    expect((await setPassword(asVisitor(space.a), tokenIn(mail), 'a-second-password')).status).toBe(
      403,
    )
    expect((await signIn(asVisitor(space.a), email, 'a-second-password')).status).toBe(401)
  })

  test('cannot be used after its time', async () => {
    const email = newAddress()
    expectStatus(await invite(as('owner', space.a), { email, role: 'author' }), 201)
    await sql(
      `update users set reset_password_expiration = now() - interval '1 minute' where email = $1`,
      [email],
    )
    expect((await setPassword(asVisitor(space.a), tokenIn(await mailTo(email)))).status).toBe(403)
  })

  test('cannot be used at another space', async () => {
    const email = newAddress()
    expectStatus(await invite(as('owner', space.a), { email, role: 'author' }), 201)
    const token = tokenIn(await mailTo(email))
    expect((await setPassword(asVisitor(space.b), token)).status).toBe(403)
    expect((await setPassword(asNobody(), token)).status).toBe(403)
    expect((await setPassword(asVisitor(space.a), token)).status).toBe(200)
  })

  test('needs a password of some length', async () => {
    const email = newAddress()
    expectStatus(await invite(as('owner', space.a), { email, role: 'author' }), 201)
    const token = tokenIn(await mailTo(email))
    expect((await setPassword(asVisitor(space.a), token, 'short')).status).toBe(400)
    expect((await setPassword(asVisitor(space.a), token)).status).toBe(200)
  })

  test.each(['editor', 'author', 'viewer', 'member'] as const)(
    'is not for a person who is %s',
    async (role) => {
      const email = newAddress()
      expect((await invite(as(role, space.a), { email, role: 'member' })).status).toBe(403)
      expect(await sql('select id from users where email = $1', [email])).toEqual([])
    },
  )

  test('is not for visitors', async () => {
    expect((await invite(asVisitor(space.a), { email: newAddress(), role: 'owner' })).status).toBe(
      401,
    )
  })

  test('into another space is refused', async () => {
    const email = newAddress()
    expect(
      (await invite(as('owner', space.a), { email, role: 'owner', tenant: space.b.id })).status,
    ).toBe(403)
    expect(await sql('select id from users where email = $1', [email])).toEqual([])
    expect(await mailsTo(email)).toEqual([])
  })

  test('of somebody who is there already names the field', async () => {
    const answer = await invite(as('owner', space.a), {
      email: space.a.people.viewer.email,
      role: 'owner',
    })
    expect(answer.status).toBe(400)
    expect(answer.body).toMatch(/already/)
  })

  test('of somebody who has an account in another space makes a second person', async () => {
    expectStatus(
      await invite(as('owner', space.a), { email: space.b.people.viewer.email, role: 'viewer' }),
      201,
    )
  })

  test.each([
    {},
    { email: 'no address', role: 'owner' },
    { email: 'a@example.test', role: 'god' },
    [],
  ])('is refused as %j', async (json) => {
    expect((await invite(as('owner', space.a), json)).status).toBe(400)
  })
})

describe('a forgotten password', () => {
  const forgot = (who: HttpActor, email: string) =>
    who({ path: '/api/users/forgot-password', json: { email } })

  test('known and unknown addresses get the same answer', async () => {
    const known = await forgot(asVisitor(space.a), space.a.people.viewer.email)
    expect(learned(await forgot(asVisitor(space.a), 'nobody@example.test'))).toEqual(learned(known))
    expect(learned(await forgot(asVisitor(space.a), space.b.people.viewer.email))).toEqual(
      learned(known),
    )
    expect(known.status).toBe(200)
  })

  test('is set anew once by the mailed link, and the old one is gone', async () => {
    const { email, token } = await plantSignedIn(space.a.host, {
      tenant: space.a.id,
      memberships: [{ tenant: space.a.id, role: 'viewer' }],
    })
    expectStatus(await forgot(asVisitor(space.a), email), 200)
    const mail = await mailTo(email)
    expect(linkIn(mail).hostname).toBe(space.a.host)
    expectStatus(await setPassword(asVisitor(space.a), tokenIn(mail), 'the-new-password'), 200)
    expect(
      (await setPassword(asVisitor(space.a), tokenIn(mail), 'once-more-a-password')).status,
    ).toBe(403)
    expect((await signIn(asVisitor(space.a), email)).status).toBe(401)
    expect((await signIn(asVisitor(space.a), email, 'the-new-password')).status).toBe(200)
    const me = await asVisitor(space.a)({ path: '/api/users/me', token })
    expect(read(me, 'user')).toBeNull()
  })
})

describe('an e-mail address', () => {
  test('is confirmed by the mailed link before the first sign-in', async () => {
    const email = newAddress()
    const json = {
      email,
      password: HTTP_PASSWORD,
      tenants: [{ tenant: space.a.id, role: 'viewer' }],
    }
    expectStatus(await as('owner', space.a)({ path: '/api/users', json }), 201)
    expect((await signIn(asVisitor(space.a), email)).status).toBe(403)
    const path = `/api/users/verify/${tokenIn(await mailTo(email))}`
    expect((await asVisitor(space.b)({ path, method: 'POST' })).status).toBe(403)
    expectStatus(await asVisitor(space.a)({ path, method: 'POST' }), 200)
    expect((await signIn(asVisitor(space.a), email)).status).toBe(200)
    expect((await asVisitor(space.a)({ path, method: 'POST' })).status).toBe(403)
  })

  test('a made-up link confirms nobody', async () => {
    const { id } = await plantAccount({
      tenant: space.a.id,
      memberships: [{ tenant: space.a.id, role: 'viewer' }],
    })
    await sql('update users set _verified = false where id = $1', [id])
    expect(
      (await asVisitor(space.a)({ path: '/api/users/verify/null', method: 'POST' })).status,
    ).toBe(403)
    expect(
      (await asVisitor(space.a)({ path: '/api/users/verify/%00', method: 'POST' })).status,
    ).toBeLessThan(500)
    expect(await sql('select _verified from users where id = $1', [id])).toEqual([
      { _verified: false },
    ])
  })
})
