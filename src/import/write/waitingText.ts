import { z } from 'zod'

import { writeOrdered } from '../bson/writeExtendedJson'
import { type Placed } from './Placed'

const waitingSchema = z.object({
  /** What it waits for, in words of the source. */
  missing: z.array(z.string()),
  tenantName: z.string().optional(),
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
  { document: { item }, tenantName }: Pick<Placed, 'document' | 'tenantName'>,
  missing: readonly string[],
): string {
  const { collection, document, place } = item
  const { database, name } = collection
  const waiting: WaitingDocument = {
    missing: [...new Set(missing)],
    ...(tenantName === undefined ? {} : { tenantName }),
    collection: { database, name },
    place,
    document: writeOrdered(document),
  }
  return JSON.stringify(waiting)
}

export const readWaiting = (text: string): WaitingDocument => waitingSchema.parse(JSON.parse(text))
