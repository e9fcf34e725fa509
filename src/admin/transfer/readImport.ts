/** What the server says of a file: what it would do, or has done. */
export interface ImportReport {
  readonly imported: boolean
  readonly created: number
  readonly changed: number
  readonly unchanged: number
  readonly rejected: readonly RejectedRow[]
}

/** Where it stands in the file, what it is, and why it was not taken. */
export interface RejectedRow {
  readonly place: number
  readonly cells: Readonly<Record<string, string>>
  readonly reason: string
}

export type Outcome =
  | { readonly kind: 'report'; readonly report: ImportReport }
  | { readonly kind: 'refused'; readonly message: string }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** A table has lines; a list of JSON has entries, which people count from one. */
function readRejected(value: unknown): RejectedRow[] {
  if (!isRecord(value) || typeof value.reason !== 'string') return []
  const { line, index, reason, ...others } = value
  const place = typeof line === 'number' ? line : typeof index === 'number' ? index + 1 : undefined
  if (place === undefined) return []
  const cells = Object.entries(others).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return [{ place, cells: Object.fromEntries(cells), reason }]
}

function readReport(value: unknown): ImportReport | undefined {
  if (!isRecord(value) || typeof value.imported !== 'boolean' || !Array.isArray(value.rejected))
    return undefined
  const [created, changed, unchanged] = [value.created, value.changed, value.unchanged]
  if (typeof created !== 'number' || typeof changed !== 'number' || typeof unchanged !== 'number')
    return undefined
  const rejected = value.rejected.flatMap(readRejected)
  return { imported: value.imported, created, changed, unchanged, rejected }
}

/** Reads the answer of `POST /api/<collection>/import`. */
export function readImport(
  body: unknown,
  problem = 'The file could not be imported. Try again.',
): Outcome {
  const report = readReport(body)
  return report ? { kind: 'report', report } : { kind: 'refused', message: problem }
}

const count = (n: number, word: string): string => `${n.toLocaleString('en')} ${word}`

/** “3 new, 1 changed, 2 as before, 1 rejected”. */
export const describeReport = ({ created, changed, unchanged, rejected }: ImportReport): string =>
  [
    count(created, 'new'),
    count(changed, 'changed'),
    count(unchanged, 'as before'),
    count(rejected.length, 'rejected'),
  ].join(', ')
