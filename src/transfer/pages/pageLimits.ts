import { AtriumError } from '@/errors'
import { localeOf, nameOf } from '@/locales/locales'

import type { Languages } from '../languagesOf'

/** What a site of ten years has. An export takes a minute then. */
export const MAX_EXPORTED = 10_000
/** Written one by one by Payload, with a version and the search index each: some minutes at most. */
export const MAX_PAGES = 2_000
/** Each page in five languages. */
export const MAX_ROWS = 10_000
export const MAX_BYTES = 20 * 1_048_576
/**
 * Paths are those of the main language: in another one they would mean other pages.
 *
 * @throws AtriumError VALIDATION_FAILED when a file says that it has another one.
 */
export function assertMainLanguage(stated: unknown, { main }: Languages): void {
  const locale = localeOf(stated)?.code
  if (stated === undefined || locale === main) return
  throw new AtriumError('VALIDATION_FAILED', {
    message: `The main language of this file is ${locale ? nameOf(locale) : 'unknown'}, that of this space ${nameOf(main)}: their paths are not the same.`,
  })
}
