import { isUtf8 } from 'node:buffer'

/*
 * BSON says that its texts are UTF-8, and no server checks. A byte that is none becomes the lone surrogate U+DC00 + byte, which no
 * valid text contains, so that every sequence of bytes is one string and leads back to itself (Python's `surrogateescape`, PEP 383).
 */

const ESCAPED_BYTE = 0xdc00

/** Decodes a text of which every byte is kept, also those that are no UTF-8. */
export function decodeText(buffer: Buffer, start: number, end: number): string {
  const text = buffer.toString('utf8', start, end)
  // Decoding puts U+FFFD in the place of what it cannot read; real ones are rare.
  if (!text.includes('\ufffd') || isUtf8(buffer.subarray(start, end))) return text
  return decodeDamaged(buffer.subarray(start, end))
}

/** The bytes of a decoded text, as they were. A surrogate that stands for no byte gets the three bytes that CESU-8 has for it. */
export function encodeText(text: string): Buffer {
  if (text.isWellFormed()) return Buffer.from(text, 'utf8')
  const parts: Buffer[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (isEscapedByte(code)) parts.push(Buffer.of(code - ESCAPED_BYTE))
    else if (code >= 0xd800 && code <= 0xdfff) parts.push(Buffer.from(threeBytes(code)))
    else parts.push(Buffer.from(character, 'utf8'))
  }
  return Buffer.concat(parts)
}

/** Texts from JSON may have any surrogate alone. Read this way, each has the bytes that it would have in BSON. */
export function adoptText(text: string): string {
  if (text.isWellFormed()) return text
  const bytes = encodeText(text)
  return decodeText(bytes, 0, bytes.length)
}

const isEscapedByte = (code: number): boolean =>
  code >= ESCAPED_BYTE + 0x80 && code <= ESCAPED_BYTE + 0xff

const threeBytes = (code: number): number[] => [
  0xe0 | (code >> 12),
  0x80 | ((code >> 6) & 0x3f),
  0x80 | (code & 0x3f),
]

function decodeDamaged(bytes: Buffer): string {
  let text = ''
  let at = 0
  while (at < bytes.length) {
    const length = sequenceLength(bytes[at] ?? 0)
    const sequence = bytes.subarray(at, at + length)
    if (length > 0 && sequence.length === length && isUtf8(sequence)) {
      text += sequence.toString('utf8')
      at += length
    } else {
      text += String.fromCharCode(ESCAPED_BYTE + (bytes[at] ?? 0))
      at += 1
    }
  }
  return text
}

function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1
  if (lead < 0xc2) return 0
  if (lead < 0xe0) return 2
  if (lead < 0xf0) return 3
  return lead < 0xf5 ? 4 : 0
}
