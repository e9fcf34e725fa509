import { Bson } from '../toBson'
import { decimal, double, long } from '../values'
import { type Edges } from './Edge'

export const numberEdges: Edges = {
  'int-min': -(2 ** 31),
  'int-max': 2 ** 31 - 1,
  'long-small': long(1n),
  'long-beyond-double': long(2n ** 53n + 1n),
  'long-min': long(-(2n ** 63n)),
  'long-max': long(2n ** 63n - 1n),
  'double-whole': double(1),
  'double-minus-zero': double(-0),
  'double-tiny': double(Number.MIN_VALUE),
  'double-huge': double(Number.MAX_VALUE),
  'double-third': double(1 / 3),
  'double-nan': double(Number.NaN),
  'double-nan-payload': new Bson({ type: 'double', value: Number.NaN, bits: 0x7ff8000000000badn }),
  'double-infinity': double(Number.POSITIVE_INFINITY),
  'double-minus-infinity': double(Number.NEGATIVE_INFINITY),
  'decimal-nan': decimal('NaN'),
  'decimal-infinity': decimal('Infinity'),
  'decimal-minus-infinity': decimal('-Infinity'),
  'decimal-minus-zero': decimal('-0'),
  'decimal-trailing-zeros': decimal('1.0000'),
  'decimal-34-digits': decimal('1234567890.123456789012345678901234'),
  'decimal-largest': decimal('9.999999999999999999999999999999999E+6144'),
  'decimal-smallest': decimal('1E-6176'),
}
