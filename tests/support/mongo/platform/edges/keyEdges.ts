import { adoptText } from '@/import/bson/bsonText'
import { BsonDocument, type BsonValue } from '@/import/bson/BsonValue'

import { type Edges } from './Edge'

const one: BsonValue = { type: 'int', value: 1 }
const two: BsonValue = { type: 'int', value: 2 }

const named = (...keys: readonly string[]): BsonDocument =>
  BsonDocument.of(...keys.map((key) => [key, one] as const))

/** Documents with names that mean something elsewhere. */
export const keyEdges: Edges = {
  'key-duplicate': BsonDocument.of(['a', one], ['b', one], ['a', two]),
  'key-dollar': named('$', '$set', '$where', 'a$'),
  'key-type': named('$oid'),
  'key-type-beside': named('$date', 'x'),
  'key-dotted': BsonDocument.of(['a.b', one], ['a', BsonDocument.of(['b', two])]),
  'key-empty': named(''),
  'key-prototype': BsonDocument.of(['__proto__', BsonDocument.of(['polluted', one])]),
  'key-inherited': named('constructor', 'toString', 'hasOwnProperty'),
  'key-numbers': named('10', '2', '-1', '0'),
  'key-not-utf8': named('a\udcff', adoptText('\ud800')),
  'key-mark': named('name\u241b#2', '\u241b'),
  'key-unicode': named('ключ', 'é', 'e\u0301', '👩‍👩‍👧'),
  'key-long': named('k'.repeat(5000)),
  'key-case': named('a', 'A'),
  'key-sql': named('id"; drop table pages; --', "'"),
}
