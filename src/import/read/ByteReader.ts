import { type ByteSource } from './openBytes'

/** A window into a file that moves forwards, and is as large as what is looked at. */
export class ByteReader {
  private window = Buffer.alloc(0)
  private start = 0
  private end = 0
  private hasEnded = false

  constructor(
    private readonly source: ByteSource,
    /** Of the next byte, in the file or in what was compressed. */
    public offset: number,
    private readonly onBytes?: (bytes: number) => void,
  ) {}

  /** How many bytes can be looked at now. */
  get available(): number {
    return this.end - this.start
  }

  /** Reads on until so many bytes can be looked at. Answers whether there are so many. */
  async fill(bytes: number): Promise<boolean> {
    while (this.available < bytes && !this.hasEnded) {
      const piece = await this.source.next()
      if (piece) this.append(piece)
      else this.hasEnded = true
      this.onBytes?.(this.source.taken())
    }
    return this.available >= bytes
  }

  /** Looks at bytes that are available. What it answers is valid until `fill` is called. */
  view(length: number, from = 0): Buffer {
    return this.window.subarray(this.start + from, this.start + from + length)
  }

  byteAt(index: number): number | undefined {
    return index < this.available ? this.window[this.start + index] : undefined
  }

  int32(): number {
    return this.window.readInt32LE(this.start)
  }

  /** Where a byte is, counted from here, or -1 when it is not available. */
  indexOf(byte: number, from = 0): number {
    const found = this.window.subarray(0, this.end).indexOf(byte, this.start + from)
    return found < 0 ? -1 : found - this.start
  }

  skip(bytes: number): void {
    this.start += bytes
    this.offset += bytes
  }

  private append(piece: Buffer): void {
    if (this.end + piece.length > this.window.length) this.makeRoom(piece.length)
    piece.copy(this.window, this.end)
    this.end += piece.length
  }

  private makeRoom(bytes: number): void {
    const needed = this.available + bytes
    const window =
      needed > this.window.length
        ? Buffer.allocUnsafe(Math.max(needed, Math.floor(this.window.length * 1.5)))
        : this.window
    this.window.copy(window, 0, this.start, this.end)
    this.end -= this.start
    this.start = 0
    this.window = window
  }
}
