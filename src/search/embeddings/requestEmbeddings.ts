import { z } from 'zod'

import type { EmbeddingsSettings } from './embeddingsSettings'

const TIMEOUT_MS = 30_000
/** A number in JSON, with its comma, and what stands around the numbers. */
const BYTES_PER_NUMBER = 32
const BYTES_AROUND = 64 * 1024

/** The endpoint takes these texts from nobody. Messages name no address and no key: they are kept with the job. */
export class RefusedTexts extends Error {}

/** Texts that are too long, too many, or otherwise not to its liking; 401 and 404 are about us, 429 and 500 about now. */
const ABOUT_TEXTS = new Set([400, 413, 422])

/**
 * Asks the endpoint for the vectors of some texts, of one space only, once. It follows no redirect: the address is that of the
 * operator's settings and no other.
 *
 * @returns one for each text, in their order
 * @throws RefusedTexts when it does not take the texts; Error for everything else that is not an answer.
 */
export async function requestEmbeddings(
  { url, model, dimensions, apiKey }: EmbeddingsSettings,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<number[][]> {
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'error',
    cache: 'no-store',
    headers: {
      'Content-Type': 'application/json',
      ...(apiKey === undefined ? {} : { Authorization: `Bearer ${apiKey}` }),
    },
    body: JSON.stringify({ model, input: texts }),
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
  })
  if (!response.ok) {
    await response.body?.cancel()
    const message = `The endpoint for embeddings answered ${response.status}.`
    throw ABOUT_TEXTS.has(response.status) ? new RefusedTexts(message) : new Error(message)
  }
  const body = await readBounded(
    response,
    texts.length * dimensions * BYTES_PER_NUMBER + BYTES_AROUND,
  )
  return readVectors(body, texts.length, dimensions)
}

async function readBounded({ body }: Response, most: number): Promise<string> {
  const parts: Uint8Array[] = []
  const reader = body?.getReader()
  let size = 0
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    size += read.value.length
    if (size > most) {
      await reader?.cancel()
      throw new Error('The endpoint for embeddings answered with too much.')
    }
    parts.push(read.value)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** As PostgreSQL keeps it: `real` has four bytes. */
const real = z.number().refine((value) => Number.isFinite(Math.fround(value)))

/**
 * The vectors of an answer, in the order of the texts: entries may say which text they are about, and then all do.
 *
 * @throws Error for anything else than a vector of this size for each text.
 */
export function readVectors(body: string, count: number, dimensions: number): number[][] {
  const answer = z
    .object({
      data: z
        .array(
          z.object({
            index: z.int().optional(),
            embedding: z.array(real).length(dimensions),
          }),
        )
        .length(count),
    })
    .safeParse(parse(body))
  if (!answer.success) {
    throw new Error(
      `The endpoint for embeddings did not answer with ${count} vectors of ${dimensions} numbers.`,
    )
  }
  const ordered = new Map(
    answer.data.data.map(({ index, embedding }, place) => [index ?? place, embedding]),
  )
  return Array.from({ length: count }, (_, place) => {
    const vector = ordered.get(place)
    if (!vector) throw new Error('The endpoint for embeddings left out a text.')
    return vector
  })
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
