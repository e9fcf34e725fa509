import { adoptText } from '@/import/bson/bsonText'

import { type Edges } from './Edge'

export const textEdges: Edges = {
  'text-empty': '',
  'text-zero': 'a\0b',
  'text-lone-surrogate': adoptText('a\ud800b'),
  // The bytes ff, c3 and 28, as they are read.
  'text-invalid-utf8': 'a\udcff\udcc3(',
  'text-escape-mark': '\u241b0000 and \u241b',
  'text-emoji': '👩‍👩‍👧 \u{1f3f4}\u{e0067}\u{e007f}',
  'text-combined': 'e\u0301 and \u00e9',
  'text-backwards': '\u202eevil\u202c',
  'text-byte-order-mark': '\ufeffx',
  'text-replacement': '\ufffd',
  'text-line-ends': '\r\n\u2028\u2029\t\v',
  'text-quotes': `'"\`\\ $1 {{x}} \${y} %s ; drop table pages; --`,
  'text-long': 'long '.repeat(20_000),
  'text-number': '1e1000',
  'text-markup': '<script>steal("edges")</script>',
}
