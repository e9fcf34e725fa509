import type { Locale } from '@/locales/locales'

import type { Place } from '../report'

/** What a medium says in one language. */
export interface MediaTexts {
  readonly alt: string | null
  readonly caption: string | null
}

/** A medium as a file has it. What the file leaves out is undefined, and left alone. */
export interface MediaEntry {
  readonly place: Place
  readonly id: string | undefined
  readonly filename: string | undefined
  readonly focalX: number | undefined
  readonly focalY: number | undefined
  readonly texts: ReadonlyMap<Locale, Partial<MediaTexts>>
}

export const whatIs = ({ id, filename }: Pick<MediaEntry, 'id' | 'filename'>): string =>
  filename ?? id ?? ''
