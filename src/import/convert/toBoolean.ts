import { type BsonValue } from '../bson/BsonValue'
import { isNo, lossy, ok, type Converted } from './Converted'

/** A truth. The numbers 0 and 1 are taken for one, as many applications keep it. */
export function toBoolean(value: BsonValue): Converted<boolean> {
  switch (value.type) {
    case 'bool':
      return ok(value.value)
    case 'int':
    case 'long':
    case 'double':
      return Number(value.value) === 0 || Number(value.value) === 1
        ? lossy(Number(value.value) === 1, `a number of the type ${value.type}`)
        : isNo(value.type, 'truth')
    default:
      return isNo(value.type, 'truth')
  }
}
