import type { PayloadRequest, Where } from 'payload'

import { personName } from '@/access/personName'
import { idOf } from '@/access/rules'
import { populated } from '@/site/populated'
import type { User } from '@/payload-types'
import { anyLanguage } from '@/tenancy/anyLanguage'

import type { SpacesViewpoint } from './resolveViewpoint'

export interface PageItem {
  readonly id: string
  readonly title: string
  readonly path: string | null
  readonly tenant: string
  /** Who wrote it; null where the person cannot know. */
  readonly author: string | null
  readonly updatedAt: string
  readonly publishedAt: string | null
  /** What of it visitors see. */
  readonly state: 'published' | 'changed' | 'draft'
}

export interface PageItems {
  readonly pages: PageItem[]
  readonly total: number
}

interface Question {
  readonly where: Where
  readonly sort: string
  readonly limit: number
  /** The newest versions instead of what is published. */
  readonly draft: boolean
}

const NONE: PageItems = { pages: [], total: 0 }
const inTenants = (tenants: readonly string[]): Where => ({ tenant: { in: [...tenants] } })

/** Pages with changes that are not published: everybody's where the person edits, their own where they write. */
export async function loadDrafts(
  req: PayloadRequest,
  { editorOf, authorOf }: SpacesViewpoint,
): Promise<PageItems> {
  const whose: Where[] = []
  if (editorOf.length > 0) whose.push(inTenants(editorOf))
  if (authorOf.length > 0 && req.user) {
    whose.push({ and: [inTenants(authorOf), { createdBy: { equals: req.user.id } }] })
  }
  if (whose.length === 0) return NONE
  return findPages(req, {
    where: { and: [{ _status: { equals: 'draft' } }, { or: whose }] },
    sort: '-updatedAt',
    limit: 6,
    draft: true,
  })
}

/** Published pages whose time has not come. */
export const loadScheduled = (
  req: PayloadRequest,
  { tenants }: SpacesViewpoint,
  now = Date.now(),
): Promise<PageItems> =>
  findPages(req, {
    where: {
      and: [
        inTenants(tenants),
        { _status: { equals: 'published' } },
        { publishedAt: { greater_than: new Date(now).toISOString() } },
      ],
    },
    sort: 'publishedAt',
    limit: 5,
    draft: false,
  })

export const loadRecentlyEdited = (
  req: PayloadRequest,
  { tenants }: SpacesViewpoint,
): Promise<PageItems> =>
  findPages(req, { where: inTenants(tenants), sort: '-updatedAt', limit: 6, draft: true })

async function findPages(req: PayloadRequest, question: Question): Promise<PageItems> {
  const { docs, totalDocs } = await req.payload.find({
    collection: 'pages',
    req,
    overrideAccess: false,
    depth: 1,
    select: {
      title: true,
      path: true,
      tenant: true,
      createdBy: true,
      updatedAt: true,
      publishedAt: true,
      _status: true,
    },
    populate: { users: { firstName: true, lastName: true, email: true }, tenants: {} },
    fallbackLocale: await anyLanguage(req),
    ...question,
  })
  const drafts = docs.filter(({ _status }) => _status === 'draft').map(({ id }) => id)
  const live = await findPublished(req, drafts)
  const pages = docs.map(
    ({ id, title, path, tenant, createdBy, updatedAt, publishedAt, _status }): PageItem => ({
      id,
      title: title || 'Without a title',
      path: path ?? null,
      tenant: idOf(tenant) ?? '',
      author: authorOf(populated(createdBy), req.user?.id),
      updatedAt,
      publishedAt: publishedAt ?? null,
      state: _status !== 'draft' ? 'published' : live.has(id) ? 'changed' : 'draft',
    }),
  )
  return { pages, total: totalDocs }
}

/** Those of the pages that visitors see in an earlier version. */
async function findPublished(req: PayloadRequest, ids: string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const { docs } = await req.payload.find({
    collection: 'pages',
    req,
    overrideAccess: false,
    depth: 0,
    where: { and: [{ id: { in: ids } }, { _status: { equals: 'published' } }] },
    limit: ids.length,
    pagination: false,
    select: {},
  })
  return new Set(docs.map(({ id }) => id))
}

function authorOf(
  user: (Pick<User, 'id'> & Partial<Pick<User, 'firstName' | 'lastName' | 'email'>>) | undefined,
  reader: string | undefined,
): string | null {
  if (!user) return null
  if (user.id === reader) return 'you'
  return personName(user) ?? null
}
