import type { Endpoint, PayloadRequest } from 'payload'

import { OWNERS } from '@/access/rules'
import type { Scope } from '@/db/scope'
import { withScope } from '@/db/withScope'
import { AtriumError } from '@/errors'

import { eraseLeads } from '../erasing/eraseLeads'
import { inTransaction } from '../inTransaction'
import { isEmail } from '../mail/isEmail'
import { tenantForRole } from '@/access/tenantForRole'
import { describePerson } from './describePerson'
import { loadLeadIdsOf } from './loadLeadIdsOf'

interface Asked {
  readonly tenant: string
  readonly scope: Scope
  readonly email: string
}

/** For owners: it is everything that the space knows of somebody. */
async function asked(req: PayloadRequest): Promise<Asked> {
  const { tenant, scope } = await tenantForRole(req, OWNERS)
  const email: unknown = req.query?.email
  if (typeof email !== 'string' || !isEmail(email.trim()))
    throw new AtriumError('BAD_REQUEST', { message: 'Give an e-mail address: ?email=…' })
  return { tenant, scope, email: email.trim().toLowerCase() }
}

/** `GET /api/leads/person?email=`: everything that came from a person, as JSON. */
const show: Endpoint = {
  path: '/leads/person',
  method: 'get',
  handler: async (req) => {
    const { tenant, scope, email } = await asked(req)
    const ids = await loadLeadIdsOf(req.payload, scope, email)
    const person = await withScope(scope, () => describePerson(req, email, ids))
    req.payload.logger.info({
      msg: 'A person’s leads exported',
      tenant,
      user: req.user?.id,
      leads: ids.length,
    })
    return Response.json(person, {
      headers: { 'Content-Disposition': 'attachment; filename="person.json"' },
    })
  },
}

/** `DELETE /api/leads/person?email=`: erases it, and says how much it was. */
const erase: Endpoint = {
  path: '/leads/person',
  method: 'delete',
  handler: async (req) => {
    const { tenant, scope, email } = await asked(req)
    const ids = await loadLeadIdsOf(req.payload, scope, email)
    const erased = await withScope(scope, () =>
      inTransaction(req, () =>
        eraseLeads(req, { tenant, ids, reason: 'person', person: req.user?.id ?? null }),
      ),
    )
    return Response.json({ erased })
  },
}

export const personEndpoints: Endpoint[] = [show, erase]
