import { decodeText } from './bsonText'

const SLOTS = 4096
const LONGEST = 40

/**
 * Field names that were read before. The documents of a collection have the same few, and finding one here costs a third of
 * decoding it. Bounded: a name takes the place of another that falls into its slot.
 */
export class KeyCache {
  private readonly texts: (string | undefined)[] = new Array<string | undefined>(SLOTS)

  /** The text of the bytes from `start` to `end`. */
  read(buffer: Buffer, start: number, end: number): string {
    const length = end - start
    if (length > LONGEST) return decodeText(buffer, start, end)
    let hash = length
    for (let at = start; at < end; at += 1) hash = (Math.imul(hash, 31) + (buffer[at] ?? 0)) | 0
    const slot = (hash ^ (hash >>> 12)) & (SLOTS - 1)
    const kept = this.texts[slot]
    if (kept !== undefined && isSame(kept, buffer, start, length)) return kept
    const text = decodeText(buffer, start, end)
    // Others have more bytes than characters, and cannot be compared one by one.
    if (text.length === length) this.texts[slot] = text
    return text
  }
}

function isSame(kept: string, buffer: Buffer, start: number, length: number): boolean {
  if (kept.length !== length) return false
  for (let at = 0; at < length; at += 1) {
    if (kept.charCodeAt(at) !== buffer[start + at]) return false
  }
  return true
}
