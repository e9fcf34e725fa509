import type { FileOperation, Operation } from './accessTable'
import type { MatrixActor } from './accessActors'

/** What is asked of a document. */
export interface Question<Asked extends Operation | FileOperation = Operation> {
  readonly collection: string
  readonly operation: Asked
  /** The document; for `version` and `restore` the version. */
  readonly id: string
  /** The document of a version. */
  readonly parent: string
  /** For `create`: a complete new document, with its file where it needs one. */
  readonly data: Readonly<Record<string, unknown>>
  readonly file: Buffer | undefined
}

export interface Outcome {
  /** `yes` and `no` are answers; anything else is a fault of the server or of the test. */
  readonly verdict: 'yes' | 'no' | (string & {})
  /** What the caller learns. */
  readonly learned: unknown
}

/** One way to reach the documents. */
export type Transport<Asked extends Operation | FileOperation = Operation> = (
  actor: MatrixActor,
  question: Question<Asked>,
) => Promise<Outcome>

const REFUSALS: readonly number[] = [401, 403, 404]
/** The right was there, and something else was in the way, such as a clash or a missing file. */
const OBSTACLES: readonly number[] = [400, 409]

/** What a status says about the right to do it. */
export function verdictOf(status: number, body: string): Outcome['verdict'] {
  if (status < 300) return 'yes'
  if (REFUSALS.includes(status)) return 'no'
  return OBSTACLES.includes(status) ? 'yes' : `${status} ${body.slice(0, 300)}`
}
