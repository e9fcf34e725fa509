import type { Endpoint } from 'payload'
import { z } from 'zod'

import { EDITORS, idOf, isStaff, scopeOf, tenantsWithRole } from '@/access/rules'
import { AtriumError } from '@/errors'
import type { Delivery } from '@/payload-types'

import { inTransaction } from '../inTransaction'
import { createDelivery, queueDelivery } from './queueDelivery'

/**
 * `POST /api/deliveries/:id/send-again`, for owners and editors. What failed is tried anew under its id, so that a receiver who has
 * taken it after all knows it; what was sent is sent once more, as another delivery.
 */
export const sendAgainEndpoint: Endpoint = {
  path: '/:id/send-again',
  method: 'post',
  handler: async (req) => {
    const scope = await scopeOf(req)
    if (!scope || !req.user) throw new AtriumError('NOT_SIGNED_IN')
    const id: unknown = req.routeParams?.id
    if (typeof id !== 'string' || !z.uuid().safeParse(id).success)
      throw new AtriumError('NOT_FOUND')
    return inTransaction(req, async () => {
      const where = { id: { equals: id } }
      const found = await req.payload.db.findOne<Delivery>({ collection: 'deliveries', where, req })
      const tenant = idOf(found?.tenant)
      const [lead, form] = [idOf(found?.lead), idOf(found?.form)]
      if (!found || !tenant || !lead || !form) throw new AtriumError('NOT_FOUND')
      if (!isStaff(scope) && !tenantsWithRole(scope, EDITORS).includes(tenant))
        throw new AtriumError('FORBIDDEN')
      if (found.state === 'waiting')
        throw new AtriumError('CONFLICT', { message: 'This is on its way already.' })
      const { kind, target, source = null } = found
      if (found.state === 'failed') await queueDelivery(req, { id, tenant, lead })
      else await createDelivery(req, { tenant, lead, form, kind, target, source })
      return Response.json({ message: 'It will be sent in a moment.' }, { status: 202 })
    })
  },
}
