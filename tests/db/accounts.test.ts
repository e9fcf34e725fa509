import { randomUUID } from 'node:crypto'

import { beforeAll, describe, expect, test } from 'vitest'

import { plantTenant, type PlantedTenant } from '../support/plantTenant'
import { asPlatform, asTenant } from '../support/sqlActors'
import { uniqueName } from '../support/uniqueName'
import { useDatabase } from '../support/useDatabase'

useDatabase()

let a: PlantedTenant
let b: PlantedTenant

beforeAll(async () => {
  a = await plantTenant([])
  b = await plantTenant([])
})

const address = () => `${uniqueName('somebody')}@example.test`

const INSERT_USER = 'insert into users (id, email, tenant_id) values ($1, $2, $3)'
const INSERT_ROLE = `insert into users_tenants (_order, _parent_id, id, tenant_id, role) values (1, $1, $2, $3, 'editor')`

/** An account; `home` null is a global one. */
async function account(email: string, home: string | null): Promise<string> {
  const id = randomUUID()
  await asPlatform().changes(INSERT_USER, [id, email, home])
  return id
}

const role = (user: string, tenant: string) => [user, randomUUID(), tenant]

describe('one person per e-mail in a space', () => {
  test('the same e-mail may be somebody else in another space, and a global account elsewhere', async () => {
    const email = address()
    const people = [
      await account(email, a.id),
      await account(email, b.id),
      await account(email, null),
    ]
    const seen = await asPlatform().rows('select id from users where email = $1', [email])
    expect(seen.map(({ id }) => id).sort()).toEqual(people.sort())
  })

  test('an e-mail is one account in its realm, in whatever case it is written', async () => {
    const email = address()
    await account(email, a.id)
    await account(email, null)
    const platform = asPlatform()
    expect(await platform.refusal(INSERT_USER, [randomUUID(), email.toUpperCase(), a.id])).toBe(
      '23505',
    )
    expect(await platform.refusal(INSERT_USER, [randomUUID(), email.toUpperCase(), null])).toBe(
      '23505',
    )
  })

  test('a global account gets no role where the e-mail is a local account', async () => {
    const email = address()
    await account(email, a.id)
    const globalAccount = await account(email, null)
    expect(await asPlatform().refusal(INSERT_ROLE, role(globalAccount, a.id))).toBe('23505')
    expect(await asPlatform().refusal(INSERT_ROLE, role(globalAccount, b.id))).toBe('allowed')
  })

  test('a local account is not made where the e-mail is a global member, by nobody', async () => {
    const email = address()
    const globalAccount = await account(email, null)
    await asPlatform().changes(INSERT_ROLE, role(globalAccount, a.id))
    for (const actor of [asPlatform(), asTenant(a.id, a.userId)]) {
      expect(await actor.refusal(INSERT_USER, [randomUUID(), email, a.id])).toBe('23505')
    }
    expect(await asPlatform().refusal(INSERT_USER, [randomUUID(), email, b.id])).toBe('allowed')
  })

  test('an e-mail cannot be changed into a clash', async () => {
    const [local, global] = [address(), address()]
    await account(local, a.id)
    const globalAccount = await account(global, null)
    await asPlatform().changes(INSERT_ROLE, role(globalAccount, a.id))
    const change = 'update users set email = $1 where email = $2'
    expect(await asPlatform().refusal(change, [global, local])).toBe('23505')
    expect(await asPlatform().refusal(change, [local, global])).toBe('23505')
  })

  test('of two that arrive at the same moment exactly one wins', async () => {
    const attempts = Array.from({ length: 12 }, async () => {
      const email = address()
      const globalAccount = await account(email, null)
      const results = await Promise.allSettled([
        asPlatform().changes(INSERT_USER, [randomUUID(), email, a.id]),
        asPlatform().changes(INSERT_ROLE, role(globalAccount, a.id)),
      ])
      return results.filter(({ status }) => status === 'fulfilled').length
    })
    expect(await Promise.all(attempts)).toEqual(Array.from({ length: 12 }, () => 1))
  })
})

describe('an account', () => {
  test('of one space has no role in another', async () => {
    expect(await asPlatform().refusal(INSERT_ROLE, role(a.userId, b.id))).toBe('AT001')
  })

  test('is not seen by another space, and its sessions and roles neither', async () => {
    const inA = asTenant(a.id, a.userId)
    expect(
      await inA.rows('select id from users where id = any ($1)', [[a.userId, b.userId]]),
    ).toEqual([{ id: a.userId }])
    expect(await inA.rows('select from users_sessions where _parent_id = $1', [b.userId])).toEqual(
      [],
    )
    expect(await inA.rows('select from users_tenants where _parent_id = $1', [b.userId])).toEqual(
      [],
    )
    for (const [table, column] of [
      ['users', 'id'],
      ['users_sessions', '_parent_id'],
      ['users_tenants', '_parent_id'],
    ]) {
      expect(
        await asPlatform().rows(`select from ${table} where ${column} = $1`, [b.userId]),
      ).toHaveLength(1)
    }
  })

  test('of another space gets no session, and gives none up', async () => {
    const inA = asTenant(a.id, a.userId)
    const insert = `insert into users_sessions (_order, _parent_id, id, expires_at) values (9, $1, $2, now())`
    expect(await inA.refusal(insert, [b.userId, randomUUID()])).toBe('42501')
    expect(await inA.refusal(insert, [randomUUID(), randomUUID()])).toBe('42501')
    expect(await inA.changes('delete from users_sessions where _parent_id = $1', [b.userId])).toBe(
      0,
    )
  })

  test('that a space does not see gets no role there, whether it exists or not', async () => {
    const stranger = await account(address(), null)
    const inA = asTenant(a.id, a.userId)
    for (const person of [stranger, b.userId, randomUUID()]) {
      expect(await inA.refusal(INSERT_ROLE, role(person, a.id))).toBe('23503')
    }
  })

  test('does not move to another space, and does not become staff, by its own hand', async () => {
    const self = asTenant(a.id, a.userId)
    for (const tenant of [b.id, randomUUID(), null]) {
      expect(
        await self.refusal('update users set tenant_id = $1 where id = $2', [tenant, a.userId]),
      ).toBe('42501')
    }
    const [member] = [await account(address(), null)]
    const insider = asTenant(a.id, member)
    expect(
      await insider.refusal(`update users set platform_role = 'platform-admin' where id = $1`, [
        member,
      ]),
    ).toBe('42501')
    expect(
      await insider.refusal('update users set tenant_id = $1 where id = $2', [a.id, member]),
    ).toBe('42501')
    expect(
      await insider.refusal(`update users set first_name = 'Ada' where id = $1`, [member]),
    ).toBe('allowed')
  })

  test('that is global changes its e-mail through the platform only: a space cannot see whom it would clash with', async () => {
    const [email, taken] = [address(), address()]
    const agency = await account(email, null)
    await asPlatform().changes(INSERT_ROLE, role(agency, a.id))
    await asPlatform().changes(INSERT_ROLE, role(agency, b.id))
    await account(taken, b.id)
    const change = 'update users set email = $1 where id = $2'
    expect(await asTenant(a.id, agency).refusal(change, [taken, agency])).toBe('AT001')
    expect(await asTenant(a.id, agency).refusal(change, [address(), agency])).toBe('AT001')
    expect(await asPlatform().refusal(change, [taken, agency])).toBe('23505')
    expect(await asPlatform().refusal(change, [address(), agency])).toBe('allowed')
  })

  test('has one role in a space', async () => {
    expect(await asPlatform().refusal(INSERT_ROLE, role(a.userId, a.id))).toBe('23505')
  })
})
