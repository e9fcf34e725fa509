type Row = Readonly<Record<string, unknown>>

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null

/** What is empty is stored as null, as nothing, or as an empty text or list, and means the same. */
const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (isRow(value) && Object.values(value).every(isEmpty))

/** Whether two values say the same, as far as whoever reads the page can tell. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b)
  if (!isRow(a) || !isRow(b)) return a === b
  if (Array.isArray(a) !== Array.isArray(b)) return false
  if (Array.isArray(a) && Array.isArray(b) && a.length !== b.length) return false
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) =>
    sameContent(a[key], b[key]),
  )
}
