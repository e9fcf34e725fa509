import { expect, test } from 'vitest'

import { streamCsv } from '@/csv/streamCsv'
import { writeCsv } from '@/csv/writeCsv'

const ROWS = [
  ['=HYPERLINK("http://evil.test")', 'plain'],
  ['+1', '-1'],
  ['@SUM(A1)', '\tx'],
  ['\rx', '＝1'],
  ['a "quoted", one', 'two\nlines'],
]

const text = (table: ReadableStream<Uint8Array>) => new Response(table).text()

const streamed = (rows: readonly (readonly string[])[]) =>
  text(
    streamCsv(
      ['one', 'two'],
      (async function* () {
        yield* rows
      })(),
    ),
  )

test('what a spreadsheet would take for a formula begins with an apostrophe', async () => {
  const csv = await streamed(ROWS)
  expect(csv).toContain('"\'=HYPERLINK(""http://evil.test"")",plain\r\n')
  expect(csv).toContain("'+1,'-1\r\n")
  expect(csv).toContain('\'@SUM(A1),"\'\tx"\r\n')
  expect(csv).toContain('"a ""quoted"", one","two\nlines"\r\n')
})

test('a streamed table is the same as a written one', async () => {
  // A reader of text takes the mark at the beginning away.
  expect(`\ufeff${await streamed(ROWS)}`).toBe(writeCsv(['one', 'two'], ROWS))
})

test('an error while it is read breaks it off', async () => {
  const broken = streamCsv(
    ['one'],
    (async function* () {
      yield ['a']
      throw new Error('gone')
    })(),
  )
  await expect(text(broken)).rejects.toThrow('gone')
})
