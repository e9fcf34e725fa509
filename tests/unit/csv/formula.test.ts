import { expect, test } from 'vitest'

import { defuse, restore } from '@/csv/formula'
import { readCsv } from '@/csv/readCsv'
import { writeCsv } from '@/csv/writeCsv'

const PARTS = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  "'",
  '"',
  ',',
  ';',
  ' ',
  'a',
  'ß',
  '😀',
  '＝',
  '1',
]

/** Cells of what spreadsheets stumble over, always the same ones: a linear congruential generator. */
function cells(count: number): string[] {
  let seed = 42
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * below)
  }
  return Array.from({ length: count }, () =>
    Array.from({ length: next(6) }, () => PARTS[next(PARTS.length)]).join(''),
  )
}

test('any cell is itself again after it was written and read, and none is a formula', () => {
  const rows = cells(5_000).map((cell, index) => [`row ${index}`, cell])
  const csv = writeCsv(['key', 'cell'], rows)
  const read = readCsv(Buffer.from(csv), {
    columns: ['key', 'cell'],
    required: ['key'],
    maxBytes: 1_000_000,
    maxRows: 5_000,
  })
  expect(read.map(({ values }) => [values.key, values.cell])).toEqual(rows)
  for (const [, cell = ''] of rows) expect(defuse(cell)).not.toMatch(/^[=+\-@\t\r＝＋－＠]/)
})

test.each(["'=1", "''=1", "'", "'a", '=1', ''])('%j is restored', (cell) => {
  expect(restore(defuse(cell))).toBe(cell)
})

test('an apostrophe of somebody’s own stays where there is no formula', () => {
  expect(restore("'tis")).toBe("'tis")
  expect(defuse("'tis")).toBe("'tis")
})
