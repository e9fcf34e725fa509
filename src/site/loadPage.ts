import { unstable_cache } from 'next/cache'
import { cache } from 'react'
import type { PayloadRequest, Where } from 'payload'

import type { ResolvedPageListBlock } from '@/blocks/PageList/view'
import type { Page } from '@/payload-types'
import { tenantTag } from '@/tenancy/invalidateTenant'

import type { Crumb } from './Breadcrumbs'
import { REVALIDATE_SECONDS } from './loadSite'
import { withVisitor } from './withVisitor'

export interface LoadedPage {
  readonly page: Page
  /** From the top of the tree down to this page. */
  readonly trail: Crumb[]
}

/** A published page of a tenant by its full path, with everything that its blocks show; null where there is none. */
export const loadPage = cache((tenant: string, path: string): Promise<LoadedPage | null> =>
  unstable_cache(() => readPublished(tenant, path), ['page', tenant, path], {
    tags: [tenantTag(tenant)],
    revalidate: REVALIDATE_SECONDS,
  })(),
)

const readPublished = (tenant: string, path: string): Promise<LoadedPage | null> =>
  withVisitor(tenant, async (req) => {
    const page = await findOne(req, { path: { equals: path } })
    return page ? complete(page, req) : null
  })

/** The newest draft of one page, for whoever holds a preview link of it. */
export const loadDraft = (tenant: string, id: string): Promise<LoadedPage | null> =>
  withVisitor(
    tenant,
    async (req) => {
      const page = await req.payload.findByID({
        collection: 'pages',
        id,
        depth: 2,
        disableErrors: true,
        draft: true,
        overrideAccess: false,
        req,
      })
      return page ? complete(page, req) : null
    },
    { preview: id },
  )

async function findOne(req: PayloadRequest, where: Where): Promise<Page | undefined> {
  const { docs } = await req.payload.find({
    collection: 'pages',
    depth: 2,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    req,
    where,
  })
  return docs[0]
}

async function complete(page: Page, req: PayloadRequest): Promise<LoadedPage> {
  const layout: Page['layout'] = []
  for (const block of page.layout ?? []) {
    layout.push(block.blockType === 'pageList' ? await resolveList(block, page, req) : block)
  }
  return { page: { ...page, layout }, trail: await loadTrail(page, req) }
}

/** Which pages a list means: those below a page, or the chosen ones, in their order. */
async function resolveList(
  block: ResolvedPageListBlock,
  page: Page,
  req: PayloadRequest,
): Promise<ResolvedPageListBlock> {
  const chosen = (block.pages ?? []).map((one) => (typeof one === 'string' ? one : one.id))
  const parent = typeof block.parent === 'object' ? block.parent?.id : block.parent
  const where: Where =
    block.source === 'chosen' ? { id: { in: chosen } } : { parent: { equals: parent ?? page.id } }
  const { docs } = await req.payload.find({
    collection: 'pages',
    depth: 1,
    limit: block.source === 'chosen' ? 24 : (block.limit ?? 12),
    overrideAccess: false,
    pagination: false,
    req,
    select: { title: true, path: true, meta: true, layout: true },
    sort: 'createdAt',
    where,
  })
  const ordered =
    block.source === 'chosen'
      ? chosen.flatMap((id) => docs.find((doc) => doc.id === id) ?? [])
      : docs
  return {
    ...block,
    resolvedPages: ordered.flatMap(({ title, path, meta, layout }) => {
      const hero = layout?.find(({ blockType }) => blockType === 'hero')
      const image = meta?.image ?? (hero && 'image' in hero ? hero.image : undefined)
      return title && path ? [{ title, path, description: meta?.description, image }] : []
    }),
  }
}

/** The published pages above a page, by the beginnings of its path. */
async function loadTrail(page: Page, req: PayloadRequest): Promise<Crumb[]> {
  const parts = (page.path ?? '').split('/').filter(Boolean)
  if (parts.length < 2) return []
  const paths = parts.slice(0, -1).map((_, index) => `/${parts.slice(0, index + 1).join('/')}`)
  const { docs } = await req.payload.find({
    collection: 'pages',
    depth: 0,
    limit: paths.length,
    overrideAccess: false,
    pagination: false,
    req,
    select: { title: true, path: true },
    where: { path: { in: paths } },
  })
  const above = paths.flatMap((path) => docs.find((doc) => doc.path === path) ?? [])
  return [...above, page].flatMap(({ title, path }) =>
    title && path ? [{ label: title, path }] : [],
  )
}
