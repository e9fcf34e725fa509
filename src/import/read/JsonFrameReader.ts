import { MAX_JSON_BYTES } from '../bson/bsonLimits'
import { type ByteReader } from './ByteReader'
import { type JsonLayout } from './readJsonStream'
import { SourceError } from './SourceError'

export interface JsonFrame {
  readonly offset: number
  readonly length: number
  /** The text of one document. Valid until the next one is read; empty when it is too large to be held. */
  readonly bytes: Buffer
  /** Why it is none, where that is known already. */
  readonly problem?: string
  /** Whether the file ends with it, and not with the end of a line. */
  readonly isCut?: boolean
}

const LINE_FEED = 0x0a
const COMMA = 0x2c
const LIST_START = 0x5b
const LIST_END = 0x5d
const OBJECT_START = 0x7b
const OBJECT_END = 0x7d
const QUOTE = 0x22
const BACKSLASH = 0x5c
const BOM = [0xef, 0xbb, 0xbf]

const isSpace = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === LINE_FEED || byte === 0x0d || byte === 0x09

/** Cuts a text into documents without holding more than one of them, and without reading what they say. */
export class JsonFrameReader {
  /** Of a list: whether a document was read, so that a comma or the end must follow. */
  private isBehindItem: boolean

  constructor(
    private readonly reader: ByteReader,
    private readonly file: string,
    private readonly layout: JsonLayout,
  ) {
    this.isBehindItem = reader.offset > 0
  }

  /**
   * The next document, or undefined at the end.
   *
   * @throws SourceError when it cannot be known where the next one starts
   */
  async next(): Promise<JsonFrame | undefined> {
    if (this.reader.offset === 0) await this.start()
    await this.skipSpace()
    if (this.layout === 'list') return this.nextOfList()
    if (this.reader.available === 0) return undefined
    return this.layout === 'lines' ? this.line() : this.object()
  }

  private async start(): Promise<void> {
    await this.reader.fill(BOM.length)
    if (BOM.every((byte, index) => this.reader.byteAt(index) === byte)) this.reader.skip(BOM.length)
    if (this.layout !== 'list') return
    await this.skipSpace()
    if (this.reader.byteAt(0) !== LIST_START) this.fail('“[” is missing')
    this.reader.skip(1)
    await this.skipSpace()
  }

  private async skipSpace(): Promise<void> {
    while (this.reader.available > 0 || (await this.reader.fill(1))) {
      if (!isSpace(this.reader.byteAt(0))) return
      this.reader.skip(1)
    }
  }

  /** A line, without its end. A mistake in one does not touch the next. */
  private async line(): Promise<JsonFrame> {
    const { offset } = this.reader
    let searched = 0
    let dropped = 0
    for (;;) {
      const found = this.reader.indexOf(LINE_FEED, searched)
      const { available } = this.reader
      if (found >= 0 || !(await this.reader.fill(available + 1))) {
        return this.lineOf(offset, dropped, found >= 0 ? found : this.reader.available, found < 0)
      }
      searched = available
      if (available > MAX_JSON_BYTES) {
        // It will be refused, and need not be held.
        this.reader.skip(available)
        dropped += available
        searched = 0
      }
    }
  }

  private lineOf(offset: number, dropped: number, rest: number, isLast: boolean): JsonFrame {
    const line = this.reader.view(rest)
    this.reader.skip(rest)
    if (dropped > 0)
      return {
        offset,
        length: dropped + rest,
        bytes: Buffer.alloc(0),
        problem: `a line longer than ${MAX_JSON_BYTES} bytes`,
      }
    let length = rest
    while (isSpace(line[length - 1])) length -= 1
    const bytes = line.subarray(0, length)
    return { offset, length, bytes, isCut: isLast }
  }

  private async nextOfList(): Promise<JsonFrame | undefined> {
    const byte = this.reader.byteAt(0)
    if (byte === LIST_END) return this.end()
    if (this.isBehindItem) {
      if (byte !== COMMA)
        this.fail(byte === undefined ? ENDED : '“,” or “]” is missing', truncated(byte))
      this.reader.skip(1)
      await this.skipSpace()
    }
    this.isBehindItem = true
    const first = this.reader.byteAt(0)
    if (first === undefined) this.fail(ENDED, 'truncated')
    return first === OBJECT_START ? this.object() : this.other()
  }

  private async end(): Promise<undefined> {
    this.reader.skip(1)
    await this.skipSpace()
    if (this.reader.available > 0) this.fail('something follows the end of the list')
    return undefined
  }

  /** From a brace to the one that closes it. */
  private async object(): Promise<JsonFrame> {
    const { offset } = this.reader
    if (this.reader.byteAt(0) !== OBJECT_START) this.fail('“{” is missing')
    const scan = { at: 0, depth: 0, isText: false }
    while (!this.findEnd(scan)) {
      if (this.reader.available > MAX_JSON_BYTES)
        this.fail(`a document longer than ${MAX_JSON_BYTES} bytes`, 'json', offset)
      if (!(await this.reader.fill(this.reader.available + 1)))
        this.fail(
          'the file ends in the middle of the document that starts here',
          'truncated',
          offset,
        )
    }
    const bytes = this.reader.view(scan.at)
    this.reader.skip(scan.at)
    return { offset, length: scan.at, bytes }
  }

  /** Moves on to behind the last brace, or to the end of what is available. Lists inside need not be right to find it. */
  private findEnd(scan: { at: number; depth: number; isText: boolean }): boolean {
    const bytes = this.reader.view(this.reader.available)
    while (scan.at < bytes.length) {
      const byte = bytes[scan.at]
      if (byte === BACKSLASH && scan.isText) {
        // What it escapes must be there to be passed over.
        if (scan.at + 1 >= bytes.length) return false
        scan.at += 1
      } else if (byte === QUOTE) scan.isText = !scan.isText
      else if (!scan.isText && byte === OBJECT_START) scan.depth += 1
      else if (!scan.isText && byte === OBJECT_END) scan.depth -= 1
      scan.at += 1
      if (scan.depth === 0) return true
    }
    return false
  }

  /** Something in a list that is no object: up to the next comma or the end. */
  private async other(): Promise<JsonFrame> {
    const { offset } = this.reader
    let length = 0
    for (;;) {
      const byte = this.reader.byteAt(length)
      if (byte === COMMA || byte === LIST_END || byte === LINE_FEED) break
      if (byte !== undefined) length += 1
      else if (!(await this.reader.fill(this.reader.available + 1)))
        this.fail(ENDED, 'truncated', offset)
      if (length > MAX_OTHER)
        this.fail('neither a document nor the end of the list', 'json', offset)
    }
    const bytes = this.reader.view(length)
    this.reader.skip(length)
    return { offset, length, bytes, problem: 'not a document' }
  }

  private fail(
    reason: string,
    problem: 'json' | 'truncated' = 'json',
    offset = this.reader.offset,
  ): never {
    throw new SourceError(problem, this.file, offset, reason)
  }
}

/** A number or a short text. */
const MAX_OTHER = 4096

const ENDED = 'the file ends in the middle of the list'

const truncated = (byte: number | undefined): 'json' | 'truncated' =>
  byte === undefined ? 'truncated' : 'json'
