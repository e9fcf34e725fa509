import type { PayloadRequest, Where } from 'payload'

import { siteOrigin } from '@/tenancy/host'

import { clockOf } from './Clock'
import type { Space } from './Space'

interface Question {
  readonly where?: Where
  readonly sort?: string
  readonly limit: number
}

/** Spaces that the person may know of, and how many there are in all. */
export async function loadSpaces(
  req: PayloadRequest,
  { where = {}, sort = 'name', limit }: Question,
): Promise<{ spaces: Space[]; total: number }> {
  const { docs, totalDocs } = await req.payload.find({
    collection: 'tenants',
    req,
    overrideAccess: false,
    depth: 0,
    where,
    sort,
    limit,
    select: {
      name: true,
      slug: true,
      domains: true,
      status: true,
      settings: true,
      createdAt: true,
    },
  })
  const spaces = docs.map(({ id, name, slug, domains, status, settings, createdAt }) => ({
    id,
    name,
    origin: siteOrigin({ slug, domains: (domains ?? []).map(({ domain }) => domain) }),
    suspended: status === 'suspended',
    createdAt,
    clock: clockOf(settings, req.i18n.language),
  }))
  return { spaces, total: totalDocs }
}
