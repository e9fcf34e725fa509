import type { Locale } from '@/locales/locales'

import type { PageEntry } from './PageEntry'

/** What one save of a page sends, in one language. References in it may be to pages that are still to be made. */
export interface PageSave {
  readonly locale: Locale
  readonly data: Readonly<Record<string, unknown>>
}

/** What a page of a file means for its space. */
export interface PageStep {
  readonly entry: PageEntry
  /** Of a page that is still to be made: an id that stands for it in the plan, and nowhere else. */
  readonly id: string
  readonly isNew: boolean
  readonly parent: string | null
  readonly slugs: Readonly<Partial<Record<Locale, string>>>
  /** In the main language first; none where everything is as the file says. */
  readonly saves: readonly PageSave[]
  /** Pages of the same file that are still to be made, and to which this one refers. */
  readonly needs: readonly string[]
  /** A draft that lacks what publishing asks for: saved as the admin saves drafts. */
  readonly incomplete: boolean
}
