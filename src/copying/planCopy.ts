import type { Reference } from '@/blocks/mapReferences'
import { siteHosts } from '@/tenancy/host'

import type { LeftOut } from './CopyReport'
import { freeSlugs, type Taken } from './freeSlugs'
import { parentsFirst } from './parentsFirst'
import type { PlannedMedium } from './planMedia'
import type { SourceContent } from './readSource'
import type { TargetState } from './readTarget'
import { referencesOf, rowsOf } from './referencesOf'
import type { End } from './resolveEnds'
import type { SourcePage } from './SourcePage'

/** All that is to be written, and what is not. */
export interface CopyPlan {
  /** Parents first, with the slugs that they get; `parent` is that of the copied ones. */
  readonly pages: readonly SourcePage[]
  readonly media: ReadonlyMap<string, PlannedMedium>
  /** The form of the target that takes the place of one of the source. */
  readonly forms: ReadonlyMap<string, string>
  readonly left: readonly LeftOut[]
}

/** Decides what becomes of everything, before anything is written. */
export function planCopy(
  source: End,
  content: SourceContent,
  state: TargetState,
  media: ReadonlyMap<string, PlannedMedium>,
  { withMedia }: { readonly withMedia: boolean },
): CopyPlan {
  const forms = matchForms(content, state)
  const own = new Set(content.pages.map(({ id }) => id))
  const why = ({ relationTo, value }: Reference): string | undefined => {
    if (relationTo === 'media') {
      if (media.has(value)) return undefined
      if (!withMedia) return 'Media are not copied along.'
      return content.media.has(value)
        ? 'The file of this medium is missing.'
        : 'This medium is in the trash or gone.'
    }
    if (relationTo === 'pages') {
      if (own.has(value)) return undefined
      const title = content.others.get(value)
      return title === undefined
        ? 'This page is in the trash or gone.'
        : `The page “${title}” is not copied along.`
    }
    if (forms.has(value)) return undefined
    const title = content.forms.get(value)
    if (title === undefined) return 'This form is in the trash or gone.'
    return state.forms.has(title)
      ? `The other space has several forms “${title}”. Choose one there.`
      : `Forms are not copied, and the other space has none called “${title}”.`
  }
  const emptied = content.pages.flatMap((page) =>
    referencesOf(page).flatMap(({ reference, place }) => {
      const reason = why(reference)
      return reason === undefined ? [] : [say(page, place, reason)]
    }),
  )
  const lifted = content.pages
    .filter(({ parent }) => parent !== undefined && !own.has(parent))
    .map((page) => say(page, 'Below', 'The page above is not copied along: it is at the top.'))
  return {
    pages: placePages(content.pages, state),
    media,
    forms,
    left: once([...content.left, ...lifted, ...emptied, ...addressesOf(source, content.pages)]),
  }
}

const say = (page: SourcePage, place: string, reason: string): LeftOut => ({
  page: page.id,
  title: page.name,
  place,
  reason,
})

/** A block says the same in each language. */
const once = (left: readonly LeftOut[]): LeftOut[] => [
  ...new Map(left.map((one) => [JSON.stringify(one), one])).values(),
]

/** Forms carry mails and webhooks, which are for owners to set up: one of the same name is taken, and none is copied. */
function matchForms(content: SourceContent, state: TargetState): Map<string, string> {
  const matched = new Map<string, string>()
  for (const [id, title] of content.forms) {
    const [form, ...others] = state.forms.get(title) ?? []
    if (form !== undefined && others.length === 0) matched.set(id, form)
  }
  return matched
}

/** The pages in the order in which they are written, each with an address that is free. */
function placePages(pages: readonly SourcePage[], state: TargetState): SourcePage[] {
  const below = new Map<string | undefined, Taken>([[undefined, new Set(state.top)]])
  return parentsFirst(pages).map(({ page, parent }) => {
    const taken: Taken = below.get(parent) ?? new Set()
    below.set(parent, taken)
    const slug = freeSlugs(page.texts.slug, taken, { atTop: parent === undefined })
    return { ...page, parent, texts: { ...page.texts, slug } }
  })
}

/** Addresses that somebody typed in are text, and stay. That they lead back is said. */
function addressesOf({ tenant }: End, pages: readonly SourcePage[]): LeftOut[] {
  const marks = [...siteHosts(tenant).map((host) => `//${host}`), '/api/media/file/']
  return pages.flatMap((page) =>
    rowsOf(page)
      .filter(({ row }) => {
        const text = JSON.stringify(row).toLowerCase()
        return marks.some((mark) => text.includes(mark))
      })
      .map(({ place }) =>
        say(page, place, 'Stays as it is: an address in it leads to the space it comes from.'),
      ),
  )
}
