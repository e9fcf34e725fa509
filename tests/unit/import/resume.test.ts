import { writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'

import { describe, expect, test } from 'vitest'

import { BsonDocument } from '@/import/bson/BsonValue'
import { openSource } from '@/import/read/openSource'

import { compressedBucket } from '../../support/mongo/compressedBucket'
import { buildArchive } from '../../support/mongo/mongoArchive'
import { type MongoCollection, writeDump } from '../../support/mongo/mongoDump'
import { buildExport, type ExportLayout } from '../../support/mongo/mongoExport'
import { readItems } from '../../support/mongo/readAll'
import { sampleDocuments } from '../../support/mongo/sampleDocuments'
import { useFolder } from '../../support/mongo/useFolder'

const inFolder = useFolder()

const int = (value: number) => ({ type: 'int', value }) as const

const BUCKET = BsonDocument.of(
  ['control', BsonDocument.of(['version', int(1)])],
  ['data', BsonDocument.of(['at', BsonDocument.of(['0', int(1)], ['1', int(2)], ['2', int(3)])])],
)

const COMPRESSED = compressedBucket({ columns: { at: [int(4), int(5), int(6)] } })

const SERIES: MongoCollection = {
  database: 'site',
  name: 'weather',
  type: 'timeseries',
  options: { timeseries: { timeField: 'at' } },
  documents: [BUCKET, COMPRESSED, BUCKET],
}

const PAGES: MongoCollection = { database: 'site', name: 'pages', documents: sampleDocuments(12) }

const LAYOUTS: ExportLayout[] = ['lines', 'list', 'pretty', 'pretty list']

const FORMS: Record<string, (path: string) => Promise<void>> = {
  bson: (path) => writeDump(path, [PAGES]),
  'bson, gzip': (path) => writeDump(path, [PAGES], { gzip: true }),
  'time series': (path) => writeDump(path, [SERIES]),
  archive: (path) => writeFile(path, buildArchive([PAGES, SERIES], { turn: 2 })),
  'archive, gzip': (path) => writeFile(path, gzipSync(buildArchive([PAGES, SERIES], { turn: 2 }))),
  ...Object.fromEntries(
    LAYOUTS.map((layout) => [
      `json, ${layout}`,
      (path: string) =>
        writeFile(path, buildExport(sampleDocuments(8, { isTame: true }), { layout, bom: true })),
    ]),
  ),
}

describe.each(Object.entries(FORMS))('%s', (name, write) => {
  test('is read on from behind every document, as if it had never stopped', async () => {
    const path = inFolder(name.replaceAll(/\W/g, '-'))
    await write(path)
    const { streams } = await openSource(path)
    const [stream] = streams
    if (!stream) throw new Error(`${name} has nothing to read`)
    const whole = await readItems(stream)
    expect(whole.length).toBeGreaterThan(4)
    for (const [index, { next }] of whole.entries())
      expect(await readItems(stream, next)).toEqual(whole.slice(index + 1))
    // Another file lies there now.
    await expect(
      readItems(stream, { offset: 1_000_000, number: 1, part: 0 }),
    ).rejects.toMatchObject({ name: 'SourceError', problem: 'truncated' })
  })
})
