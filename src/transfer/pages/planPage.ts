import { blocks } from '@/blocks'
import { collectReferences } from '@/blocks/collectReferences'
import { slugify, validateSlug } from '@/collections/fields/slugField'
import { nameOf, type Locale } from '@/locales/locales'

import type { Documents } from '../documents'
import type { Asker, PageContent } from './loadContents'
import type { TreePage } from './loadTree'
import type { Match } from './matchEntries'
import type { PageFacts, PageTexts } from './PageEntry'
import type { Languages } from '../languagesOf'
import type { PageSave, PageStep } from './PageStep'
import { resolveLayout, resolveReference, type PageInFile } from './resolveEntry'
import { NEW, savesOf } from './savesOf'
import { validateSave } from '../validateSave'

export interface Planner {
  readonly asker: Asker
  readonly languages: Languages
  readonly documents: Documents
  readonly pageInFile: PageInFile
  readonly tree: ReadonlyMap<string, TreePage>
}

/** What an entry means, or what is wrong with it. */
export async function planPage(
  planner: Planner,
  match: Match,
  content: PageContent | undefined,
): Promise<PageStep | string> {
  const { languages } = planner
  const facts = resolveFacts(planner, match)
  if (typeof facts === 'string') return facts
  const texts = resolveTexts(planner, match)
  if (typeof texts === 'string') return texts
  if (!content && !texts.get(languages.main)?.title?.trim())
    return `A new page needs a title in the main language, ${nameOf(languages.main)}.`
  const wanted: PageFacts = { ...(content?.facts ?? NEW), ...facts }
  const saves = savesOf(wanted, texts, content, languages)
  const step: PageStep = {
    entry: match.entry,
    id: match.id,
    isNew: !content,
    parent: wanted.parent,
    slugs: { ...match.page?.slugs, ...slugsOf(saves) },
    saves,
    needs: needsOf(saves, planner),
    incomplete: false,
  }
  return saves.length === 0 ? step : checkSaves(planner, step, content)
}

/** The facts of an entry with ids of this space, or what is wrong with them. */
function resolveFacts(
  { documents, pageInFile }: Planner,
  { entry, page }: Match,
): Partial<PageFacts> | string {
  const { parent = null, image, ...facts } = entry.facts
  const find = (relationTo: string, value: string) =>
    resolveReference({ relationTo, value }, entry, documents, pageInFile)
  // A new page is where its path says, unless something else is said.
  const above = parent ?? (page ? null : pathAbove(entry.path))
  const found = above === null ? undefined : find('pages', above)
  if (found && 'problem' in found) return `parent: ${found.problem}`
  const picture = image == null ? undefined : find('media', image)
  if (picture && 'problem' in picture) return `meta.image: ${picture.problem}`
  return {
    ...facts,
    ...(page && entry.facts.parent === undefined ? {} : { parent: found?.id ?? null }),
    ...(image === undefined ? {} : { image: picture?.id ?? null }),
  }
}

const pathAbove = (path = '/'): string | null => path.slice(0, path.lastIndexOf('/')) || null

/** The texts of an entry as they will be, or what is wrong with them. An empty slug is no wish. */
function resolveTexts(
  { documents, pageInFile, languages }: Planner,
  { entry, page }: Match,
): Map<Locale, Partial<PageTexts>> | string {
  const resolved = new Map<Locale, Partial<PageTexts>>()
  const locales = new Set([...(page ? [] : [languages.main]), ...entry.texts.keys()])
  for (const locale of locales) {
    const { slug, layout, ...texts } = entry.texts.get(locale) ?? {}
    const own = slug || slugFor(locale, texts.title, { entry, page }, languages)
    const problem = own ? validateSlug(own) : true
    if (problem !== true) return `slug (${locale}): ${problem}`
    const blocks =
      layout == null
        ? undefined
        : resolveLayout(layout, (one) => resolveReference(one, entry, documents, pageInFile))
    if (blocks && 'problem' in blocks) return `layout (${locale}) › ${blocks.problem}`
    resolved.set(locale, {
      ...texts,
      ...(own ? { slug: own } : {}),
      ...(layout === undefined ? {} : { layout: blocks?.layout ?? null }),
    })
  }
  return resolved
}

/** The slug of a text that has none yet: the end of the path in the main language, else made from the title. */
function slugFor(
  locale: Locale,
  title: string | null | undefined,
  { entry, page }: Pick<Match, 'entry' | 'page'>,
  { main }: Languages,
): string | undefined {
  // Payload would make another one from a new title.
  if (page?.slugs[locale]) return title === undefined ? undefined : page.slugs[locale]
  if (!page && locale === main) return entry.path === '/' ? 'home' : entry.path?.split('/').at(-1)
  return title ? slugify(title) : undefined
}

const slugsOf = (saves: readonly PageSave[]): Partial<Record<Locale, string>> =>
  Object.fromEntries(
    saves.flatMap(({ locale, data }) =>
      typeof data.slug === 'string' ? [[locale, data.slug]] : [],
    ),
  )

/** What the layouts name that is no page of the space is one of the plan. */
const needsOf = (saves: readonly PageSave[], { tree }: Planner): string[] =>
  saves
    .flatMap(({ data }) => collectReferences(data.layout, blocks))
    .flatMap(({ relationTo, value }) => (relationTo === 'pages' && !tree.has(value) ? [value] : []))

/** Asks Payload of each save, on top of those before it. */
async function checkSaves(
  { asker: { req } }: Planner,
  step: PageStep,
  content: PageContent | undefined,
): Promise<PageStep | string> {
  let incomplete = false
  for (const { locale, data } of step.saves) {
    const texts = content?.texts.get(locale)
    const doc = {
      title: texts?.title,
      slug: texts?.slug,
      layout: texts?.layout,
      parent: step.parent,
      publishedAt: content?.facts.publishedAt,
      meta: {
        title: texts?.metaTitle,
        description: texts?.metaDescription,
        image: content?.facts.image,
        noIndex: content?.facts.noIndex,
      },
    }
    const id = step.isNew ? undefined : step.id
    const sent = { ...data, parent: step.parent }
    const validity = await validateSave(req, {
      collection: 'pages',
      fields: ['title', 'slug', 'publishedAt'],
      id,
      locale,
      data: sent,
      doc,
      planned: step.needs,
    })
    const [problem] = validity.problems
    if (problem !== undefined) return `${problem} (${nameOf(locale)})`
    incomplete ||= validity.incomplete
  }
  return { ...step, incomplete }
}
