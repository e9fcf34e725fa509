import { type BsonValue } from '../bson/BsonValue'
import { type Converted } from '../convert/Converted'
import { toBigint } from '../convert/toBigint'
import { toBoolean } from '../convert/toBoolean'
import { toDouble } from '../convert/toDouble'
import { toNumeric } from '../convert/toNumeric'
import { toText } from '../convert/toText'
import { toTimestamptz } from '../convert/toTimestamptz'
import { toUuid } from '../convert/toUuid'
import { type FieldRule } from './ImportMap'
import { type MappedValue } from './MappedValue'
import { toPlain } from './toPlain'
import { toReference } from './toReference'

/** The value of a field by the type that its rule says. Null is null in every type. */
export function convertAs(
  value: BsonValue,
  { as, collection, driver }: Pick<FieldRule, 'as' | 'collection' | 'driver'>,
): Converted<MappedValue> {
  if (value.type === 'null' || value.type === 'undefined') return toPlain(value)
  switch (as) {
    case 'text':
      return toText(value)
    case 'integer':
      return mapped(toBigint(value, 32), Number)
    case 'bigint':
      return mapped(toBigint(value), String)
    case 'number':
      return mapped(toDouble(value), finite)
    case 'numeric':
      return toNumeric(value)
    case 'boolean':
      return toBoolean(value)
    case 'date':
      return toTimestamptz(value)
    case 'uuid':
      return toUuid(value, driver)
    case 'reference':
      return toReference(value, collection)
    case undefined:
      return toPlain(value)
  }
}

/** `double precision` holds NaN and infinities, and JSON does not: PostgreSQL reads them as texts. */
const finite = (value: number): MappedValue => (Number.isFinite(value) ? value : String(value))

const mapped = <Value>(
  converted: Converted<Value>,
  change: (value: Value) => MappedValue,
): Converted<MappedValue> =>
  converted.kind === 'impossible' ? converted : { ...converted, value: change(converted.value) }
