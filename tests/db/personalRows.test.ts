import { randomUUID } from 'node:crypto'

import { beforeAll, expect, test } from 'vitest'

import { plantPersonalRows } from '../support/plantPersonalRows'
import { plantTenant, type PlantedTenant } from '../support/plantTenant'
import { asPlatform, asTenant } from '../support/sqlActors'
import { useDatabase } from '../support/useDatabase'

useDatabase()

let a: PlantedTenant
let b: PlantedTenant
let ofA: { lock: string; preference: string }
let ofB: { lock: string; preference: string }
/** Works in A too. */
let colleague: string

beforeAll(async () => {
  a = await plantTenant(['pages', 'media'])
  b = await plantTenant(['pages', 'media'])
  ofA = await plantPersonalRows(a)
  ofB = await plantPersonalRows(b)
  colleague = randomUUID()
  await asPlatform().changes(
    `insert into users (id, email, tenant_id) values ($1, 'colleague@example.test', $2)`,
    [colleague, a.id],
  )
})

const ids = (rows: readonly Record<string, unknown>[]) => rows.map(({ id }) => id)

test('preferences are seen by their person alone', async () => {
  expect(ids(await asTenant(a.id, a.userId).rows('select id from payload_preferences'))).toEqual([
    ofA.preference,
  ])
  for (const actor of [
    asTenant(a.id, colleague),
    asTenant(b.id, b.userId),
    asTenant(a.id),
    asTenant([]),
  ]) {
    expect(ids(await actor.rows('select id from payload_preferences'))).not.toContain(
      ofA.preference,
    )
  }
  expect(ids(await asPlatform().rows('select id from payload_preferences'))).toEqual(
    expect.arrayContaining([ofA.preference, ofB.preference]),
  )
})

test('rows below preferences and locks follow them', async () => {
  for (const [table, parent] of [
    ['payload_preferences_rels', ofA.preference],
    ['payload_locked_documents_rels', ofA.lock],
  ]) {
    const sql = `select from ${table} where parent_id = $1`
    expect(await asTenant(a.id, a.userId).rows(sql, [parent])).toHaveLength(1)
    expect(await asTenant(b.id, b.userId).rows(sql, [parent])).toEqual([])
    expect(await asPlatform().rows(sql, [parent])).toHaveLength(1)
  }
})

test('somebody who is not signed in keeps neither', async () => {
  for (const table of ['payload_preferences', 'payload_locked_documents']) {
    expect(
      await asTenant(a.id).refusal(`insert into ${table} (id) values ($1)`, [randomUUID()]),
    ).toBe('42501')
  }
})

test('a row is its maker’s, whoever it claims to be of', async () => {
  const id = randomUUID()
  const sql = 'insert into payload_preferences (id, owner_id) values ($1, $2) returning owner_id'
  expect(await asTenant(a.id, a.userId).rows(sql, [id, b.userId])).toEqual([{ owner_id: a.userId }])
})

test('a lock on a document is seen by those who see the document', async () => {
  const lock = 'update payload_locked_documents_rels set pages_id = $1 where parent_id = $2'
  await asTenant(a.id, a.userId).changes(lock, [a.rows.get('pages'), ofA.lock])
  const look = 'select id from payload_locked_documents where id = $1'
  expect(await asTenant(a.id, colleague).rows(look, [ofA.lock])).toHaveLength(1)
  expect(await asTenant(b.id, b.userId).rows(look, [ofA.lock])).toEqual([])
})

test('a lock cannot be put before another tenant’s eyes', async () => {
  const move = 'update payload_locked_documents set tenant_id = $1 where id = $2'
  expect(await asTenant(a.id, a.userId).refusal(move, [b.id, ofA.lock])).toBe('42501')
  expect(await asTenant(a.id, a.userId).refusal(move, [randomUUID(), ofA.lock])).toBe('42501')
})

test('nobody releases another tenant’s lock or writes another’s preference', async () => {
  const inA = asTenant(a.id, a.userId)
  expect(await inA.changes('delete from payload_locked_documents where id = $1', [ofB.lock])).toBe(
    0,
  )
  expect(
    await inA.changes(`update payload_preferences set value = '{}' where id = $1`, [
      ofB.preference,
    ]),
  ).toBe(0)
})
