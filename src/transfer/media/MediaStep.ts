import type { Locale } from '@/locales/locales'

import type { MediaEntry, MediaTexts } from './MediaEntry'

/** What one save of a medium sends, in one language. */
export interface MediaSave {
  readonly locale: Locale
  readonly data: Readonly<Partial<MediaTexts> & { focalX?: number; focalY?: number }>
}

/** What a medium of a file means for its space. */
export interface MediaStep {
  readonly entry: MediaEntry
  /** Undefined for what is to be made, under the name of its entry. */
  readonly id: string | undefined
  readonly saves: readonly MediaSave[]
}
