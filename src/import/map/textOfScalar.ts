import { type BsonValue } from '../bson/BsonValue'
import { decimalText } from '../bson/decimalText'
import { toTimestamptz } from '../convert/toTimestamptz'

/** A value as people write it, for templates and the tables of lookups. Undefined for what they do not write. */
export function textOfScalar(value: BsonValue): string | undefined {
  switch (value.type) {
    case 'string':
    case 'symbol':
      return value.value
    case 'int':
    case 'long':
    case 'double':
    case 'bool':
      return String(value.value)
    case 'decimal':
      return decimalText(value.bytes)
    case 'objectId':
      return value.hex
    case 'null':
      return 'null'
    case 'date': {
      const date = toTimestamptz(value)
      return date.kind === 'impossible' ? undefined : date.value
    }
    default:
      return undefined
  }
}
