import { expect, test } from 'vitest'

import { diffLines } from '@/db/catalog/diffLines'
import { dumpSchema } from '@/db/dumpSchema'

import { withClient } from '../../scripts/postgres/withClient'
import { runScript } from '../support/runScript'
import { asNobody, asOwner, asPlatform, asRoot } from '../support/sqlActors'
import { createDatabase, discardDatabase, testDatabase, useDatabase } from '../support/useDatabase'

useDatabase()

test('the dump is the same for whoever asks, and every time', async () => {
  const dumps = []
  for (const actor of [asNobody(), asOwner(), asPlatform(), asRoot(), asRoot()])
    dumps.push(await actor(dumpSchema))
  expect(new Set(dumps).size).toBe(1)
})

test.each([
  ['alter table pages add column planted int', '+   planted integer'],
  [
    'alter table pages_locales alter column title set not null',
    '+   title character varying not null,',
  ],
  [
    `alter table pages_locales alter column title set default 'x'`,
    `+   title character varying default 'x'::character varying,`,
  ],
  [
    'alter table pages drop constraint pages_parent_id_tenant_fk',
    '- alter table pages add constraint pages_parent_id_tenant_fk',
  ],
  ['drop index pages_parent_idx', '- CREATE INDEX pages_parent_idx'],
  [
    'drop policy pages_tenant_all on pages',
    '- create policy pages_tenant_all on pages for all to atrium_tenant',
  ],
  ['alter policy pages_tenant_all on pages using (true)', '+   using (true)'],
  [
    'alter table pages no force row level security',
    '- alter table pages force row level security;',
  ],
  ['alter table pages disable trigger pages_tree', '+ CREATE TRIGGER pages_tree'],
  ['drop trigger pages_touch on pages', '- CREATE TRIGGER pages_touch'],
  [
    'grant truncate on pages to atrium_tenant',
    '+ grant delete, insert, select, truncate, update on pages to atrium_tenant;',
  ],
  [
    'grant update (title) on pages_locales to atrium_identity',
    '+ grant update (title) on pages_locales to atrium_identity;',
  ],
  [
    'grant update on sequence pages_rels_id_seq to atrium_tenant',
    '+ grant update, usage on sequence pages_rels_id_seq to atrium_tenant;',
  ],
  [
    `alter type enum_pages_status add value 'planted'`,
    `+ create type enum_pages_status as enum ('draft', 'published', 'planted');`,
  ],
  ['alter function atrium_own_row() security definer', '+  SECURITY DEFINER'],
  ['revoke execute on function atrium_own_row() from public', '+ -- rights: '],
  ['create view planted as select 1 as one', '+ create view planted as'],
  ['create extension citext', '+ create extension citext;'],
  ['create schema planted', '+ -- schema planted belongs to postgres'],
])('the dump shows: %s', async (change, line) => {
  const database = await createDatabase()
  const before = await asRoot()(dumpSchema)
  const after = await withClient(database.superuserUrl, async (client) => {
    await client.query(change)
    return dumpSchema(client)
  })
  await discardDatabase(database)
  expect(diffLines(before, after).filter((one) => one.startsWith(line))).toHaveLength(1)
})

test('the dump says nothing of pgvector, which one server has and another has not', async () => {
  const database = await createDatabase()
  const after = await withClient(database.superuserUrl, async (client) => {
    // The embedded server cannot make it: another extension under its name stands in.
    await client.query('create extension citext')
    await client.query(`update pg_extension set extname = 'vector' where extname = 'citext'`)
    return dumpSchema(client)
  })
  await discardDatabase(database)
  expect(diffLines(await asRoot()(dumpSchema), after)).toEqual([])
})

test('a difference is shown with the lines around it', () => {
  const before = 'a\nb\nc\nd\ne\nf\ng\nh\ni\nj'
  expect(diffLines(before, before)).toEqual([])
  expect(diffLines(before, before.replace('c', 'C').replace('i', 'i\nI'))).toEqual([
    '  a',
    '  b',
    '- c',
    '+ C',
    '  d',
    '  e',
    '  …',
    '  h',
    '  i',
    '+ I',
    '  j',
  ])
  expect(diffLines('', 'a')).toEqual(['- ', '+ a'])
})

test('npm run db:check is content with a migrated database, and says what to do about another one', async () => {
  const good = await runScript('db-check.ts', testDatabase())
  expect(good).toMatchObject({ code: 0 })
  expect(good.output).not.toContain('✗')

  await asRoot().rows('alter table pages no force row level security')
  const bad = await runScript('db-check.ts', testDatabase())
  await asRoot().rows('alter table pages force row level security')
  expect(bad.code).toBe(1)
  expect(bad.output).toContain('✗ The database holds tenants apart')
  expect(bad.output).toContain('pages has it not forced on its owner')
  expect(bad.output).toContain(
    '→ ALTER TABLE … ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY',
  )
})
