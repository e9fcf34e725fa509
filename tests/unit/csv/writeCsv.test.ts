import { expect, test } from 'vitest'

import { readCsv } from '@/csv/readCsv'
import { writeCsv } from '@/csv/writeCsv'

test('what a spreadsheet would take for a formula is none', () => {
  const cells = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1']
  for (const cell of cells) {
    const [, row = ''] = writeCsv(['a'], [[cell]]).split(/\r\n/)
    expect(row.replace(/^"/, ''), JSON.stringify(cell)).toMatch(/^'/)
  }
})

test('what is written is read again', () => {
  const rows = [
    ['/a', '/b,"c"'],
    ['/ü', 'https://example.com/?x=1'],
  ]
  const csv = writeCsv(['from', 'to'], rows)
  const read = readCsv(Buffer.from(csv), {
    columns: ['from', 'to'],
    required: [],
    maxBytes: 1000,
    maxRows: 10,
  })
  expect(read.map(({ values }) => [values.from, values.to])).toEqual(rows)
})
