import { env } from '@/env'

/** The endpoint that makes vectors of texts. Only the operator says where it is: nothing that a space writes leads anywhere. */
export interface EmbeddingsSettings {
  readonly url: string
  readonly model: string
  readonly dimensions: number
  readonly apiKey: string | undefined
}

/** @returns undefined where no endpoint is configured. */
export function embeddingsSettings(): EmbeddingsSettings | undefined {
  const {
    EMBEDDINGS_URL: url,
    EMBEDDINGS_MODEL: model,
    EMBEDDINGS_DIMENSIONS: dimensions,
    EMBEDDINGS_API_KEY: apiKey,
  } = env()
  return url !== undefined && model !== undefined && dimensions !== undefined
    ? { url, model, dimensions, apiKey }
    : undefined
}

/** Vectors are compared with those of the same model and size, and with no others. */
export const spaceOfVectors = ({ model, dimensions }: EmbeddingsSettings): string =>
  `${model} (${dimensions})`
