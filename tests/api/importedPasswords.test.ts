import { describe, expect, test } from 'vitest'

import { plantAccount } from '../support/httpAccounts'
import {
  as,
  asAdmin,
  asAdminIn,
  asAgency,
  asNobody,
  asService,
  asVisitor,
  withToken,
  type HttpActor,
} from '../support/httpActors'
import { sql, useSql } from '../support/httpDatabase'
import { mailTo, tokenIn } from '../support/httpMail'
import { expectStatus, learned, read, readText, type Answer } from '../support/httpRequest'
import { useSpaces } from '../support/httpSpaces'
import { ANOTHER, IMPORTED } from '../support/importedHashes'
import { uniqueName } from '../support/uniqueName'

useSql()
const space = useSpaces('a', 'b')

const { hash: BCRYPT, password: PASSWORD } = IMPORTED['2b']

/** Somebody of a space, as the importer writes them. */
const plantImported = (
  home = space.a,
  { email = `${uniqueName('imported')}@example.test`, importedHash = BCRYPT as string } = {},
) =>
  plantAccount({
    email,
    tenant: home.id,
    memberships: [{ tenant: home.id, role: 'editor' }],
    importedHash,
  })

const signIn = (who: HttpActor, email: string, password: string = PASSWORD): Promise<Answer> =>
  who({ path: '/api/users/login', json: { email, password } })

const overGraphQL = (who: HttpActor, query: string, variables: object = {}): Promise<Answer> =>
  who({ path: '/api/graphql', json: { query, variables } })

const LOGIN =
  'mutation ($e: String!, $p: String!) { loginUser(email: $e, password: $p) { token user { id } } }'

const credentialsOf = async (id: string) =>
  (await sql('select hash, imported_hash, login_attempts from users where id = $1', [id]))[0]

const wrong = async () =>
  learned(await signIn(asVisitor(space.a), `${uniqueName('nobody')}@example.test`))

describe('somebody who comes with a password from elsewhere', () => {
  test.each(Object.entries(IMPORTED))('signs in with it: %s', async (_kind, known) => {
    const { id, email } = await plantImported(space.a, { importedHash: known.hash })
    const answer = expectStatus(await signIn(asVisitor(space.a), email, known.password), 200)
    expect(read(answer, 'user', 'id')).toBe(id)
    expect(await credentialsOf(id)).toMatchObject({
      hash: expect.stringMatching(/^pbkdf2-sha256-v1:/),
      imported_hash: null,
    })
    const again = expectStatus(await signIn(asVisitor(space.a), email, known.password), 200)
    const me = await withToken(readText(again, 'token'), space.a.host)('/api/users/me')
    expect(read(me, 'user', 'id')).toBe(id)
  })

  test('signs in over GraphQL', async () => {
    const { id, email } = await plantImported()
    const visitor = asVisitor(space.a)
    const refused = await overGraphQL(visitor, LOGIN, { e: email, p: 'wrong' })
    expect(learned(refused)).toEqual(
      learned(await overGraphQL(visitor, LOGIN, { e: 'nobody@example.test', p: 'wrong' })),
    )
    const answer = await overGraphQL(visitor, LOGIN, { e: email, p: PASSWORD })
    expect(read(answer, 'data', 'loginUser', 'user', 'id')).toBe(id)
    expect(await credentialsOf(id)).toMatchObject({ imported_hash: null })
  })

  test('from several places at the same time', async () => {
    const { email } = await plantImported()
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => signIn(asVisitor(space.a), email)),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    for (const answer of answers) {
      const person = withToken(readText(answer, 'token'), space.a.host)
      expect(read(await person('/api/users/me'), 'user', 'email')).toBe(email)
    }
  })

  test('is told of a wrong one what everybody is told', async () => {
    const { id, email } = await plantImported()
    for (const password of ['wrong', BCRYPT, `${PASSWORD}\u0000`, `${PASSWORD} `])
      expect(learned(await signIn(asVisitor(space.a), email, password))).toEqual(await wrong())
    expect(await credentialsOf(id)).toMatchObject({
      hash: null,
      imported_hash: BCRYPT,
      login_attempts: '4',
    })
  })

  test('is locked after ten wrong ones, and the right one is refused alike, and changes nothing', async () => {
    const { id, email } = await plantImported()
    for (let attempt = 0; attempt < 10; attempt++)
      expect(learned(await signIn(asVisitor(space.a), email, 'wrong'))).toEqual(await wrong())
    expect(learned(await signIn(asVisitor(space.a), email))).toEqual(await wrong())
    expect(await credentialsOf(id)).toMatchObject({ hash: null, imported_hash: BCRYPT })
  })

  test('is limited as everybody is, before anything is compared', async () => {
    const { id, email } = await plantImported()
    const call = (password: string) =>
      asVisitor(space.a)({
        path: '/api/users/login',
        address: '192.0.2.77',
        json: { email, password },
      })
    for (let attempt = 0; attempt < 10; attempt++) expect((await call(' ')).status).not.toBe(429)
    expect((await call(PASSWORD)).status).toBe(429)
    expect(await credentialsOf(id)).toMatchObject({ hash: null, imported_hash: BCRYPT })
  })

  test('is another person than whoever has the e-mail in the next space', async () => {
    const email = `${uniqueName('same')}@example.test`
    const inA = await plantImported(space.a, { email })
    const inB = await plantImported(space.b, { email, importedHash: ANOTHER.hash })
    expect(learned(await signIn(asVisitor(space.a), email, ANOTHER.password))).toEqual(
      await wrong(),
    )
    expect(learned(await signIn(asVisitor(space.b), email))).toEqual(await wrong())
    expect(learned(await signIn(asNobody(), email))).toEqual(await wrong())
    expect(read(await signIn(asVisitor(space.a), email), 'user', 'id')).toBe(inA.id)
    expect(await credentialsOf(inB.id)).toMatchObject({ hash: null, imported_hash: ANOTHER.hash })
    expect(read(await signIn(asVisitor(space.b), email, ANOTHER.password), 'user', 'id')).toBe(
      inB.id,
    )
  })

  test('cannot sign in while deactivated', async () => {
    const { id, email } = await plantImported()
    await sql('update users set is_active = false where id = $1', [id])
    expect(learned(await signIn(asVisitor(space.a), email))).toEqual(await wrong())
    expect(await credentialsOf(id)).toMatchObject({ hash: null, imported_hash: BCRYPT })
  })

  test('in a space that is suspended, as everybody there', async () => {
    const status = (now: string) =>
      asAdmin()({ path: `/api/tenants/${space.b.id}`, method: 'PATCH', json: { status: now } })
    const { email } = await plantImported(space.b)
    expectStatus(await status('suspended'), 200)
    const colleague = await signIn(
      asVisitor(space.b),
      space.b.people.viewer.email,
      'a-password-of-tests',
    )
    const answer = await signIn(asVisitor(space.b), email)
    expectStatus(await status('active'), 200)
    expect(answer.status).toBe(colleague.status)
  })
})

describe('a new password ends the imported one', () => {
  const NEW = 'the-new-password'
  const isGone = async ({ id, email }: { id: string; email: string }) => {
    expect(await credentialsOf(id)).toMatchObject({ imported_hash: null })
    expect(learned(await signIn(asVisitor(space.a), email))).toEqual(await wrong())
    expect((await signIn(asVisitor(space.a), email, NEW)).status).toBe(200)
  }

  test('by the mailed link', async () => {
    const account = await plantImported()
    const visitor = asVisitor(space.a)
    const { email } = account
    expectStatus(await visitor({ path: '/api/users/forgot-password', json: { email } }), 200)
    const token = tokenIn(await mailTo(email))
    const json = { token, password: NEW }
    expectStatus(await visitor({ path: '/api/users/reset-password', json }), 200)
    await isGone(account)
  })

  test('by an owner', async () => {
    const account = await plantImported()
    const json = { password: NEW }
    const owner = as('owner', space.a)
    expectStatus(await owner({ path: `/api/users/${account.id}`, method: 'PATCH', json }), 200)
    await isGone(account)
  })

  test('by an owner, for many at once', async () => {
    const account = await plantImported()
    const path = `/api/users?where[email][equals]=${account.email}`
    const json = { password: NEW }
    expectStatus(await as('owner', space.a)({ path, method: 'PATCH', json }), 200)
    await isGone(account)
  })

  test('over GraphQL', async () => {
    const account = await plantImported()
    const query =
      'mutation ($id: String!, $p: String!) { updateUser(id: $id, data: { password: $p }) { id } }'
    const answer = await overGraphQL(as('owner', space.a), query, { id: account.id, p: NEW })
    expect(read(answer, 'data', 'updateUser', 'id')).toBe(account.id)
    await isGone(account)
  })
})

test('an API key of the account works, with the imported password and without it', async () => {
  const { id, email } = await plantImported()
  const apiKey = crypto.randomUUID()
  const json = { enableAPIKey: true, apiKey }
  const owner = as('owner', space.a)
  expectStatus(await owner({ path: `/api/users/${id}`, method: 'PATCH', json }), 200)
  const service = asService({ ...space.a, apiKey })
  const whoIs = async () => read(await service('/api/users/me'), 'user', 'id')
  expect(await whoIs()).toBe(id)
  expect(await credentialsOf(id)).toMatchObject({ hash: null, imported_hash: BCRYPT })
  expectStatus(await signIn(asVisitor(space.a), email), 200)
  expect(await whoIs()).toBe(id)
})

describe('nobody sees an imported hash', () => {
  const everybody: [string, () => HttpActor][] = [
    ['an owner', () => as('owner', space.a)],
    ['a viewer', () => as('viewer', space.a)],
    ['a visitor', () => asVisitor(space.a)],
    ['a service', () => asService(space.a)],
    ['the platform', () => asAdmin()],
    ['the platform, inside a space', () => asAdminIn(space.a)],
    ['an agency', () => asAgency()],
  ]

  test.each(everybody)('in an answer: %s', async (_who, actor) => {
    const { id } = await plantImported()
    for (const path of [
      `/api/users/${id}?depth=2&select[importedHash]=true&showHiddenFields=true`,
      `/api/users?limit=100&select[importedHash]=true`,
      `/api/users?limit=100&sort=importedHash`,
      '/api/users/me?select[importedHash]=true',
      '/api/pages?depth=3&limit=100&populate[users][importedHash]=true',
      '/api/pages/export?format=json',
      '/api/form-submissions/export',
      '/api/access',
    ])
      expect((await actor()(path)).body).not.toMatch(/\$2[aby]\$|"importedHash":/)
  })

  test.each(everybody)('by asking for it: %s', async (_who, actor) => {
    await plantImported()
    for (const where of [
      `where[importedHash][equals]=${encodeURIComponent(BCRYPT)}`,
      'where[importedHash][exists]=true',
      'where[importedHash][like]=%25',
      'where[and][0][or][0][importedHash][not_equals]=x',
      'where[imported_hash][exists]=true',
    ]) {
      const paths = [`/api/users?${where}`, `/api/users/count?${where}`]
      for (const path of paths) expect((await actor()(path)).status).toBeGreaterThanOrEqual(400)
    }
    const through = 'where[createdBy.importedHash][exists]=true'
    expect((await actor()(`/api/pages?${through}`)).status).toBe(400)
  })

  test.each(everybody)('over GraphQL, where it does not exist: %s', async (_who, actor) => {
    for (const query of [
      '{ Users { docs { importedHash } } }',
      '{ meUser { user { importedHash } } }',
      '{ Pages { docs { createdBy { importedHash } } } }',
      '{ Users(where: { importedHash: { exists: true } }) { totalDocs } }',
      'mutation { updateUser(id: "x", data: { importedHash: "x" }) { id } }',
      'mutation { createUser(data: { email: "x", password: "x", importedHash: "x" }) { id } }',
    ]) {
      const answer = await overGraphQL(actor(), query)
      expect(read(answer, 'errors', 0, 'message')).toMatch(
        /^(Cannot query field "importedHash"|Field "importedHash" is not defined)/,
      )
      expect(read(answer, 'data')).toBeUndefined()
    }
  })

  test('in what a sign-in answers, and in the token', async () => {
    const { email } = await plantImported()
    const answer = expectStatus(await signIn(asVisitor(space.a), email), 200)
    expect(answer.body).not.toMatch(/importedHash|\$2b\$/)
    const claims = Buffer.from(
      readText(answer, 'token').split('.')[1] ?? '',
      'base64url',
    ).toString()
    expect(claims).toContain(email)
    expect(claims).not.toMatch(/importedHash|\$2b\$/)
  })

  test('in the admin', async () => {
    const { id } = await plantImported()
    for (const actor of [as('owner', space.a), asAdmin()]) {
      const { body } = expectStatus(await actor(`/admin/collections/users/${id}`), 200)
      expect(body).toContain('field-firstName')
      expect(body).not.toMatch(/field-importedHash|\$2b\$06/)
    }
  })
})

describe('nobody writes an imported hash', () => {
  test.each([
    ['an owner', () => as('owner', space.a)],
    ['the platform', () => asAdmin()],
  ])('%s', async (_who, actor) => {
    const { id, email } = await plantImported()
    const json = { firstName: 'Ada', importedHash: ANOTHER.hash }
    const path = `/api/users/${id}`
    expectStatus(await actor()({ path, method: 'PATCH', json }), 200)
    expect(await credentialsOf(id)).toMatchObject({ hash: null, imported_hash: BCRYPT })
    expectStatus(
      await actor()({ path, method: 'PATCH', json: { ...json, importedHash: null } }),
      200,
    )
    expect(await credentialsOf(id)).toMatchObject({ hash: null, imported_hash: BCRYPT })
    expect((await signIn(asVisitor(space.a), email)).status).toBe(200)
  })

  test('of a new account neither', async () => {
    const email = `${uniqueName('new')}@example.test`
    const json = {
      email,
      password: 'a-password-of-tests',
      tenants: [{ tenant: space.a.id, role: 'viewer' }],
      importedHash: BCRYPT,
    }
    expectStatus(await as('owner', space.a)({ path: '/api/users', json }), 201)
    expect(await sql('select imported_hash from users where email = $1', [email])).toEqual([
      { imported_hash: null },
    ])
  })
})
