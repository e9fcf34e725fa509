export type SourceProblem =
  /** The file is not there, or may not be read. */
  | 'unreadable'
  /** Nothing that this importer knows. */
  | 'unknown-format'
  /** It ends in the middle of something. */
  | 'truncated'
  /** A length that no document has, or a document without its final zero: where the next one starts cannot be known. */
  | 'framing'
  /** The file says another checksum than its bytes have. */
  | 'checksum'
  | 'gzip'
  | 'archive'
  | 'json'

/**
 * A file that cannot be read further: which one, and at which byte (counted in what was compressed, for compressed ones). An own
 * class beside AtriumError, because it is for the person at the command line and never goes out over the API.
 */
export class SourceError extends Error {
  override readonly name = 'SourceError'

  constructor(
    readonly problem: SourceProblem,
    readonly file: string,
    readonly offset: number,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`${file}, byte ${offset}: ${reason}`, options)
  }
}
