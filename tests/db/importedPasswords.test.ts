import { pbkdf2Sync, randomBytes, randomUUID } from 'node:crypto'

import { beforeAll, describe, expect, test } from 'vitest'

import { identity, visitor } from '@/db/scope'
import { withScope } from '@/db/withScope'
import type { Tenant } from '@/payload-types'

import { asMember, asPlatform, asStaffIn } from '../support/actors'
import { buildTenant } from '../support/buildTenant'
import { buildUser } from '../support/buildUser'
import { plantPerson } from '../support/httpPeople'
import { ANOTHER, IMPORTED } from '../support/importedHashes'
import { outcomeOf } from '../support/outcomeOf'
import { asPlatform as asPlatformSql, asRoot, asTenant } from '../support/sqlActors'
import { uniqueName } from '../support/uniqueName'
import { testPayload, usePayload } from '../support/usePayload'

usePayload({ poolMax: 10 })

const { hash: BCRYPT, password: PASSWORD } = IMPORTED['2a']
/** Any text that was made by Payload. */
const OWN = expect.stringMatching(/^pbkdf2-sha256-v1:[0-9a-f]{64}$/)

let a: Tenant
let b: Tenant

beforeAll(async () => {
  a = await buildTenant()
  b = await buildTenant()
})

interface Credentials {
  readonly hash: string | null
  readonly salt: string | null
  readonly imported_hash: string | null
  readonly login_attempts: string
}

const credentialsOf = async (id: string): Promise<Credentials | undefined> =>
  (
    await asRoot().rows<Credentials>(
      'select hash, salt, imported_hash, login_attempts from users where id = $1',
      [id],
    )
  )[0]

const UNTOUCHED = { hash: null, salt: null, imported_hash: BCRYPT }
const REPLACED = { hash: OWN, salt: expect.any(String), imported_hash: null }

/** An account that lives in a space, as the importer writes it. */
async function imported(
  tenant: Pick<Tenant, 'id'>,
  { email = `${uniqueName('imported')}@example.test`, importedHash = BCRYPT as string } = {},
) {
  const id = await asRoot()((client) =>
    plantPerson(client, {
      email,
      tenant: tenant.id,
      memberships: [{ tenant: tenant.id, role: 'editor' }],
      importedHash,
    }),
  )
  return { id, email, tenant }
}

type Account = Awaited<ReturnType<typeof imported>>

const change = (sql: string, { id }: Pick<Account, 'id'>) => asRoot().changes(sql, [id])

const headersOf = ({ slug }: Tenant) => new Headers({ host: `${slug}.localhost:3000` })

/** Somebody at the address of a space, or at the platform's. @returns whom they are signed in as. */
const signIn = async (
  email: string,
  password: string,
  tenant: Tenant | null = a,
): Promise<string | undefined> => {
  const { user } = await withScope(visitor(tenant?.id ?? null), () =>
    testPayload().login({
      collection: 'users',
      data: { email, password },
      req: { headers: tenant ? headersOf(tenant) : new Headers({ host: 'localhost:3000' }) },
    }),
  )
  return user?.id
}

/** How an attempt ends that must not succeed. */
const refusal = (email: string, password: string, tenant?: Tenant | null) =>
  outcomeOf(() => signIn(email, password, tenant))

const wrong = () => refusal('nobody@example.test', PASSWORD)

describe('an imported password', () => {
  test.each(Object.entries(IMPORTED))(
    'of %s signs in, and is Payload’s own from then on',
    async (_kind, { hash, password }) => {
      const { id, email } = await imported(a, { importedHash: hash })
      expect(await signIn(email, password)).toBe(id)
      const first = await credentialsOf(id)
      expect(first).toMatchObject(REPLACED)
      expect(await signIn(email, password)).toBe(id)
      expect(await credentialsOf(id)).toEqual(first)
    },
  )

  test('counts to its 72nd byte, as where it came from, and then as it was typed', async () => {
    const { hash, password } = IMPORTED['more than 72 bytes']
    const { email } = await imported(a, { importedHash: hash })
    expect(await refusal(email, password.slice(0, 71))).toEqual(await wrong())
    await signIn(email, password.slice(0, 72))
    expect(await refusal(email, password)).toEqual(await wrong())
  })

  test('that is wrong is refused as every wrong one, and counted', async () => {
    const { id, email } = await imported(a)
    expect(await refusal(email, 'not the password')).toEqual(await wrong())
    expect(await credentialsOf(id)).toMatchObject({ ...UNTOUCHED, login_attempts: '1' })
    await signIn(email, PASSWORD)
    expect(await credentialsOf(id)).toMatchObject({ ...REPLACED, login_attempts: '0' })
  })

  test.each([`${PASSWORD}\u0000`, `${PASSWORD}\u0000${PASSWORD}`, `\u0000${PASSWORD}`])(
    'has no NUL in it: %j',
    async (password) => {
      const { id, email } = await imported(a)
      expect(await refusal(email, password)).toEqual(await wrong())
      expect(await credentialsOf(id)).toMatchObject(UNTOUCHED)
    },
  )

  test('of nothing is not a NUL', async () => {
    const importedHash = '$2a$05$CCCCCCCCCCCCCCCCCCCCC.7uG0VCzI2bS7j6ymqJi9CdcdxiRTWNy'
    const { email } = await imported(a, { importedHash })
    expect(await refusal(email, '\u0000')).toEqual(await wrong())
  })

  test('is not the hash itself', async () => {
    const { email } = await imported(a)
    expect(await refusal(email, BCRYPT)).toEqual(await wrong())
  })

  test('is refused ten times, then the account is locked, and the right one changes nothing', async () => {
    const { id, email } = await imported(a)
    for (let attempt = 0; attempt < 10; attempt++)
      expect(await refusal(email, 'wrong')).not.toHaveProperty('worked')
    expect(await refusal(email, PASSWORD)).not.toHaveProperty('worked')
    expect(await credentialsOf(id)).toMatchObject(UNTOUCHED)
    await change(`update users set lock_until = now() - interval '1 minute' where id = $1`, { id })
    expect(await signIn(email, PASSWORD)).toBe(id)
    expect(await credentialsOf(id)).toMatchObject(REPLACED)
  })

  test('is nobody’s else: the same e-mail is another person in another space', async () => {
    const email = `${uniqueName('same')}@example.test`
    const inA = await imported(a, { email })
    const inB = await imported(b, { email, importedHash: ANOTHER.hash })
    expect(await refusal(email, ANOTHER.password, a)).toEqual(await wrong())
    expect(await refusal(email, PASSWORD, b)).toEqual(await wrong())
    expect(await refusal(email, PASSWORD, null)).toEqual(await wrong())
    expect(await signIn(email, PASSWORD, a)).toBe(inA.id)
    expect(await credentialsOf(inB.id)).toMatchObject({
      hash: null,
      imported_hash: ANOTHER.hash,
      login_attempts: '1',
    })
    expect(await signIn(email, ANOTHER.password, b)).toBe(inB.id)
  })

  test('is replaced once when it is used in several places at the same time', async () => {
    const { id, email } = await imported(a)
    const people = await Promise.all(Array.from({ length: 4 }, () => signIn(email, PASSWORD)))
    expect(new Set(people)).toEqual(new Set([id]))
    expect(
      await asRoot().rows('select from users_sessions where _parent_id = $1', [id]),
    ).toHaveLength(4)
    expect(await credentialsOf(id)).toMatchObject(REPLACED)
    expect(await signIn(email, PASSWORD)).toBe(id)
  })
})

describe('who cannot sign in, cannot with an imported password', () => {
  test('a person who is deactivated', async () => {
    const { id, email } = await imported(a)
    await change('update users set is_active = false where id = $1', { id })
    expect(await refusal(email, PASSWORD)).toEqual(await wrong())
    expect(await credentialsOf(id)).toMatchObject(UNTOUCHED)
  })

  test('a person who did not confirm the e-mail address, until they do', async () => {
    const { id, email } = await imported(a)
    await change('update users set _verified = false where id = $1', { id })
    expect(await refusal(email, PASSWORD)).toMatchObject({ name: 'UnverifiedEmail', status: 403 })
    expect(await refusal(email, 'wrong')).toEqual(await wrong())
    await change('update users set _verified = true where id = $1', { id })
    expect(await signIn(email, PASSWORD)).toBe(id)
  })

  test('an agency where it is no longer a member', async () => {
    const email = `${uniqueName('agency')}@example.test`
    const id = await asRoot()((client) =>
      plantPerson(client, {
        email,
        memberships: [{ tenant: a.id, role: 'editor' }],
        importedHash: BCRYPT,
      }),
    )
    await change('delete from users_tenants where _parent_id = $1', { id })
    expect(await refusal(email, PASSWORD, a)).toEqual(await wrong())
    expect(await credentialsOf(id)).toMatchObject(UNTOUCHED)
    expect(await signIn(email, PASSWORD, null)).toBe(id)
  })
})

describe('a password of one’s own takes the imported one away', () => {
  const NEW = 'the-new-password'
  const isReplaced = async ({ id, email }: Account) => {
    expect(await credentialsOf(id)).toMatchObject(REPLACED)
    expect(await refusal(email, PASSWORD)).toEqual(await wrong())
    expect(await signIn(email, NEW)).toBe(id)
  }

  test('set by a reset', async () => {
    const account = await imported(a)
    const req = { headers: headersOf(a) }
    const token = await withScope(visitor(a.id), () =>
      testPayload().forgotPassword({
        collection: 'users',
        data: { email: account.email },
        disableEmail: true,
        req,
      }),
    )
    expect(await credentialsOf(account.id)).toMatchObject(UNTOUCHED)
    await withScope(visitor(a.id), () =>
      testPayload().resetPassword({
        collection: 'users',
        data: { token, password: NEW },
        overrideAccess: true,
        req,
      }),
    )
    await isReplaced(account)
  })

  test('set by the person, while signed in elsewhere', async () => {
    const account = await imported(a)
    const user = { id: account.id, tenants: [{ tenant: a.id, role: 'editor' as const }] }
    await asMember(user)(() =>
      testPayload().update({ collection: 'users', id: account.id, data: { password: NEW } }),
    )
    await isReplaced(account)
  })

  test.each([
    ['an owner', () => asStaffIn(a)],
    ['the platform', () => asPlatform()],
  ])('set by %s', async (_who, actor) => {
    const account = await imported(a)
    await actor()(() =>
      testPayload().update({ collection: 'users', id: account.id, data: { password: NEW } }),
    )
    await isReplaced(account)
  })

  test('while the imported one is being compared', async () => {
    const account = await imported(a)
    await Promise.allSettled([
      signIn(account.email, PASSWORD),
      asPlatform()(() =>
        testPayload().update({ collection: 'users', id: account.id, data: { password: NEW } }),
      ),
    ])
    await isReplaced(account)
  })

  test('and it does not come back by importing again', async () => {
    const account = await imported(a)
    await signIn(account.email, PASSWORD)
    const before = await credentialsOf(account.id)
    for (const actor of [asPlatformSql(), asTenant(a.id, account.id)])
      expect(
        await actor.changes('update users set imported_hash = $1 where id = $2', [
          BCRYPT,
          account.id,
        ]),
      ).toBe(1)
    expect(await credentialsOf(account.id)).toEqual(before)
  })

  test('and not by an account that is written back as it was read before', async () => {
    const account = await imported(a)
    await signIn(account.email, PASSWORD)
    const before = await credentialsOf(account.id)
    await asPlatformSql().changes(
      'update users set hash = null, salt = null, imported_hash = $1 where id = $2',
      [BCRYPT, account.id],
    )
    expect(await credentialsOf(account.id)).toEqual(before)
  })

  test('and not by a sign-in that read the account before', async () => {
    const account = await imported(a)
    await signIn(account.email, PASSWORD)
    const before = await credentialsOf(account.id)
    await withScope(identity({ id: account.id }, a.id), () =>
      testPayload().db.updateOne({
        collection: 'users',
        id: account.id,
        data: { hash: null, salt: null, importedHash: BCRYPT, sessions: [], lockUntil: null },
      }),
    )
    expect(await credentialsOf(account.id)).toEqual(before)
  })

  test('also where it is written beside it', async () => {
    const id = randomUUID()
    await asPlatformSql().changes(
      'insert into users (id, email, hash, salt, imported_hash) values ($1, $2, $3, $3, $4)',
      [id, `${id}@example.test`, 'own', BCRYPT],
    )
    expect(await credentialsOf(id)).toMatchObject({ hash: 'own', imported_hash: null })
  })
})

test('a database that goes away in between is an outage, and the next attempt works', async () => {
  const { id, email } = await imported(a)
  const blocked = `select pid from pg_stat_activity where datname = current_database() and usename = 'atrium_app' and wait_event_type = 'Lock'`
  const attempt = await asRoot()(async (client) => {
    await client.query('select from users where id = $1 for update', [id])
    const signingIn = outcomeOf(() => signIn(email, PASSWORD))
    await expect
      .poll(async () => (await client.query(blocked)).rowCount, { timeout: 30_000 })
      .toBe(1)
    await client.query(`select pg_terminate_backend(pid) from (${blocked}) as waiting`)
    return signingIn
  })
  expect(attempt).toMatchObject({ status: 503, code: 'DATABASE_UNAVAILABLE' })
  expect(await credentialsOf(id)).toMatchObject({ ...UNTOUCHED, login_attempts: '0' })
  expect(await signIn(email, PASSWORD)).toBe(id)
})

describe('an imported hash', () => {
  const after = BCRYPT.slice(4)
  const OTHERS = [
    '',
    'secret',
    `$2$${after.slice(1)}`,
    `$2x$${after.slice(1)}`,
    BCRYPT.replace('$05$', '$03$'),
    BCRYPT.replace('$05$', '$16$'),
    BCRYPT.replace('$05$', '$31$'),
    BCRYPT.slice(0, -1),
    `${BCRYPT}.`,
    `${BCRYPT}\n`,
    ` ${BCRYPT}`,
    `${BCRYPT.slice(0, -1)}!`,
    '$argon2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHQ$aGFzaGhhc2hoYXNo',
  ]

  test.each(OTHERS)('is one of bcrypt, of a cost that can be spent: not %j', async (value) => {
    const id = randomUUID()
    const sql = 'insert into users (id, email, imported_hash) values ($1, $2, $3)'
    expect(await asPlatformSql().refusal(sql, [id, `${id}@example.test`, value])).toBe('23514')
    const { id: person } = await imported(a)
    const update = () =>
      testPayload().update({
        collection: 'users',
        id: person,
        data: { importedHash: value || ' ' },
      })
    expect(await asPlatform()(() => outcomeOf(update))).toMatchObject({ name: 'ValidationError' })
  })

  test.each(['04', '10', '15'])('may be of cost %s', async (cost) => {
    const { id } = await imported(a, { importedHash: BCRYPT.replace('$05$', `$${cost}$`) })
    expect(await credentialsOf(id)).toMatchObject({ hash: null })
  })
})

describe('an account of an older Payload', () => {
  /** Payload 0.1 to 3.88: by passport-local-mongoose until 1.8, and then by itself, with the same numbers. */
  const oldHash = (password: string, salt: string) =>
    pbkdf2Sync(password, salt, 25_000, 512, 'sha256').toString('hex')

  async function ofOlderPayload(password: string): Promise<Account> {
    const { id, email } = await buildUser({ tenant: a })
    const salt = randomBytes(32).toString('hex')
    await asPlatformSql().changes('update users set hash = $1, salt = $2 where id = $3', [
      oldHash(password, salt),
      salt,
      id,
    ])
    return { id, email, tenant: a }
  }

  test('signs in with its salt and hash, and has a new one from then on', async () => {
    const { id, email } = await ofOlderPayload('pässword of 2022')
    expect(await refusal(email, 'another')).toEqual(await wrong())
    expect(await signIn(email, 'pässword of 2022')).toBe(id)
    expect(await credentialsOf(id)).toMatchObject({ hash: OWN, imported_hash: null })
    expect(await signIn(email, 'pässword of 2022')).toBe(id)
  })
})

test('an account without any password cannot sign in, and says nothing else', async () => {
  const { id, email } = await imported(a)
  await change('update users set imported_hash = null where id = $1', { id })
  expect(await refusal(email, PASSWORD)).toEqual(await wrong())
})
