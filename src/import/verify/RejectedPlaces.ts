import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

import { z } from 'zod'

import { nameOf } from '../write/Stage'
import { type SourceCollection, type SourcePlace } from '../read/Source'

const lineSchema = z.object({
  database: z.string(),
  collection: z.string(),
  reason: z.string(),
  place: z.object({
    file: z.string(),
    number: z.number().int().nonnegative(),
    part: z.number().optional(),
  }),
})

/** What a reject file says of one document. */
export type RejectLine = z.infer<typeof lineSchema>

/** The lines of a reject file, one by one. One that somebody broke while mending it is left out. */
export async function* readRejectLines(path: string): AsyncGenerator<RejectLine> {
  const lines = createInterface({
    input: createReadStream(path, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  for await (const line of lines) {
    const parsed = parse(line)
    if (parsed) yield parsed
  }
}

function parse(line: string): RejectLine | undefined {
  try {
    return lineSchema.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}

/** Which documents of a source are in a reject file, by their places: a bit for each, since there may be millions. */
export class RejectedPlaces {
  private readonly bits = new Map<string, Uint8Array>()

  /** Reads them from the file. Undefined: it is not there. */
  static async read(path: string): Promise<RejectedPlaces | undefined> {
    const places = new RejectedPlaces()
    try {
      for await (const { collection, database, place } of readRejectLines(path))
        places.add(keyOf({ database, name: collection }, place), place.number)
      return places
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
      throw error
    }
  }

  has(collection: Pick<SourceCollection, 'database' | 'name'>, place: SourcePlace): boolean {
    const bits = this.bits.get(keyOf(collection, place))
    const byte = bits?.[place.number >> 3] ?? 0
    return (byte & (1 << (place.number & 7))) !== 0
  }

  private add(key: string, number: number): void {
    const before = this.bits.get(key) ?? new Uint8Array(64)
    const at = number >> 3
    let bits = before
    if (at >= before.length) {
      bits = new Uint8Array(Math.max(at + 1, before.length * 2))
      bits.set(before)
    }
    bits[at] = (bits[at] ?? 0) | (1 << (number & 7))
    this.bits.set(key, bits)
  }
}

const keyOf = (
  collection: Pick<SourceCollection, 'database' | 'name'>,
  { file, part }: Pick<SourcePlace, 'file' | 'part'>,
): string => JSON.stringify([file, nameOf(collection), part ?? null])
