import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { BSON, EJSON, type Document } from 'bson'
import { expect, test } from 'vitest'

import { writeExtendedJson } from '@/import/bson/writeExtendedJson'
import { openSource } from '@/import/read/openSource'

import { readAll, readItems } from '../../support/mongo/readAll'

const fixture = (...names: string[]): string =>
  join(import.meta.dirname, '..', '..', 'fixtures', 'mongo-tools', ...names)

const namesOf = (found: Record<string, readonly unknown[]>): Record<string, number> =>
  Object.fromEntries(Object.entries(found).map(([name, documents]) => [name, documents.length]))

test('archives of mongodump 3.4, 4.0 and 5.0 are read, their checksums included', async () => {
  expect(namesOf(await readAll(fixture('test.bar.archive')))).toEqual({ 'test.bar': 1 })
  expect(namesOf(await readAll(fixture('dump-w-oplog.archive')))).toEqual({ 'test.foo': 25 })
  expect(namesOf(await readAll(fixture('timeseries.archive')))).toEqual({
    'timeseries_test.foo_ts': 1000,
  })
  const { serverVersion, skipped } = await openSource(fixture('dump-w-oplog.archive'))
  expect(serverVersion).toBe('4.0.2')
  expect(skipped.map(({ name }) => name)).toEqual(['.oplog', 'admin.system.version'])
})

test('a folder of mongodump and an archive of the same time series hold the same measurements', async () => {
  const dump = await readAll(fixture('dump'))
  const archive = await readAll(fixture('timeseries.archive'))
  expect(namesOf(dump)).toEqual({ 'db1.cafés': 1, 'timeseries_test.foo_ts': 1000 })
  expect(dump['timeseries_test.foo_ts']).toEqual(archive['timeseries_test.foo_ts'])
  expect((await openSource(fixture('dump'))).serverVersion).toBe('7.0.16')
})

test('every type of BSON is read as the bson package reads it', async () => {
  const path = fixture('bson', 'all_types.bson')
  const bytes = await readFile(path)
  const documents = (await readAll(path))['bson.all_types'] ?? []
  const oracle: Document[] = []
  BSON.deserializeStream(bytes, 0, 20, oracle, 0, {
    promoteValues: false,
    bsonRegExp: true,
  })
  expect(documents).toHaveLength(20)
  // It makes a null of undefined, and a reference of another kind of a pointer.
  const isOld = (json: string): boolean => /"type":"(undefined|dbpointer)"/.test(json)
  const texts = documents.map((document) => writeExtendedJson(document).json)
  const expected = oracle.map((document) => EJSON.stringify(document, { relaxed: false }))
  expect(texts.filter((json) => !isOld(json))).toEqual(expected.filter((json) => !isOld(json)))
  expect(texts.filter(isOld)).toEqual([
    expect.stringContaining('"ex":{"$undefined":true}'),
    expect.stringContaining(
      '"ex":{"$dbPointer":{"$ref":"test","$id":{"$oid":"546512e74bf6e4cb017c5306"}}}',
    ),
  ])
})

test.each([
  ['bad_type.bson', ['broken', 'document', 'document', 'document']],
  ['deep_nested.bson', ['broken']],
])('what is broken in %s does not touch the rest', async (name, kinds) => {
  const { streams } = await openSource(fixture('bson', name))
  const items = await Promise.all(streams.map((stream) => readItems(stream)))
  expect(items.flat().map(({ kind }) => kind)).toEqual(kinds)
})

test('a cut file ends with its place', async () => {
  await expect(readAll(fixture('bson', 'partial_file.bson'))).rejects.toMatchObject({
    problem: 'truncated',
    offset: 164,
  })
})
