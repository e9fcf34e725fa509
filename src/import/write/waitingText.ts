import { z } from 'zod'

import { writeOrdered } from '../bson/writeExtendedJson'
import { type DocumentItem } from '../read/Source'

const waitingSchema = z.object({
  /** What it waits for, in words of the source. */
  missing: z.array(z.string()),
  collection: z.object({ database: z.string(), name: z.string() }),
  place: z.object({
    file: z.string(),
    offset: z.number(),
    length: z.number(),
    number: z.number(),
    part: z.number().optional(),
  }),
  document: z.string(),
})

export type WaitingDocument = z.infer<typeof waitingSchema>

/** A document with its place and what it waits for, to be written again without its file. */
export function writeWaitingText(
  { collection, place, document }: DocumentItem,
  missing: readonly string[],
): string {
  const { database, name } = collection
  const waiting: WaitingDocument = {
    missing: [...new Set(missing)],
    collection: { database, name },
    place,
    document: writeOrdered(document),
  }
  return JSON.stringify(waiting)
}

export const readWaiting = (text: string): WaitingDocument => waitingSchema.parse(JSON.parse(text))
