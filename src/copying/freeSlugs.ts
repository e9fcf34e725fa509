import { isReservedSlug } from '@/locales/addresses'

import type { ByLocale } from './translate'

/** As long as the field allows. */
const MAX_LENGTH = 80

/** The addresses at one place of the tree that are used: `locale:slug`. */
export type Taken = Set<string>

const numbered = (slug: string, n: number): string => {
  const end = n === 1 ? '' : `-${n}`
  return `${slug.slice(0, MAX_LENGTH - end.length).replace(/-+$/, '')}${end}`
}

/** The slugs of a page with the first number at which they are free in all of its languages. They count as taken from then on. */
export function freeSlugs(
  slugs: ByLocale<string>,
  taken: Taken,
  { atTop }: { readonly atTop: boolean },
): ByLocale<string> {
  const given = Object.entries(slugs)
  for (let n = 1; ; n++) {
    const tried = given.map(([locale, slug]) => [locale, numbered(slug, n)] as const)
    const isFree = tried.every(
      ([locale, slug]) => !taken.has(`${locale}:${slug}`) && !(atTop && isReservedSlug(slug)),
    )
    if (!isFree) continue
    for (const [locale, slug] of tried) taken.add(`${locale}:${slug}`)
    return Object.fromEntries(tried)
  }
}
