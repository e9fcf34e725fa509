import type { Payload } from 'payload'

import type { ResolvedPageListBlock } from '@/blocks/PageList/view'
import { AtriumError } from '@/errors'
import type { Page } from '@/payload-types'
import { MAX_RELATED } from '@/search/related/parseRelated'
import { relatedPages } from '@/search/related/relatedPages'
import { visitorOf, type Searcher } from '@/search/searcher'

import type { Reading } from './Language'
import { loadChosenCards } from './loadCards'
import type { LoadedPage } from './loadPage'
import { withAddresses } from './withAddresses'
import { withVisitor } from './withVisitor'

const isRelatedList = (
  block: NonNullable<Page['layout']>[number],
): block is ResolvedPageListBlock => block.blockType === 'pageList' && block.source === 'related'

/**
 * A page with its lists of pages like it filled. After the transaction in which it was read: looking for them is one of its own, and
 * nobody holds two connections.
 *
 * @param of the version of the page that is shown
 */
export async function withRelated(
  payload: Payload,
  tenant: string,
  reading: Reading,
  loaded: LoadedPage,
  of: Searcher['sees'],
): Promise<LoadedPage> {
  const { page, paths } = loaded
  const lists = (page.layout ?? []).filter(isRelatedList)
  if (lists.length === 0) return loaded
  const most = Math.max(...lists.map((list) => list.limit ?? MAX_RELATED))
  const ids = await findIds(payload, tenant, of, {
    page: page.id,
    // In the language of the texts that it shows.
    locale: paths[reading.locale] === undefined ? reading.fallbackLocale : reading.locale,
    limit: Math.min(most, MAX_RELATED),
  })
  const cards = await withVisitor(tenant, (req) => loadChosenCards(req, reading, ids))
  const resolvedPages = withAddresses(cards, reading)
  const layout = page.layout?.map((block) =>
    isRelatedList(block)
      ? { ...block, resolvedPages: resolvedPages.slice(0, block.limit ?? MAX_RELATED) }
      : block,
  )
  return { ...loaded, page: { ...page, layout } }
}

/** None where the page is gone meanwhile, or looking for them takes too long: it is shown without. */
async function findIds(
  payload: Payload,
  tenant: string,
  of: Searcher['sees'],
  request: Parameters<typeof relatedPages>[2],
): Promise<string[]> {
  try {
    const { docs } = await relatedPages(payload, visitorOf(tenant), request, of)
    return docs.map(({ id }) => id)
  } catch (error) {
    if (error instanceof AtriumError && error.status < 500) return []
    throw error
  }
}
