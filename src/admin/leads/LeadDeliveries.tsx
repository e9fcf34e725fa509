import type { UIFieldServerProps } from 'payload'

import { EDITORS, idOf, isStaff, scopeOf, tenantsWithRole } from '@/access/rules'

import { SendAgainButton } from './SendAgainButton'

import './inbox.css'

const KINDS = { notification: 'Notification', confirmation: 'Confirmation', webhook: 'Webhook' }
const STATES = { waiting: 'Waiting', sent: 'Sent', failed: 'Failed' }

/** What went out because of a lead, what came of it, and a button to send it again. */
export const LeadDeliveries = async ({ data, req }: UIFieldServerProps) => {
  const lead: unknown = data.id
  if (typeof lead !== 'string') return null
  const { docs } = await req.payload.find({
    collection: 'deliveries',
    where: { lead: { equals: lead } },
    sort: 'createdAt',
    depth: 0,
    limit: 100,
    overrideAccess: false,
    req,
  })
  if (docs.length === 0) return null
  const scope = await scopeOf(req)
  const tenant = idOf(data.tenant)
  const maySend =
    scope !== undefined &&
    (isStaff(scope) || (tenant !== undefined && tenantsWithRole(scope, EDITORS).includes(tenant)))
  return (
    <section className="atrium-deliveries" aria-label="Sent because of it">
      <h3>Sent because of it</h3>
      <ul>
        {docs.map(({ id, kind, target, state, outcome, attempts, sentAt }) => (
          <li key={id} data-state={state}>
            <div>
              <strong>
                {KINDS[kind]}: {STATES[state]}
              </strong>
              <span>{target}</span>
              <span>
                {[
                  outcome,
                  Number(attempts) > 1 ? `${attempts} tries.` : undefined,
                  sentAt ? `${sentAt.slice(0, 16).replace('T', ' ')} UTC` : undefined,
                ]
                  .filter(Boolean)
                  .join(' ')}
              </span>
            </div>
            {maySend && state !== 'waiting' && <SendAgainButton delivery={id} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
