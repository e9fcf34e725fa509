import { type BsonValue } from '../bson/BsonValue'
import { escapeText } from '../bson/escapeText'
import { isNo, lossy, ok, type Converted } from './Converted'

/** A text for a column of the type `text`: what PostgreSQL refuses in it is escaped, see escapeText.ts. */
export function toText(value: BsonValue): Converted<string> {
  switch (value.type) {
    case 'string':
    case 'symbol':
      return acceptable(value.value)
    case 'javascript':
      return acceptable(value.code)
    case 'objectId':
      return ok(value.hex)
    default:
      return isNo(value.type, 'text')
  }
}

function acceptable(text: string): Converted<string> {
  if (!text.includes('\0') && text.isWellFormed()) return ok(text)
  return lossy(
    escapeText(text),
    text.includes('\0') ? 'U+0000 in a text' : 'bytes that are no UTF-8 in a text',
  )
}
