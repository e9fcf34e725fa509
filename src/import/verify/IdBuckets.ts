import { appendFile, mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

const BUCKETS = 256
const BYTES = 16
/** What is held of a bucket before it is written: 256 of them are 4 MB. */
const HELD = 1024 * BYTES

/** Ids of one bucket, of which it can be asked which they are. */
export interface Bucket {
  /** Every id from `from` on, and before `to`, is in this bucket. */
  readonly from: string
  readonly to: string
  readonly has: (id: string) => boolean
}

/**
 * A set of ids that need not fit into memory, to be compared with those of a table: they are on the disk, by their first byte, and are
 * looked at one byte after the other. The application's role has no temporary tables.
 */
export class IdBuckets {
  private readonly held: { bytes: Buffer; length: number }[] = Array.from(
    { length: BUCKETS },
    () => ({ bytes: Buffer.alloc(0), length: 0 }),
  )

  private constructor(private readonly folder: string) {}

  /** Begins in a folder of its own, which is gone afterwards. */
  static async with<T>(folder: string, work: (ids: IdBuckets) => Promise<T>): Promise<T> {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true, mode: 0o700 })
    try {
      return await work(new IdBuckets(folder))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  async add(id: string): Promise<void> {
    const bytes = bytesOf(id)
    const number = bytes.readUInt8(0)
    const bucket = this.held[number]
    if (!bucket) return
    if (bucket.bytes.length === 0) bucket.bytes = Buffer.alloc(HELD)
    bytes.copy(bucket.bytes, bucket.length)
    bucket.length += BYTES
    if (bucket.length === HELD) await this.flush(number)
  }

  private async flush(number: number): Promise<void> {
    const bucket = this.held[number]
    if (!bucket || bucket.length === 0) return
    await appendFile(this.fileOf(number), bucket.bytes.subarray(0, bucket.length), { mode: 0o600 })
    bucket.length = 0
  }

  /** All of them, bucket by bucket, in the order of ids. */
  async *buckets(): AsyncGenerator<Bucket> {
    for (let number = 0; number < BUCKETS; number += 1) {
      await this.flush(number)
      const ids = await this.load(number)
      yield {
        from: edge(number),
        to: number + 1 < BUCKETS ? edge(number + 1) : 'ffffffff-ffff-ffff-ffff-ffffffffffff',
        has: (id) => ids.has(bytesOf(id).toString('latin1')),
      }
    }
  }

  private async load(number: number): Promise<ReadonlySet<string>> {
    const bytes = await readFile(this.fileOf(number)).catch(() => Buffer.alloc(0))
    const ids = new Set<string>()
    for (let at = 0; at < bytes.length; at += BYTES)
      ids.add(bytes.toString('latin1', at, at + BYTES))
    return ids
  }

  private fileOf(number: number): string {
    return join(this.folder, number.toString(16).padStart(2, '0'))
  }
}

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')

const edge = (number: number): string =>
  `${number.toString(16).padStart(2, '0')}000000-0000-0000-0000-000000000000`
