import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

import { z } from 'zod'

import { nameOf } from '../write/Stage'
import { readRejectLines } from '../verify/RejectedPlaces'
import { ReasonCounts } from './ReasonCounts'
import { type ListedNote, type Report } from './Report'

const noteSchema = z.object({
  kind: z.string(),
  collection: z.string(),
  id: z.string(),
  path: z.string(),
  reason: z.string(),
  place: z.object({ file: z.string(), number: z.number() }),
})

/** So many of a list are in a report; the whole list is the file. */
const FIRST = 200

const placeOf = ({ file, number }: { file: string; number: number }): string =>
  `${file}, document ${number}`

/** The notes of an import: all counted, and the first of each kind. */
export async function readNotes(
  path: string,
): Promise<{ notes: Report['notes']; dangling: readonly ListedNote[] }> {
  const kinds = new Map<string, ReasonCounts>()
  const first: (ListedNote & { kind: string })[] = []
  const byKind = new Map<string, number>()
  for await (const line of linesOf(path)) {
    const { collection, id, kind, path: at, place, reason } = line
    const counts = kinds.get(kind) ?? new ReasonCounts()
    kinds.set(kind, counts)
    counts.add(collection, reason)
    const number = (byKind.get(kind) ?? 0) + 1
    byKind.set(kind, number)
    if (number <= FIRST)
      first.push({ kind, collection, id, path: at, reason, place: placeOf(place) })
  }
  return {
    notes: {
      count: [...byKind.values()].reduce((sum, count) => sum + count, 0),
      byKind: Object.fromEntries(byKind),
      byReason: [...kinds].flatMap(([kind, counts]) =>
        counts.list().map((one) => ({ kind, ...one })),
      ),
      first,
      file: path,
    },
    dangling: first.filter(({ kind }) => kind === 'dangling'),
  }
}

async function* linesOf(path: string): AsyncGenerator<z.infer<typeof noteSchema>> {
  try {
    const lines = createInterface({
      input: createReadStream(path, 'utf8'),
      crlfDelay: Number.POSITIVE_INFINITY,
    })
    for await (const line of lines) {
      const parsed = noteSchema.safeParse(JSON.parse(line))
      if (parsed.success) yield parsed.data
    }
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** What an import rejected: all counted by reason, and the first. */
export async function readRejects(path: string): Promise<Report['rejects']> {
  const counts = new ReasonCounts()
  const first: ListedNote[] = []
  let count = 0
  try {
    for await (const { collection, database, place, reason } of readRejectLines(path)) {
      const name = nameOf({ database, name: collection })
      count += 1
      counts.add(name, reason)
      if (first.length < FIRST)
        first.push({ collection: name, id: '', path: '$', reason, place: placeOf(place) })
    }
  } catch (error) {
    if (!isMissing(error)) throw error
  }
  return { count, byReason: counts.list(), first, file: path }
}
