import { blocks } from '@/blocks'
import { collectReferences } from '@/blocks/collectReferences'
import type { Reference } from '@/blocks/mapReferences'
import { streamCsv } from '@/csv/streamCsv'
import { withScope } from '@/db/withScope'
import type { Locale } from '@/locales/locales'

import { isReferred, type Documents } from '../documents'
import { loadContents, type Asker, type PageContent } from './loadContents'
import type { TreePage } from './loadTree'
import type { PageTexts } from './PageEntry'
import { jsonStream } from '../jsonStream'
import type { Languages } from '../languagesOf'
import { PAGE_COLUMNS } from './readPagesCsv'

/** As many pages are in memory at once. */
const PIECE = 100

export interface PageExport extends Asker {
  readonly tree: ReadonlyMap<string, TreePage>
  readonly languages: Languages
}

interface Loaded {
  readonly content: PageContent
  readonly documents: Documents
}

/** The pages of a space, those above before those below, but for what is in the trash. */
export const exportable = (tree: ReadonlyMap<string, TreePage>): TreePage[] =>
  [...tree.values()].filter(({ trashed }) => !trashed)

/** Read after the handler has answered, so the scope is entered for each piece. */
async function* load({ req, scope, tenant, tree, languages }: PageExport): AsyncGenerator<Loaded> {
  const pages = exportable(tree)
  for (let start = 0; start < pages.length; start += PIECE) {
    const piece = pages.slice(start, start + PIECE)
    const { contents, documents } = await withScope(scope, () =>
      loadContents({ req, scope, tenant }, piece, languages.offered),
    )
    for (const content of contents) yield { content, documents }
  }
}

/** Pages as JSON: all that their editors write, in all languages of the space. */
export function pagesAsJson(given: PageExport): ReadableStream<Uint8Array> {
  const { main, offered } = given.languages
  const head = { format: 'atrium-pages', mainLanguage: main, languages: offered }
  const entries = async function* () {
    for await (const loaded of load(given)) yield pageOf(loaded, given)
  }
  return jsonStream(head, 'pages', entries())
}

function pageOf({ content, documents }: Loaded, { tree, languages }: PageExport) {
  const { page, facts, texts } = content
  const inLanguages = <K extends keyof PageTexts>(field: K) =>
    Object.fromEntries(
      languages.offered.flatMap((locale) => {
        const value = texts.get(locale)?.[field] ?? null
        return value === null ? [] : [[locale, value]]
      }),
    )
  const parent = parentOf(page, tree)
  return {
    id: page.id,
    ...(page.path === null ? {} : { path: page.path }),
    title: inLanguages('title'),
    slug: inLanguages('slug'),
    ...(parent === undefined ? {} : { parent }),
    status: facts.status,
    publishedAt: facts.publishedAt,
    meta: {
      title: inLanguages('metaTitle'),
      description: inLanguages('metaDescription'),
      image: facts.image,
      noIndex: facts.noIndex,
    },
    layout: inLanguages('layout'),
    references: referencesOf(content, documents, languages.offered),
  }
}

/** The path of the page above; undefined when that one has none, as in the trash. */
const parentOf = (
  page: TreePage,
  tree: ReadonlyMap<string, TreePage>,
): string | null | undefined =>
  page.parent === null ? null : (tree.get(page.parent)?.path ?? undefined)

/** Ids mean nothing elsewhere: beside them is by which name another installation may find the same. */
function referencesOf(
  { facts, texts }: PageContent,
  documents: Documents,
  locales: readonly Locale[],
) {
  const found: Reference[] = [
    ...(facts.image === null ? [] : [{ relationTo: 'media', value: facts.image }]),
    ...locales.flatMap((locale) => collectReferences(texts.get(locale)?.layout, blocks)),
  ]
  const unique = new Map(found.map((one) => [`${one.relationTo}:${one.value}`, one]))
  return [...unique.values()].flatMap((one) => {
    const name = documents.nameOf(one)
    return name !== undefined && isReferred(one.relationTo)
      ? [{ collection: one.relationTo, id: one.value, name }]
      : []
  })
}

/** Pages as a table: a row for each page and language, without blocks. A page without an address is not in it. */
export function pagesAsCsv(given: PageExport): ReadableStream<Uint8Array> {
  const rows = async function* () {
    for await (const { content, documents } of load(given)) {
      const { page, facts, texts } = content
      if (page.path === null) continue
      const parent = parentOf(page, given.tree)
      if (parent === undefined) continue
      const image =
        facts.image === null
          ? ''
          : (documents.nameOf({ relationTo: 'media', value: facts.image }) ?? facts.image)
      for (const locale of given.languages.offered) {
        const said = texts.get(locale)
        yield [
          page.id,
          page.path,
          locale,
          said?.title ?? '',
          said?.slug ?? '',
          parent ?? '',
          facts.status,
          facts.publishedAt ?? '',
          said?.metaTitle ?? '',
          said?.metaDescription ?? '',
          image,
          String(facts.noIndex),
        ]
      }
    }
  }
  return streamCsv(PAGE_COLUMNS, rows())
}
