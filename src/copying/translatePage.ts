import { nameOf, type Locale } from '@/locales/locales'

import type { LeftOut } from './CopyReport'
import type { SourcePage } from './SourcePage'
import { standIn, translate, type Languages } from './translate'

/** A page in the languages of the space that it is copied to, and the languages in which it is not. */
export function translatePage(
  page: SourcePage,
  source: Languages,
  target: Languages,
): { page: SourcePage; left: LeftOut[] } {
  const { title, slug, layout, metaTitle, metaDescription } = page.texts
  const main = standIn(title, source, target)
  const lost = source.locales.filter(
    (locale) =>
      locale !== main &&
      !target.locales.includes(locale) &&
      (title[locale] !== undefined || layout[locale] !== undefined),
  )
  const say = (place: Locale, reason: string): LeftOut => ({
    page: page.id,
    title: page.name,
    place: `Language ${nameOf(place)}`,
    reason,
  })
  const replaced =
    main === undefined || main === target.defaultLocale
      ? []
      : [say(target.defaultLocale, `It has no text in it; that in ${nameOf(main)} is taken.`)]
  return {
    page: {
      ...page,
      texts: {
        title: translate(title, source, target),
        slug: translate(slug, source, target),
        layout: translate(layout, source, target),
        metaTitle: translate(metaTitle, source, target),
        metaDescription: translate(metaDescription, source, target),
      },
    },
    left: [
      ...replaced,
      ...lost.map((locale) => say(locale, 'The other space does not offer this language.')),
    ],
  }
}
