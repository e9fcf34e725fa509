import { type BsonValue } from '../bson/BsonValue'
import { isUuid } from '../isUuid'
import { impossible, isNo, ok, type Converted } from './Converted'

/**
 * In which order an old driver wrote the bytes of subtype 3. Nothing in the data says which one it was, so without a word
 * about it such a UUID is not read.
 */
export type LegacyUuids = 'java' | 'csharp' | 'python'

const ORDERS: Readonly<Record<LegacyUuids, readonly number[]>> = {
  java: [7, 6, 5, 4, 3, 2, 1, 0, 15, 14, 13, 12, 11, 10, 9, 8],
  csharp: [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15],
  python: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
}

/** A text for a column of the type `uuid`, from binary data of the subtypes 4 and 3, or from its text. */
export function toUuid(value: BsonValue, legacy?: LegacyUuids): Converted<string> {
  if (value.type === 'string')
    return isUuid(value.value)
      ? ok(value.value.toLowerCase())
      : impossible('a text that is no UUID')
  if (value.type !== 'binData') return isNo(value.type, 'UUID')
  if (value.bytes.length !== 16) return impossible(`${value.bytes.length} bytes are no UUID`)
  if (value.subtype === 4) return ok(uuidText(value.bytes))
  if (value.subtype !== 3)
    return impossible(`binary data of the subtype ${value.subtype} is no UUID`)
  if (!legacy) return impossible('an old UUID (subtype 3): say which driver wrote it')
  return ok(uuidText(Uint8Array.from(ORDERS[legacy], (from) => value.bytes[from] ?? 0)))
}

function uuidText(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}
