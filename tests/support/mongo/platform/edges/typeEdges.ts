import { BsonDocument, EMPTY_DOCUMENT } from '@/import/bson/BsonValue'

import { Bson, documentOf } from '../toBson'
import { binary, codeWithScope, objectId } from '../values'
import { type Edges } from './Edge'

const UUID = '00112233-4455-6677-8899-aabbccddeeff'
const ID = '507f1f77bcf86cd799439011'

/** Binary data of every kind, code, expressions, pointers, and types that nobody writes any more. */
export const typeEdges: Edges = {
  'binary-empty': binary(0, ''),
  'binary-zeros': binary(0, '0000000000'),
  'binary-old': binary(2, 'cafe'),
  'binary-function': binary(1, 'cafe'),
  'binary-md5': binary(5, '5f4dcc3b5aa765d61d8327deb882cf99'),
  'binary-encrypted': binary(6, '01ff'),
  'binary-own': binary(0x80, 'ff'),
  'uuid-new': binary(4, UUID),
  'uuid-old': binary(3, UUID),
  'uuid-wrong-length': binary(4, 'cafe'),
  regex: new Bson({ type: 'regex', pattern: '^a/b\\d+"', options: 'im' }),
  code: new Bson({ type: 'javascript', code: 'function () { return "x" }' }),
  'code-with-scope': codeWithScope('return x', documentOf({ x: 1, y: { z: [1] } })),
  'code-with-empty-scope': codeWithScope('', EMPTY_DOCUMENT),
  symbol: new Bson({ type: 'symbol', value: 'sym' }),
  pointer: new Bson({ type: 'dbPointer', collection: 'pages', hex: ID }),
  reference: { $ref: 'pages', $id: objectId(ID) },
  'reference-with-database': { $ref: 'pages', $id: 1, $db: 'elsewhere', more: true },
  undefined: new Bson({ type: 'undefined' }),
  null: null,
  'min-key': new Bson({ type: 'minKey' }),
  'max-key': new Bson({ type: 'maxKey' }),
  'list-empty': [],
  'list-of-lists': [[], [[1, null]], {}],
  'list-with-keys': new Bson({
    type: 'array',
    items: [{ type: 'int', value: 1 }, { type: 'null' }],
    keys: ['1', 'x'],
  }),
  'object-empty': new BsonDocument([], []),
}
