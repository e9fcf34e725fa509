/** The number of the type `text` in `pg_type`, the same in every PostgreSQL. */
const TEXT = 25
const INT = 4
/** Dimensions, whether there are nulls, the type, and of the one dimension the length and its first index. */
const HEADER = 5 * INT

/**
 * Texts as a parameter of the type `text[]`, in the form that PostgreSQL calls binary (array_send in its src/backend/utils/adt/arrayfuncs.c).
 * `pg` sends arrays as one text, in which every quotation mark is escaped: of JSON that is the longer part of the work, on both sides.
 */
export function binaryTexts(texts: readonly string[]): Buffer {
  const size = texts.reduce((sum, text) => sum + INT + Buffer.byteLength(text), HEADER)
  const buffer = Buffer.allocUnsafe(size)
  let at = 0
  for (const header of [1, 0, TEXT, texts.length, 1]) at = buffer.writeInt32BE(header, at)
  for (const text of texts) {
    const written = buffer.write(text, at + INT)
    buffer.writeInt32BE(written, at)
    at += INT + written
  }
  return buffer
}
