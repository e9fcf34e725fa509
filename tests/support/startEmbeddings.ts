import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'

import { z } from 'zod'

import { startReceiver, type ReceivedCall, type Receiver } from './startReceiver'

/** Enough for the few words of tests to fall on places of their own. */
export const DIMENSIONS = 256

/** What belongs together in the eyes of this model, whatever the word: so that meaning and words can be told apart. */
const MEANINGS: Readonly<Record<string, string>> = {
  kayak: 'boat',
  canoe: 'boat',
  dinghy: 'boat',
  espresso: 'coffee',
  cappuccino: 'coffee',
}

const placeOf = (word: string): number =>
  createHash('sha256').update(word).digest().readUInt32BE(0) % DIMENSIONS

/** A bag of words, each hashed to a place: the same text is always the same vector. */
export function embed(text: string): number[] {
  const vector = new Array<number>(DIMENSIONS).fill(0)
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    const place = placeOf(MEANINGS[word] ?? word)
    vector[place] = (vector[place] ?? 0) + 1
  }
  return vector
}

const asked = z.object({ model: z.string(), input: z.array(z.string()) })

/** The texts of a call. */
export const textsOf = ({ body }: ReceivedCall): string[] => asked.parse(JSON.parse(body)).input

export const answerWith = (response: ServerResponse, status: number, body: unknown): void =>
  void response
    .writeHead(status, { 'content-type': 'application/json' })
    .end(typeof body === 'string' ? body : JSON.stringify(body))

/** Answers as OpenAI does, last text first: the index says which is which. */
export const answerVectors = (response: ServerResponse, call: ReceivedCall): void =>
  answerWith(response, 200, {
    object: 'list',
    data: textsOf(call)
      .map((text, index) => ({ object: 'embedding', index, embedding: embed(text) }))
      .reverse(),
  })

/** A server that makes vectors of texts, and the settings that lead to it. */
export async function startEmbeddings(): Promise<
  Receiver & { readonly settings: Readonly<Record<string, string>> }
> {
  const receiver = await startReceiver()
  receiver.answer = answerVectors
  return Object.assign(receiver, {
    settings: {
      EMBEDDINGS_URL: receiver.url,
      EMBEDDINGS_MODEL: 'bag-of-words',
      EMBEDDINGS_DIMENSIONS: String(DIMENSIONS),
      EMBEDDINGS_API_KEY: 'key-of-the-operator',
    },
  })
}
