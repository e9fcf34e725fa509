import { idOf } from '@/access/rules'
import type { Locale } from '@/locales/locales'
import { textIn } from '@/locales/textIn'

import { byLocale, type ByLocale } from './translate'

/** The newest version of a page: what of it is copied. */
export interface SourcePage {
  readonly id: string
  /** What it is called, in the main language of its space. */
  readonly name: string
  readonly parent: string | undefined
  readonly image: string | undefined
  readonly noIndex: boolean
  readonly texts: PageTexts
}

/** What a page has in each language. */
export interface PageTexts {
  readonly title: ByLocale<string>
  readonly slug: ByLocale<string>
  readonly layout: ByLocale<readonly unknown[]>
  readonly metaTitle: ByLocale<string>
  readonly metaDescription: ByLocale<string>
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

const rows = (value: unknown): readonly unknown[] | undefined =>
  Array.isArray(value) && value.length > 0 ? value : undefined

const at = (holder: unknown, key: string): unknown =>
  typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined

/** Reads a page that was found in all languages. */
export const readPage = (doc: object & { readonly id: string }, main: Locale): SourcePage => {
  const meta = at(doc, 'meta')
  return {
    id: doc.id,
    name: textIn(at(doc, 'title'), main) ?? 'Without a title',
    parent: idOf(at(doc, 'parent')),
    image: idOf(at(meta, 'image')),
    noIndex: at(meta, 'noIndex') === true,
    texts: {
      title: byLocale(at(doc, 'title'), text),
      slug: byLocale(at(doc, 'slug'), text),
      layout: byLocale(at(doc, 'layout'), rows),
      metaTitle: byLocale(at(meta, 'title'), text),
      metaDescription: byLocale(at(meta, 'description'), text),
    },
  }
}
