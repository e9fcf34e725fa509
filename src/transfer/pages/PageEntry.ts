import type { Locale } from '@/locales/locales'

import type { Referred } from '../documents'
import type { Place } from '../report'

/** What one page says in one language. */
export interface PageTexts {
  readonly title: string | null
  readonly slug: string | null
  readonly metaTitle: string | null
  readonly metaDescription: string | null
  readonly layout: readonly unknown[] | null
}

/** What is one for all languages. */
export interface PageFacts {
  /** In a file the path of the page above, in the main language; in the database its id. Null at the top of the tree. */
  readonly parent: string | null
  readonly status: 'draft' | 'published'
  readonly publishedAt: string | null
  readonly image: string | null
  readonly noIndex: boolean
}

/** A document that a page of a file refers to, and how another installation knows it. */
export interface NamedReference {
  readonly collection: Referred
  readonly id: string
  readonly name: string
}

/** A page as a file has it. What the file leaves out is undefined, and left alone. */
export interface PageEntry {
  readonly place: Place
  readonly id: string | undefined
  readonly path: string | undefined
  readonly facts: Partial<PageFacts>
  readonly texts: ReadonlyMap<Locale, Partial<PageTexts>>
  readonly references: readonly NamedReference[]
}

/** By what whoever wrote the file knows it. */
export const whatIs = ({ id, path }: Pick<PageEntry, 'id' | 'path'>): string => path ?? id ?? ''
