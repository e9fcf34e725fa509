import type { Locale } from '@/locales/locales'

import { sameContent } from '../sameContent'
import type { PageContent } from './loadContents'
import type { PageFacts, PageTexts } from './PageEntry'
import type { Languages } from '../languagesOf'
import type { PageSave } from './PageStep'

/** A page that says nothing yet. */
export const NEW: PageFacts = {
  parent: null,
  status: 'draft',
  publishedAt: null,
  image: null,
  noIndex: false,
}

/** What has to be saved, in which language: only what is not as it should be. */
export function savesOf(
  wanted: PageFacts,
  texts: ReadonlyMap<Locale, Partial<PageTexts>>,
  content: PageContent | undefined,
  { main, offered }: Languages,
): PageSave[] {
  const facts = factsToSave(wanted, content?.facts)
  return offered.flatMap((locale) => {
    const said = textsToSave(texts.get(locale) ?? {}, content?.texts.get(locale))
    const isMain = locale === main
    const changed = Object.keys(said).length > 0 || (isMain && Object.keys(facts).length > 0)
    if (!changed && !(isMain && !content)) return []
    const own = isMain ? facts : {}
    const meta = { ...own.meta, ...said.meta }
    return [
      {
        locale,
        data: {
          ...own,
          ...said,
          ...(Object.keys(meta).length === 0 ? {} : { meta }),
          _status: wanted.status,
        },
      },
    ]
  })
}

interface Data {
  readonly meta?: Readonly<Record<string, unknown>>
  readonly [field: string]: unknown
}

function factsToSave(wanted: PageFacts, before: PageFacts | undefined): Data {
  const { parent, publishedAt, image, noIndex, status } = wanted
  const is = before ?? NEW
  const meta = {
    ...(image === is.image ? {} : { image }),
    ...(noIndex === is.noIndex ? {} : { noIndex }),
  }
  return {
    ...(parent === is.parent ? {} : { parent }),
    ...(sameTime(publishedAt, is.publishedAt) ? {} : { publishedAt }),
    ...(status === is.status ? {} : { _status: status }),
    ...(Object.keys(meta).length === 0 ? {} : { meta }),
  }
}

const sameTime = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && Date.parse(a) === Date.parse(b))

function textsToSave(wanted: Partial<PageTexts>, before: PageTexts | undefined): Data {
  const differs = (field: keyof PageTexts) =>
    wanted[field] !== undefined && !sameContent(wanted[field], before?.[field])
  const titled = differs('title') || differs('slug')
  const meta = {
    ...(differs('metaTitle') ? { title: wanted.metaTitle } : {}),
    ...(differs('metaDescription') ? { description: wanted.metaDescription } : {}),
  }
  return {
    ...(differs('title') ? { title: wanted.title } : {}),
    ...(titled && wanted.slug ? { slug: wanted.slug } : {}),
    ...(differs('layout') ? { layout: wanted.layout ?? [] } : {}),
    ...(Object.keys(meta).length === 0 ? {} : { meta }),
  }
}
