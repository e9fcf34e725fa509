import { describe, expect, test } from 'vitest'

import { readCsv } from '@/csv/readCsv'

const SHAPE = {
  columns: ['from', 'to', 'type'],
  required: ['from', 'to'],
  maxBytes: 10_000,
  maxRows: 100,
} as const

const read = (content: string | Uint8Array, shape: Partial<typeof SHAPE> & object = {}) =>
  readCsv(typeof content === 'string' ? Buffer.from(content) : content, { ...SHAPE, ...shape })

const ROW = [{ line: 2, values: { from: '/a', to: '/b' } }]

describe('a table is read', () => {
  test.each([
    ['plain', 'from,to\n/a,/b\n'],
    ['with a byte order mark', '\ufefffrom,to\n/a,/b'],
    ['with CRLF', 'from,to\r\n/a,/b\r\n'],
    ['with CR', 'from,to\r/a,/b\r'],
    ['with semicolons', 'from;to\n/a;/b'],
    ['with tabs', 'from\tto\n/a\t/b'],
    ['with quotes and spaces', ' From , "TO" \n "/a" , "/b" '],
    ['with the columns in another order, and others', 'note,to,from\nhello,/b,/a'],
    ['with empty lines', 'from,to\n/a,/b\n\n,,\n\n'],
  ])('%s', (_name, content) => {
    expect(read(content)).toMatchObject(ROW)
  })

  test('in UTF-16, as Excel writes “Unicode text”', () => {
    const content = Buffer.from('\ufefffrom\tto\r\n/ä\t/b', 'utf16le')
    expect(read(content)).toMatchObject([{ values: { from: '/ä', to: '/b' } }])
  })

  test('with line numbers, and values that contain quotes, separators and line ends', () => {
    expect(read('from,to\n/a,"/b,""c"""\n"/d\n",/e\n/f,/g')).toEqual([
      { line: 2, values: { from: '/a', to: '/b,"c"' } },
      { line: 4, values: { from: '/d\n', to: '/e' } },
      { line: 5, values: { from: '/f', to: '/g' } },
    ])
  })

  test('with rows that are too short', () => {
    expect(read('from,to,type\n/a')).toEqual([{ line: 2, values: { from: '/a' } }])
  })
})

describe('a file is refused', () => {
  test.each([
    [
      'without its columns',
      '/a,/b\n/c,/d',
      /must name the columns: from,to,type. Missing: from, to/,
    ],
    ['when it is empty', '', /must name the columns/],
    ['with a quotation mark that is not closed', 'from,to\n"/a,/b\n', /never closed/],
    ['with a quotation mark in the middle', 'from,to\n/a,/"b\n', /Line 2|must be doubled/],
    ['in an older encoding', Buffer.from('from,to\n/\u00fc,/b', 'latin1'), /UTF-8/],
    ['that is no text', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]), /UTF-8/],
    ['that is text with zeros', 'from,to\n/a\u0000,/b', /UTF-8/],
    ['with a line of a megabyte', `from,to\n/${'a'.repeat(9_000)},"${'b'.repeat(12_000)}"`, /kB/],
  ])('%s', (_name, content, message) => {
    expect(() => read(content)).toThrow(message)
  })

  test('with one row more than it may have, and not with all of them', () => {
    const rows = (count: number) => `from,to\n${'/a,/b\n'.repeat(count)}`
    expect(read(rows(100))).toHaveLength(100)
    expect(() => read(rows(101))).toThrow('up to 100 rows')
  })

  test('that is too large', () => {
    expect(() => read('a'.repeat(10_001))).toThrow('up to 9 kB')
  })
})
