import type { Endpoint } from 'payload'

import { isStaff, scopeOf, STAFF_ROLES, tenantsWithRole } from '@/access/rules'
import { AtriumError } from '@/errors'

import { findUsages } from './findUsages'

/** `GET /api/<collection>/:id/usages`: where a document is used, as far as the caller may read. */
export const usagesEndpoint = (slug: string): Omit<Endpoint, 'root'> => ({
  path: '/:id/usages',
  method: 'get',
  handler: async (req) => {
    const scope = await scopeOf(req)
    if (!scope || !req.user) throw new AtriumError('NOT_SIGNED_IN')
    if (!isStaff(scope) && tenantsWithRole(scope, STAFF_ROLES).length === 0)
      throw new AtriumError('FORBIDDEN')
    const id: unknown = req.routeParams?.id
    const collection = req.payload.config.collections.find((one) => one.slug === slug)?.slug
    if (collection === undefined || typeof id !== 'string') throw new AtriumError('NOT_FOUND')
    const found = await req.payload.find({
      collection,
      depth: 0,
      limit: 1,
      overrideAccess: false,
      pagination: false,
      req,
      trash: true,
      where: { id: { equals: id } },
    })
    if (found.docs.length === 0) throw new AtriumError('NOT_FOUND')
    return Response.json(
      await findUsages(req, { collection, id }, { asCaller: true, that: 'refer' }),
    )
  },
})
