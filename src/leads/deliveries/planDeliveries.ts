import type { PayloadRequest } from 'payload'

import { tryConsume } from '@/api/rateLimits'
import type { Form } from '@/payload-types'

import { readAddresses } from '../mail/readAddresses'
import { emailOf, type Answers } from '../emailOf'
import type { NewDelivery } from './queueDelivery'

const HOUR_MS = 60 * 60_000

type Planned = Pick<NewDelivery, 'kind' | 'target' | 'source'>

/** What is to be sent because of a lead, as its form says. */
export async function planDeliveries(
  req: PayloadRequest,
  form: Form,
  answers: Answers,
): Promise<Planned[]> {
  const mails = (form.emails ?? []).flatMap(({ id, emailTo }): Planned[] => {
    const to = readAddresses(emailTo ?? '')
    return to ? [{ kind: 'notification', target: to.join(', '), source: id ?? null }] : []
  })
  const hooks = (form.webhooks ?? []).flatMap(({ id, url, active }): Planned[] =>
    active === false ? [] : [{ kind: 'webhook', target: withoutQuery(url), source: id ?? null }],
  )
  const email = form.confirmationMail?.enabled ? emailOf(form, answers) : undefined
  const confirms = email !== undefined && (await mayConfirm(req, form.id, email))
  return [
    ...mails,
    ...(confirms ? [{ kind: 'confirmation' as const, target: email, source: null }] : []),
    ...hooks,
  ]
}

/** What is behind the question mark is often a secret, and editors see where something went. */
function withoutQuery(url: string): string {
  const { origin, pathname, search } = new URL(url)
  return `${origin}${pathname}${search === '' ? '' : '?…'}`
}

/**
 * Once per address, form and hour: else a form could be made to write to a stranger again and again. The limiter holds inside of
 * this process also for what arrives at the same moment, the table over all of them.
 */
async function mayConfirm(req: PayloadRequest, form: string, email: string): Promise<boolean> {
  if (!(await tryConsume('confirmation', `${form} ${email}`))) return false
  const { totalDocs } = await req.payload.db.count({
    collection: 'deliveries',
    req,
    where: {
      and: [
        { form: { equals: form } },
        { target: { equals: email } },
        { kind: { equals: 'confirmation' } },
        { createdAt: { greater_than: new Date(Date.now() - HOUR_MS).toISOString() } },
      ],
    },
  })
  return totalDocs === 0
}
