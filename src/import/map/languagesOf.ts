import { type Locale, localeOf } from '@/locales/locales'

import { isLocaleTag } from '../localeTag'
import { type Sample } from './Sample'

/** A language that fewer documents have is a slip, or a field that happens to be called like one. */
const FEWEST = 2

/** The languages of a source's texts, the most frequent first: fields that are objects with nothing but languages in them. */
export function languagesOf(samples: readonly Sample[]): Locale[] {
  const counts = new Map<Locale, number>()
  for (const { documents } of samples) {
    for (const document of documents) {
      for (const locale of localesIn(document.values.flatMap((value) => tagsOf(value))))
        counts.set(locale, (counts.get(locale) ?? 0) + 1)
    }
  }
  return [...counts]
    .filter(([, count]) => count >= FEWEST)
    .sort(([a, many], [b, more]) => more - many || a.localeCompare(b))
    .map(([locale]) => locale)
}

const localesIn = (tags: readonly string[]): ReadonlySet<Locale> =>
  new Set(tags.flatMap((tag) => localeOf(tag)?.code ?? []))

/** The names in an object that may be a text for each language. One that has an `id` alone is a reference. */
function tagsOf(value: Sample['documents'][number]['values'][number]): readonly string[] {
  if (value.type !== 'object' || value.size === 0) return []
  const isReference = value.size === 1 && value.keys[0] === 'id'
  return !isReference && value.keys.every(isLocaleTag) ? value.keys : []
}
