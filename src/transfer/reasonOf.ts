import { isValidationError } from '@/db/pgErrors'
import { AtriumError } from '@/errors'

/** What refuses one document says nothing of the next; what stops all of them is no reason of one. */
const FATAL = [
  'DATABASE_UNAVAILABLE',
  'STORAGE_UNAVAILABLE',
  'SCAN_UNAVAILABLE',
  'SCOPE_REQUIRED',
  'INTERNAL',
  'QUERY_TOO_COMPLEX',
]

/**
 * Why Payload refused to save a document, in words.
 *
 * @throws the error itself, when it is not about the document.
 */
export function reasonOf(error: unknown): string {
  if (isValidationError(error)) {
    const [first] = error.data.errors
    return first ? `${labelOf(first)}: ${first.message}` : error.message
  }
  if (error instanceof AtriumError && !FATAL.includes(error.code)) return error.message
  const status: unknown = error instanceof Error ? Reflect.get(error, 'status') : undefined
  if (status === 423) return 'Somebody else is editing this at the moment.'
  if (status === 403) return 'You are not allowed to change this.'
  if (status === 404) return 'This is not here any more.'
  throw error
}

const labelOf = ({ label, path }: { label?: unknown; path: string | null }): string =>
  typeof label === 'string' ? label : (path ?? 'Field')
