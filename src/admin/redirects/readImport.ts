/** What the server says of a file: what it would do, or has done. */
export interface ImportReport {
  readonly imported: boolean
  readonly created: number
  readonly changed: number
  readonly unchanged: number
  readonly rejected: readonly RejectedRow[]
}

interface RejectedRow {
  readonly line: number
  readonly from: string
  readonly to: string
  readonly reason: string
}

export type Outcome =
  | { readonly kind: 'report'; readonly report: ImportReport }
  | { readonly kind: 'refused'; readonly message: string }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isRejected = (value: unknown): value is RejectedRow =>
  isRecord(value) &&
  typeof value.line === 'number' &&
  typeof value.from === 'string' &&
  typeof value.to === 'string' &&
  typeof value.reason === 'string'

const isReport = (value: unknown): value is ImportReport =>
  isRecord(value) &&
  typeof value.imported === 'boolean' &&
  typeof value.created === 'number' &&
  typeof value.changed === 'number' &&
  typeof value.unchanged === 'number' &&
  Array.isArray(value.rejected) &&
  value.rejected.every(isRejected)

/** Reads the answer of `POST /api/redirects/import`: a report, or what went wrong. */
export const readImport = (
  body: unknown,
  problem = 'The file could not be imported. Try again.',
): Outcome =>
  isReport(body) ? { kind: 'report', report: body } : { kind: 'refused', message: problem }

const count = (n: number, word: string): string => `${n.toLocaleString('en')} ${word}`

/** “3 new, 1 changed, 2 as before, 1 rejected”. */
export const describeReport = ({ created, changed, unchanged, rejected }: ImportReport): string =>
  [
    count(created, 'new'),
    count(changed, 'changed'),
    count(unchanged, 'as before'),
    count(rejected.length, 'rejected'),
  ].join(', ')
