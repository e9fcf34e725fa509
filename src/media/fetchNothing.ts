import { AtriumError } from '@/errors'

const WORDS = 'Files are uploaded, not fetched.'

/**
 * Payload (3.90) fetches the address that a new document names, and asks this for the headers before. Nothing is fetched,
 * from wherever: a picture that is edited comes out of the storage.
 *
 * @throws AtriumError always.
 */
export function fetchNothing(): never {
  throw fetchRefusal()
}

export const fetchRefusal = (): AtriumError =>
  new AtriumError('VALIDATION_FAILED', { message: WORDS })

/** That refusal, which Payload (3.90) wraps into a 500 of its own that ends with these words. */
export const isFetchRefusal = (error: unknown): boolean =>
  error instanceof Error && error.message.endsWith(WORDS)
