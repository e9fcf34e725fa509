import { rm } from 'node:fs/promises'

import { beforeAll, describe, expect, test } from 'vitest'

import { openSource } from '@/import/read/openSource'
import { lookupOf } from '@/import/write/openRunSource'
import { type Verification } from '@/import/verify/Verification'

import { importFrom, type Imported } from '../support/mongo/importFrom'
import { writeDump } from '../support/mongo/mongoDump'
import { generatePlatform } from '../support/mongo/platform/generatePlatform'
import { dumpPlatform } from '../support/mongo/platform/write/dumpPlatform'
import { SMALL_MAP, smallPlatform } from '../support/mongo/smallPlatform'
import { smallTargets } from '../support/mongo/smallTargets'
import { useFolder } from '../support/mongo/useFolder'
import { asRoot } from '../support/sqlActors'
import { testPayload, usePayload } from '../support/usePayload'

usePayload()
const inFolder = useFolder()

const settings = { map: SMALL_MAP, targets: smallTargets }
let imported: Imported

beforeAll(async () => {
  await writeDump(inFolder('dump'), smallPlatform())
  imported = await importFrom(inFolder('dump'), inFolder('imports'), settings)
})

async function verify({ folder, run, source } = imported): Promise<Verification> {
  const { verifyImport } = await import('@/import/verify/verifyImport')
  return verifyImport(testPayload(), source, run, {
    folder,
    most: 50,
    targets: smallTargets,
    lookup: await lookupOf(testPayload(), run, source),
    batchSize: 25,
  })
}

/** Changes something behind everybody's back: not even the time at which it was done is noted. Takes it back afterwards. */
async function whileIt<T>(
  changed: string,
  restored: string,
  work: () => Promise<T>,
  { quietly = true } = {},
): Promise<T> {
  const run = (sql: string) =>
    asRoot()(async (client) => {
      if (quietly) await client.query(`select set_config('atrium.keep_times', 'on', true)`)
      await client.query(sql)
    })
  await run(changed)
  try {
    return await work()
  } finally {
    await run(restored)
  }
}

const idOf = async (sql: string): Promise<string> => {
  const [row] = await asRoot().rows<{ id: string }>(sql)
  return row?.id ?? ''
}

const noteIn = (text: string): Promise<string> =>
  idOf(`select d.id from documents d join tenants t on t.id = d.tenant_id
        where t.slug = 'north' and d.data ->> 'text' = '${text}'`)

const pageIn = (slug: string): Promise<string> =>
  idOf(`select l._parent_id as id from pages_locales l join tenants t on t.id = l.tenant_id
        where t.slug = 'north' and l.slug = '${slug}'`)

describe('an import that nobody touched', () => {
  test('is equal to its source, and each document of that is counted once', async () => {
    const found = await verify()
    expect(found.differences).toEqual({ count: 0, byKind: {}, first: [] })
    expect(found).toMatchObject({ ok: true, sameFiles: true, notes: [] })
    const counts = Object.fromEntries(
      found.collections.map(({ collection, findings, source, tenant }) => [
        `${collection} ${tenant}`,
        { source, ...findings },
      ]),
    )
    expect(counts).toEqual({
      'small/nobodys -': { source: 1, rejected: 1 },
      'small/notes north': { source: 60, equal: 60 },
      'small/notes south': { source: 60, equal: 60 },
      'small/pages north': { source: 5, equal: 4, rejected: 1 },
      'small/pages south': { source: 5, equal: 4, rejected: 1 },
      'small/people north': { source: 1, equal: 1 },
      'small/people south': { source: 1, equal: 1 },
      'small/pictures north': { source: 1, equal: 1 },
      'small/pictures south': { source: 1, equal: 1 },
      'small/tenants -': { source: 2, equal: 2 },
    })
  })

  test('has the references that lead nowhere in a list', async () => {
    const { references } = await verify()
    expect(references.dangling).toMatchObject({
      count: 2,
      counts: [{ name: 'small/pages', count: 2 }],
    })
    expect(references.count).toBeGreaterThan(references.dangling.count)
  })

  test('is compared although the list of what was rejected is gone, and that is told', async () => {
    const { folder } = await importFrom(inFolder('dump'), inFolder('imports'), settings)
    expect(folder).toContain('imports')
    await rm(`${folder}/rejects.jsonl`)
    const found = await verify({ ...imported, folder })
    expect(found.notes).toEqual(['The list of rejected documents is gone.'])
    expect(found.differences.byKind).toEqual({ missing: 2 })
  })
})

test('every value that BSON can hold is equal in what PostgreSQL has of it', async () => {
  const platform = await generatePlatform({ shape: 'payload-single', edges: true, bulk: 200 })
  await dumpPlatform(platform, inFolder('edges'))
  const kept = await importFrom(inFolder('edges'), inFolder('imports'), { targets: [] })
  const { verifyImport } = await import('@/import/verify/verifyImport')
  const found = await verifyImport(testPayload(), kept.source, kept.run, {
    folder: kept.folder,
    most: 10,
    targets: [],
  })
  expect(found.differences).toEqual({ count: 0, byKind: {}, first: [] })
  const equal = found.collections.reduce((sum, { findings }) => sum + (findings.equal ?? 0), 0)
  expect(equal).toBeGreaterThan(300)
})

describe('what is different is found, with its place', () => {
  test('a changed character in a document that is kept whole', async () => {
    const id = await noteIn('Note 5')
    const found = await whileIt(
      `update documents set data = jsonb_set(data, '{text}', '"Note S"') where id = '${id}'`,
      `update documents set data = jsonb_set(data, '{text}', '"Note 5"') where id = '${id}'`,
      verify,
    )
    expect(found.ok).toBe(false)
    expect(found.differences.first).toEqual([
      {
        kind: 'content',
        collection: 'small/notes',
        tenant: 'north',
        id: expect.stringContaining('$oid'),
        path: '$.text',
        expected: '"Note 5"',
        found: '"Note S"',
      },
    ])
  })

  test('a secret is different, and nobody is shown which', async () => {
    const id = await noteIn('Note 3')
    const found = await whileIt(
      `update documents set data = jsonb_set(data, '{api_token}', '"tok-of-somebody-else"') where id = '${id}'`,
      `update documents set data = jsonb_set(data, '{api_token}', '"tok-that-nobody-sees"') where id = '${id}'`,
      verify,
    )
    expect(found.differences.first).toMatchObject([
      { path: '$.api_token', expected: '(not shown)' },
    ])
    expect(JSON.stringify(found)).not.toContain('tok-')
  })

  test('the hash of a password is another one', async () => {
    const found = await whileIt(
      `update users set hash = 'hash-of-nobody' where email = 'ann@north.test'`,
      `update users set hash = 'hash-of-north' where email = 'ann@north.test'`,
      verify,
    )
    expect(found.differences.first).toMatchObject([
      { kind: 'content', collection: 'small/people', path: '$.hash', found: '(not shown)' },
    ])
    expect(JSON.stringify(found)).not.toContain('hash-of')
  })

  test('a document and a row are gone', async () => {
    const [note, page] = [await noteIn('Note 1'), await pageIn('old')]
    const found = await whileIt(
      `create table kept_notes as select * from documents where id = '${note}';
       create table kept_rows as select * from pages where id = '${page}';
       create table kept_texts as select * from pages_locales where _parent_id = '${page}';
       delete from documents where id = '${note}'; delete from pages where id = '${page}'`,
      `insert into documents select * from kept_notes; insert into pages select * from kept_rows;
       insert into pages_locales select * from kept_texts; drop table kept_notes, kept_rows, kept_texts`,
      verify,
    )
    expect(found.differences.byKind).toEqual({ missing: 2 })
    expect(found.differences.first.map(({ collection, found: is }) => [collection, is])).toEqual(
      expect.arrayContaining([
        ['small/notes', 'nothing'],
        ['small/pages', 'it was deleted here since'],
      ]),
    )
  })

  test('documents that the source does not have: of this import, and of none that is known', async () => {
    const note = await noteIn('Note 2')
    const copy = (id: string, run: string) =>
      `insert into documents (id, tenant_id, source_collection, source_id, source_database, data, hash, made_by, written_by)
       select '${id}', tenant_id, source_collection, '"added"', source_database, data, hash, '${run}', '${run}' from documents where id = '${note}'`
    const [one, other] = [
      'aaaaaaaa-0000-5000-8000-000000000001',
      'ffffffff-ffff-5fff-8fff-fffffffffff2',
    ]
    const found = await whileIt(
      `${copy(one, imported.run.id)}; ${copy(other, 'somebody')}`,
      `delete from documents where id in ('${one}', '${other}')`,
      verify,
    )
    expect(found.differences.byKind).toEqual({ extra: 1, orphan: 1 })
    expect(found.differences.first).toMatchObject([
      { collection: 'small/notes', tenant: 'north', id: '"added"' },
      { collection: 'small/notes', tenant: 'north', id: '"added"' },
    ])
  })

  test('a title that was changed without a trace; one that somebody changed is no difference', async () => {
    const page = await pageIn('top')
    const sql = (title: string) =>
      `update pages_locales set title = '${title}' where _parent_id = '${page}'`
    const behind = await whileIt(sql('Tip'), sql('Top'), verify)
    expect(behind.differences.first).toMatchObject([
      { kind: 'content', path: '$.title', expected: 'Top', found: 'Tip' },
    ])
    const touched = await whileIt(
      `${sql('Tip')}; update pages set no_index = true where id = '${page}'`.replace(
        'no_index',
        'meta_no_index',
      ),
      `${sql('Top')}; select set_config('atrium.keep_times', 'on', true);
       update pages set meta_no_index = false, updated_at = '2024-03-01T09:30:00.250Z' where id = '${page}'`,
      verify,
      { quietly: false },
    )
    expect(touched.ok).toBe(true)
    expect(touched.changedHere).toMatchObject({
      count: 1,
      first: [{ collection: 'small/pages', tenant: 'north' }],
    })
    expect((await verify()).differences.count).toBe(0)
  })

  test('a reference to another picture, and one to a row that is of another space', async () => {
    const page = await pageIn('top')
    const [picture] = await asRoot().rows<{ id: string; tenant_id: string }>(
      `select m.id, m.tenant_id from media m join tenants t on t.id = m.tenant_id where t.slug = 'north'`,
    )
    const other = 'bbbbbbbb-0000-5000-8000-000000000001'
    const found = await whileIt(
      `insert into media (id, tenant_id, filename) values ('${other}', '${picture?.tenant_id}', 'other.png');
       update pages set meta_image_id = '${other}' where id = '${page}'`,
      `update pages set meta_image_id = '${picture?.id}' where id = '${page}'; delete from media where id = '${other}'`,
      verify,
    )
    expect(found.differences.first).toMatchObject([
      { kind: 'content', path: '$.meta.image', expected: picture?.id, found: other },
    ])
    const entry = `update import_rows set row_id = '%' where row_collection = 'media' and row_id = '${picture?.id}'`
    const south = await idOf(
      `select m.id from media m join tenants t on t.id = m.tenant_id where t.slug = 'south'`,
    )
    const lost = await whileIt(
      entry.replace('%', south),
      `update import_rows set row_id = '${picture?.id}' where row_collection = 'media' and row_id = '${south}'
         and tenant_id = '${picture?.tenant_id}'`,
      verify,
    )
    expect(lost.differences.byKind).toMatchObject({ reference: 1, missing: 1 })
    expect((await verify()).ok).toBe(true)
  })

  test('what no rule maps of a document', async () => {
    const page = await pageIn('top')
    const sql = (weight: number) =>
      `update documents set data = jsonb_set(data, '{rest,extra,weight}', '{"$numberInt":"${weight}"}') where row_id = '${page}'`
    const found = await whileIt(sql(4), sql(3), verify)
    expect(found.differences.first).toMatchObject([
      { kind: 'rest', collection: 'small/pages', path: '$.extra.weight' },
    ])
  })

  test('a file that is not in the storage any more', async () => {
    const sql = (size: number, name: string) =>
      `update media set filesize = ${size}, filename = '${name}' where filename in ('north.png', 'gone.png')`
    const [{ filesize } = { filesize: 0 }] = await asRoot().rows<{ filesize: number }>(
      `select filesize::int from media where filename = 'north.png'`,
    )
    const found = await whileIt(sql(1, 'gone.png'), sql(filesize, 'north.png'), verify)
    expect(found.differences.byKind).toEqual({ file: 2 })
  })

  test('an entry of the map of ids that has no row, and a part of a document without an entry', async () => {
    const page = await pageIn('top')
    const found = await whileIt(
      `create table kept_entry as select * from import_rows where row_id = '${page}'; delete from import_rows where row_id = '${page}'`,
      `insert into import_rows select * from kept_entry; drop table kept_entry`,
      verify,
    )
    expect(found.differences.byKind).toMatchObject({ missing: 1, orphan: 1 })
  })
})

describe('a newer source', () => {
  let second: Imported

  beforeAll(async () => {
    await writeDump(inFolder('newer'), smallPlatform({ changed: true }))
    second = await importFrom(inFolder('newer'), inFolder('imports'), settings)
  })

  test('lists what it does not have any more', async () => {
    const found = await verify(second)
    expect(found.differences).toEqual({ count: 0, byKind: {}, first: [] })
    expect(found.disappeared.count).toBe(4)
    expect(found.disappeared.counts).toEqual(
      expect.arrayContaining([
        { name: 'small/notes', count: 2 },
        { name: 'small/pages', count: 2 },
      ]),
    )
  })

  test('has written over the older one, which is no difference', async () => {
    const found = await verify()
    expect(found.differences.count).toBe(0)
    const later = found.collections.map(({ findings }) => findings.later ?? 0)
    expect(later.reduce((sum, count) => sum + count, 0)).toBe(4)
  })

  test('is compared with an older import, when it is named', async () => {
    const found = await verify({ ...imported, source: await openSource(inFolder('newer')) })
    expect(found).toMatchObject({ sameFiles: false })
    expect(found.notes[0]).toContain('other files')
  })
})
