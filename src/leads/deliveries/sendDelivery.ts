import type { PayloadRequest } from 'payload'

import { idOf } from '@/access/rules'
import { PermanentFailure } from '@/jobs/PermanentFailure'
import { sendMail } from '@/mail/emailAdapter'
import type { Delivery, Form, FormSubmission } from '@/payload-types'
import { siteOrigin } from '@/tenancy/host'
import { loadTenantSummaries } from '@/tenancy/resolveTenant'

import { loadLeadFiles } from '../files/loadLeadFiles'
import { PrivateTarget } from '../webhooks/publicLookup'
import { RefusedTarget, sendWebhook } from '../webhooks/sendWebhook'
import { buildEvent } from './buildEvent'
import { buildMail } from './buildMail'
import { DeliveryFailure } from './DeliveryFailure'
import { describeNetworkFault, withoutAddresses } from './describeOutcome'

interface Attempt {
  readonly req: PayloadRequest
  readonly tenant: string
  readonly delivery: Delivery
  readonly signal: AbortSignal
}

/**
 * Sends a delivery, once.
 *
 * @returns what the other side answered
 * @throws DeliveryFailure when another try may help, PermanentFailure when none will
 */
export async function sendDelivery({ req, tenant, delivery, signal }: Attempt): Promise<string> {
  const { lead, form } = await loadParts(req, delivery)
  if (delivery.kind === 'webhook') {
    const files = await loadLeadFiles(req, [lead.id])
    const body = buildEvent(delivery, form, lead, files.get(lead.id) ?? [])
    return callWebhook(delivery, form, body, signal)
  }
  const [space] = await loadTenantSummaries(req.payload, [tenant])
  const href = space ? `${siteOrigin(space)}/admin/collections/form-submissions/${lead.id}` : ''
  const mail = buildMail({ delivery, form, lead, href })
  if (!mail) throw new PermanentFailure('The form does not send this mail any more.')
  try {
    return withoutAddresses(await sendMail(req.payload, mail)) || 'The mail server has taken it.'
  } catch (error) {
    throw mailFailure(error)
  }
}

async function loadParts(
  req: PayloadRequest,
  delivery: Delivery,
): Promise<{ lead: FormSubmission; form: Form }> {
  const lead = await req.payload.db.findOne<FormSubmission>({
    collection: 'form-submissions',
    where: { id: { equals: idOf(delivery.lead) } },
    req,
  })
  // A visitor is answered in their language; the people of the space are told in the main one, in which jobs are done.
  const locale = delivery.kind === 'confirmation' ? lead?.locale : undefined
  const form = await req.payload.findByID({
    collection: 'forms',
    id: idOf(delivery.form) ?? '',
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    ...(locale ? { locale } : {}),
    req,
  })
  if (!lead || !form) throw new PermanentFailure('The lead was erased.')
  return { lead, form }
}

/** Answers after which the same call may be taken: too early, too many, or the server's own trouble. */
const isTemporary = (status: number): boolean =>
  status >= 500 || status === 408 || status === 409 || status === 425 || status === 429

async function callWebhook(
  delivery: Delivery,
  form: Form,
  body: string,
  signal: AbortSignal,
): Promise<string> {
  const hook = form.webhooks?.find(({ id }) => id === delivery.source)
  if (!hook?.secret) throw new PermanentFailure('The webhook was removed from the form.')
  let status: number
  try {
    const { url, secret } = hook
    status = await sendWebhook({ url, secret, id: delivery.id, body, signal })
  } catch (error) {
    if (error instanceof RefusedTarget || error instanceof PrivateTarget)
      throw new PermanentFailure(error.message)
    throw new DeliveryFailure(describeNetworkFault(error))
  }
  const said = `Answered with status ${status}.`
  if (status >= 200 && status < 300) return said
  if (isTemporary(status)) throw new DeliveryFailure(said)
  throw new PermanentFailure(status < 400 ? `${said} Redirects are not followed.` : said)
}

function mailFailure(error: unknown): Error {
  const answer: unknown = Reflect.get(Object(error), 'response')
  const code: unknown = Reflect.get(Object(error), 'responseCode')
  if (typeof answer !== 'string') return new DeliveryFailure(describeNetworkFault(error))
  const said = `The mail server said: ${withoutAddresses(answer)}`
  return typeof code === 'number' && code >= 500
    ? new PermanentFailure(said)
    : new DeliveryFailure(said)
}
