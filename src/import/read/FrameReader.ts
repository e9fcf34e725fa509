import { MAX_DOCUMENT_BYTES, MIN_DOCUMENT_BYTES } from '../bson/bsonLimits'
import { type ByteReader } from './ByteReader'
import { SourceError } from './SourceError'

/** What separates the blocks of an archive, where a length would be. */
const TERMINATOR = -1

export interface Frame {
  readonly offset: number
  /** The bytes of one document, or undefined for a terminator. Valid until the next frame is loaded. */
  readonly bytes: Buffer | undefined
}

/**
 * Cuts a file into documents by their lengths, without looking into them. `while (frames.isReady() || (await frames.load()))` waits
 * only where the file has to be read on, which is once in thousands of small documents.
 */
export class FrameReader {
  constructor(
    private readonly reader: ByteReader,
    private readonly file: string,
    private readonly hasTerminators: boolean,
  ) {}

  get offset(): number {
    return this.reader.offset
  }

  /** Whether `take` has a whole document to give. */
  isReady(): boolean {
    const { available } = this.reader
    return available >= 4 && available >= this.nextLength()
  }

  /**
   * Reads on until `take` has a whole document to give. Answers false at the end of the file.
   *
   * @throws SourceError when the file ends before the document does
   */
  async load(): Promise<boolean> {
    if (!(await this.reader.fill(4))) {
      if (this.reader.available === 0) return false
      this.fail('truncated', `the file ends after ${this.reader.available} bytes of a length`)
    }
    const length = this.nextLength()
    if (await this.reader.fill(length)) return true
    return this.fail(
      'truncated',
      `a document of ${length} bytes starts here, and the file ends after ${this.reader.available}`,
    )
  }

  /** @throws SourceError when the document does not end with a zero */
  take(): Frame {
    const offset = this.reader.offset
    const length = this.nextLength()
    const bytes = this.reader.view(length)
    const isTerminator = this.isTerminator()
    if (!isTerminator && bytes[length - 1] !== 0)
      this.fail(
        'framing',
        `the document of ${length} bytes that starts here does not end with a zero`,
      )
    this.reader.skip(length)
    return { offset, bytes: isTerminator ? undefined : bytes }
  }

  private isTerminator(): boolean {
    return this.hasTerminators && this.reader.int32() === TERMINATOR
  }

  private nextLength(): number {
    if (this.isTerminator()) return 4
    const length = this.reader.int32()
    if (length >= MIN_DOCUMENT_BYTES && length <= MAX_DOCUMENT_BYTES) return length
    return this.fail(
      'framing',
      `${length} is not the length of a document (${MIN_DOCUMENT_BYTES} to ${MAX_DOCUMENT_BYTES})`,
    )
  }

  private fail(problem: 'truncated' | 'framing', reason: string): never {
    throw new SourceError(problem, this.file, this.reader.offset, reason)
  }
}
