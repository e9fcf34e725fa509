import { randomUUID } from 'node:crypto'

import { beforeAll, describe, expect, test } from 'vitest'

import { CREDENTIAL_FIELDS } from '@/db/identityWrites'
import type { IdentityLookup } from '@/db/scope'

import { loadClasses } from '../support/loadClasses'
import { plantTenant, type PlantedTenant } from '../support/plantTenant'
import { asIdentity, asPlatform } from '../support/sqlActors'
import { useDatabase } from '../support/useDatabase'

useDatabase()

const { adapter } = await loadClasses()

let a: PlantedTenant
let b: PlantedTenant
/** A global account that is a member of A. */
let agency: string

/** The same e-mail, key and tokens in A, in B and at the platform: only the realm tells them apart. */
const EMAIL = 'Same@Example.test'
const LOOKUPS: readonly IdentityLookup[] = [
  { email: 'same@example.test' },
  { apiKeyIndex: 'key' },
  { resetToken: 'reset' },
  { verificationToken: 'verify' },
]

beforeAll(async () => {
  a = await plantTenant([])
  b = await plantTenant([])
  agency = randomUUID()
  const staff = randomUUID()
  await asPlatform()(async (client) => {
    await client.query(
      `insert into users (id, email) values ($1, 'agency@example.test'), ($2, 'staff@example.test')`,
      [agency, staff],
    )
    await client.query(
      `insert into users_tenants (_order, _parent_id, id, tenant_id, role) values (1, $1, $2, $3, 'editor')`,
      [agency, randomUUID(), a.id],
    )
    await client.query(
      `update users set email = $1, api_key_index = 'key', reset_password_token = 'reset', _verificationtoken = 'verify' where id = any ($2)`,
      [EMAIL, [a.userId, b.userId, staff]],
    )
  })
})

const accounts = async (lookup: IdentityLookup, realm: string | null) =>
  (await asIdentity(lookup, realm).rows<{ id: string }>('select id from users')).map(({ id }) => id)

describe('whoever is being authenticated', () => {
  test.each([
    `o'brien@example.test`,
    String.raw`back\\'slash@example.test`,
    `'); drop table users; --`,
  ])('is looked up by what was typed: %s', async (typed) => {
    const [row] = await asIdentity({ email: typed }, a.id).rows<{ lookup: string }>(
      `select current_setting('app.lookup') as lookup`,
    )
    expect(row?.lookup).toBe(`email:${typed}`)
  })

  test.each(LOOKUPS)('is the one account of that address, by %o', async (lookup) => {
    expect(await accounts(lookup, a.id)).toEqual([a.userId])
    expect(await accounts(lookup, b.id)).toEqual([b.userId])
    const atPlatform = await accounts(lookup, null)
    expect(atPlatform).toHaveLength(1)
    expect([a.userId, b.userId]).not.toContain(atPlatform[0])
  })

  test('is by id only the account that it names', async () => {
    expect(await accounts({ id: a.userId }, a.id)).toEqual([a.userId])
    expect(await accounts({ id: a.userId }, b.id)).toEqual([])
    expect(await accounts({ id: a.userId }, null)).toEqual([])
    expect(await accounts({ id: randomUUID() }, a.id)).toEqual([])
  })

  test('is a global account where it has a role, and at the platform', async () => {
    for (const lookup of [{ id: agency }, { email: 'agency@example.test' }]) {
      expect(await accounts(lookup, a.id)).toEqual([agency])
      expect(await accounts(lookup, b.id)).toEqual([])
      expect(await accounts(lookup, null)).toEqual([agency])
    }
  })

  test('is nobody once the account is switched off, from the next query on', async () => {
    const c = await plantTenant([])
    expect(await accounts({ id: c.userId }, c.id)).toEqual([c.userId])
    await asPlatform().changes('update users set is_active = false where id = $1', [c.userId])
    expect(await accounts({ id: c.userId }, c.id)).toEqual([])
  })

  test('is nobody without a look-up that says something', async () => {
    expect(await accounts({ email: '' }, a.id)).toEqual([])
    expect(await accounts({ resetToken: '' }, a.id)).toEqual([])
  })

  test('sees the sessions of that account and no other', async () => {
    const seen = await asIdentity({ id: a.userId }, a.id).rows(
      'select _parent_id from users_sessions',
    )
    expect(seen).toEqual([{ _parent_id: a.userId }])
    expect(
      await asPlatform().rows('select from users_sessions where _parent_id = $1', [b.userId]),
    ).toHaveLength(1)
  })

  test('sees no roles of other spaces', async () => {
    const seen = await asIdentity({ id: a.userId }, a.id).rows(
      'select tenant_id from users_tenants',
    )
    expect(new Set(seen.map((row) => row.tenant_id))).toEqual(new Set([a.id]))
  })
})

describe('authentication writes', () => {
  const columnOf = (field: string) => adapter.rawTables.users?.columns[field]?.name ?? field

  test.each(CREDENTIAL_FIELDS)('the credential %s of that account', async (field) => {
    const sql = `update users set "${columnOf(field)}" = null where id = $1`
    expect(await asIdentity({ id: a.userId }, a.id).refusal(sql, [a.userId])).toBe('allowed')
  })

  test('nothing else about an account, column by column', async () => {
    const credentials: string[] = [
      ...CREDENTIAL_FIELDS.map(columnOf),
      'reset_password_requested_at',
      'updated_at',
    ]
    const others = Object.values(adapter.rawTables.users?.columns ?? {})
      .map(({ name }) => name)
      .filter((name) => !credentials.includes(name))
    expect(others).toContain('email')
    for (const column of others) {
      const sql = `update users set "${column}" = "${column}" where id = $1`
      expect([column, await asIdentity({ id: a.userId }, a.id).refusal(sql, [a.userId])]).toEqual([
        column,
        '42501',
      ])
    }
  })

  test('no other account', async () => {
    const sql = 'update users set hash = $1 where id = $2'
    const actor = asIdentity({ id: a.userId }, a.id)
    expect(await actor.changes(sql, ['stolen', b.userId])).toBe(0)
    expect(await actor.changes(sql, ['stolen', agency])).toBe(0)
    const stolen = await asPlatform().rows(`select from users where hash = 'stolen'`)
    expect(stolen).toEqual([])
  })

  test('no accounts, no roles, and sessions of that account alone', async () => {
    const actor = asIdentity({ id: a.userId }, a.id)
    const session = `insert into users_sessions (_order, _parent_id, id, expires_at) values (2, $1, $2, now())`
    expect(await actor.refusal(session, [a.userId, randomUUID()])).toBe('allowed')
    expect(await actor.refusal(session, [b.userId, randomUUID()])).toBe('42501')
    expect(await actor.refusal(session, [agency, randomUUID()])).toBe('42501')
    expect(await actor.refusal('delete from users where id = $1', [a.userId])).toBe('42501')
    expect(
      await actor.refusal(`insert into users (id, email) values ($1, 'x@example.test')`, [
        randomUUID(),
      ]),
    ).toBe('42501')
    expect(await actor.refusal(`update users_tenants set role = 'owner'`)).toBe('42501')
  })
})
