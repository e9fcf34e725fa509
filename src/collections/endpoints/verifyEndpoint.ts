import type { Endpoint } from 'payload'

import { identity } from '@/db/scope'
import { narrowToIdentity } from '@/db/withScope'
import { AtriumError } from '@/errors'
import { resolveMeantTenant } from '@/tenancy/resolveScope'

/** `POST /api/users/verify/:token`: Payload's own, in the scope of the one account that has this token. */
export const verifyEndpoint: Endpoint = {
  path: '/verify/:token',
  method: 'post',
  handler: async (req) => {
    const token: unknown = req.routeParams?.token
    if (typeof token !== 'string') throw new AtriumError('BAD_REQUEST')
    const { tenant, by } = await resolveMeantTenant(req.payload, req.headers)
    const realm = by === 'host' && tenant ? tenant.id : null
    narrowToIdentity(identity({ verificationToken: token }, realm))
    const where = { _verificationToken: { equals: token } }
    const account = await req.payload.db.findOne<{ id: string }>({
      collection: 'users',
      req,
      where,
    })
    // The token is taken from the account, and with it the account would leave a scope that goes by the token.
    if (account) narrowToIdentity(identity({ id: account.id }, realm))
    await req.payload.verifyEmail({ collection: 'users', token, req })
    return Response.json({ message: 'E-mail address confirmed.' })
  },
}
