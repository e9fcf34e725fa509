import { mkdir, writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'

import { expect, test } from 'vitest'

import { type BsonValue } from '@/import/bson/BsonValue'
import { writeExtendedJson } from '@/import/bson/writeExtendedJson'
import { openSource } from '@/import/read/openSource'

import { asRelaxed } from '../../support/mongo/asRelaxed'
import { buildExport, type ExportForm, type ExportLayout } from '../../support/mongo/mongoExport'
import { readAll, readItems } from '../../support/mongo/readAll'
import { sampleDocuments } from '../../support/mongo/sampleDocuments'
import { useFolder } from '../../support/mongo/useFolder'

const inFolder = useFolder()

const TAME = sampleDocuments(60, { isTame: true })
/** Those of every kind that Extended JSON has a form for. */
const WILD = sampleDocuments(120).filter(
  (document) => writeExtendedJson(document).losses.length === 0,
)

async function file(name: string, content: string | Buffer): Promise<string> {
  await mkdir(inFolder('site'), { recursive: true })
  await writeFile(inFolder('site', name), content)
  return inFolder('site', name)
}

const LAYOUTS: ExportLayout[] = ['lines', 'list', 'pretty', 'pretty list']

test.each(
  LAYOUTS.flatMap((layout) => [
    { layout, bom: true, crlf: true },
    { layout, bom: false, crlf: false },
  ]),
)(
  'canonical exports hold the same documents: $layout, byte order mark $bom, CRLF $crlf',
  async (options) => {
    const name = `pages-${Object.values(options).join('-')}`
    const path = await file(`${name}.json`, buildExport(WILD, options))
    expect(await readAll(path)).toEqual({ [`site.${name}`]: WILD })
  },
)

test.each<{ form: ExportForm; expected: readonly BsonValue[] }>([
  { form: 'relaxed', expected: TAME.map(asRelaxed) },
  { form: 'v1', expected: TAME },
])('exports in the form $form hold the same documents', async ({ form, expected }) => {
  const path = await file(`${form}.json`, buildExport(TAME, { form }))
  expect(await readAll(path)).toEqual({ [`site.${form}`]: expected })
})

test('a compressed export is read, and so is a folder of them', async () => {
  await mkdir(inFolder('folder', 'site'), { recursive: true })
  await writeFile(inFolder('folder', 'site', 'pages.json.gz'), gzipSync(buildExport(TAME)))
  expect(await readAll(inFolder('folder'))).toEqual({ 'site.pages': TAME })
  expect(await openSource(inFolder('folder'))).toMatchObject({ layout: 'export' })
})

test('a broken line is reported with its place and its text, and the next ones are read', async () => {
  const path = await file(
    'broken.json',
    '{"a":1}\n{"b":}\r\n\n[1]\n{"c":{"$oid":"x"}}\n{"d":1} {}\n{"e":2}\n',
  )
  const { streams } = await openSource(path)
  const items = (await Promise.all(streams.map((stream) => readItems(stream)))).flat()
  const shown = items.map((item) =>
    item.kind === 'broken'
      ? [item.place.offset, item.at, item.reason, Buffer.from(item.raw).toString()]
      : [item.place.offset, writeExtendedJson(item.document).json],
  )
  expect(shown).toEqual([
    [0, '{"a":{"$numberInt":"1"}}'],
    [8, 13, 'a value is missing', '{"b":}'],
    [17, 17, 'not a document', '[1]'],
    [21, 26, '$oid: not of its form', '{"c":{"$oid":"x"}}'],
    [40, 48, 'text after the end of the document', '{"d":1} {}'],
    [51, '{"e":{"$numberInt":"2"}}'],
  ])
})

test('in a list, what is no document is broken, and the others are read', async () => {
  const path = await file('mixed.json', '[{"a":1}, 5, "x" , {"b":[}, {"c":3}]')
  const { streams } = await openSource(path)
  const items = (await Promise.all(streams.map((stream) => readItems(stream)))).flat()
  expect(items.map(({ kind }) => kind)).toEqual([
    'document',
    'broken',
    'broken',
    'broken',
    'document',
  ])
})

test.each([
  ['{"a":1}\n{"b":"x', 'truncated', 8],
  ['{"a":1}\n{"b":{"c":1}', 'truncated', 8],
  ['[{"a":1},{"b"', 'truncated', 9],
  ['[{"a":1}', 'truncated', 8],
  ['[{"a":1}, ', 'truncated', 10],
  ['[{"a":1} {"b":1}]', 'json', 9],
  ['[{"a":1}] {', 'json', 10],
  ['{\n"a": 1\n}\nhello', 'json', 11],
  ['{\n"a": "', 'truncated', 0],
])('%j ends with an error at the byte where it is lost', async (text, problem, offset) => {
  const path = await file('lost.json', text)
  await expect(readAll(path)).rejects.toMatchObject({ name: 'SourceError', problem, offset })
})

test('a file in UTF-16 is refused, with what to do', async () => {
  const path = await file('utf16.json', Buffer.from('\ufeff{"a":1}', 'utf16le'))
  await expect(readAll(path)).rejects.toThrow('mongoexport --out')
})

test('bytes that are no UTF-8 are kept', async () => {
  const path = await file('latin1.json', Buffer.from('{"a":"caf\xe9"}\n', 'latin1'))
  const [document] = (await readAll(path))['site.latin1'] ?? []
  expect(document?.get('a')).toEqual({ type: 'string', value: 'caf\udce9' })
})
