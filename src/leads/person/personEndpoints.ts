import type { Endpoint, PayloadRequest } from 'payload'

import { resolveSpace } from '@/access/resolveSpace'
import { OWNERS } from '@/access/rules'
import type { Scope } from '@/db/scope'
import { withScope } from '@/db/withScope'
import { AtriumError } from '@/errors'

import { eraseLeads } from '../erasing/eraseLeads'
import { inTransaction } from '../inTransaction'
import { isEmail } from '../mail/isEmail'
import { describePerson } from './describePerson'
import { loadLeadIdsOf, loadMentionsOf } from './findPerson'

interface Asked {
  readonly tenant: string
  readonly scope: Scope
  readonly email: string
}

/** For owners: it is everything that the space knows of somebody. */
async function asked(req: PayloadRequest): Promise<Asked> {
  const { tenant, scope } = await resolveSpace(req, OWNERS)
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

/** `GET /api/leads/person/mentions?email=`: the leads of others that name the address. They are not the person's to be handed out. */
const mentions: Endpoint = {
  path: '/leads/person/mentions',
  method: 'get',
  handler: async (req) => {
    const { scope, email } = await asked(req)
    return Response.json({
      own: (await loadLeadIdsOf(req.payload, scope, email)).length,
      mentions: await loadMentionsOf(req.payload, scope, email),
    })
  },
}

/** Which of these leads are to go, too. @throws AtriumError NOT_FOUND for one that does not name the address. */
async function chosenMentions(req: PayloadRequest, { scope, email }: Asked): Promise<string[]> {
  const named: unknown[] = [req.query?.mention ?? []].flat()
  if (named.length === 0) return []
  const known = new Set((await loadMentionsOf(req.payload, scope, email)).map(({ id }) => id))
  return named.map((id) => {
    if (typeof id === 'string' && known.has(id)) return id
    throw new AtriumError('NOT_FOUND')
  })
}

/** `DELETE /api/leads/person?email=&mention=<id>&mention=<id>`: erases it, with leads of others if so said, and says how much it was. */
const erase: Endpoint = {
  path: '/leads/person',
  method: 'delete',
  handler: async (req) => {
    const person = await asked(req)
    const { tenant, scope, email } = person
    const others = await chosenMentions(req, person)
    const ids = [...(await loadLeadIdsOf(req.payload, scope, email)), ...others]
    const erased = await withScope(scope, () =>
      inTransaction(req, () =>
        eraseLeads(req, { tenant, ids, reason: 'person', person: req.user?.id ?? null }),
      ),
    )
    return Response.json({ erased })
  },
}

export const personEndpoints: Endpoint[] = [show, mentions, erase]
