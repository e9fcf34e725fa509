import { Bson, type Plain } from '../toBson'
import { binary, dateOf, decimal, double, long, uuid } from '../values'

/** Ids of every type that MongoDB takes. It has numbers without types, so each is another number. */
export const idEdges: Readonly<Record<string, Plain>> = {
  'id-null': null,
  'id-zero': 0,
  'id-int': 7,
  'id-long': long(2n ** 53n + 1n),
  'id-double': double(1.5),
  'id-nan': double(Number.NaN),
  'id-decimal': decimal('10.25'),
  'id-text': 'a text',
  'id-empty': '',
  'id-like-object-id': '507f1f77bcf86cd799439011',
  'id-path': '../../etc/passwd',
  'id-zero-in-text': 'a\0b',
  'id-object': { a: 1, b: { c: 'x' } },
  'id-object-other-order': { b: { c: 'x' }, a: 1 },
  'id-object-empty': {},
  'id-date': dateOf(1n),
  'id-bool': true,
  'id-binary': binary(0, '00ff'),
  'id-uuid': uuid('00112233-4455-6677-8899-aabbccddeeff'),
  'id-uuid-old': binary(3, '00112233445566778899aabbccddeeff'),
  'id-timestamp': new Bson({ type: 'timestamp', time: 1, increment: 2 }),
  'id-min-key': new Bson({ type: 'minKey' }),
  'id-max-key': new Bson({ type: 'maxKey' }),
  'id-symbol': new Bson({ type: 'symbol', value: 'sym' }),
}
