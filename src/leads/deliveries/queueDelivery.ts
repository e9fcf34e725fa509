import type { PayloadRequest } from 'payload'

import { queueJob } from '@/jobs/queueJob'
import { deliver } from '@/jobs/tasks/deliver'
import type { Delivery } from '@/payload-types'

export interface NewDelivery {
  readonly tenant: string
  readonly lead: string
  readonly form: string
  readonly kind: Delivery['kind']
  readonly target: string
  readonly source: string | null
}

/** Queues the job that sends a delivery, in the transaction of `req`, and gives the delivery to this job alone. */
export async function queueDelivery(
  req: PayloadRequest,
  { id, tenant, lead }: { id: string; tenant: string; lead: string },
): Promise<void> {
  const job = await queueJob(
    req,
    deliver,
    { delivery: id },
    { title: 'Deliver a lead', tenant, document: { collection: 'form-submissions', id: lead } },
  )
  await req.payload.db.updateOne({
    collection: 'deliveries',
    id,
    req,
    returning: false,
    data: { state: 'waiting', job },
  })
}

/** Makes a delivery and queues it, in the transaction of `req`. @returns its id */
export async function createDelivery(req: PayloadRequest, delivery: NewDelivery): Promise<string> {
  const made = await req.payload.db.create({
    collection: 'deliveries',
    req,
    data: { ...delivery, state: 'waiting', attempts: 0 },
  })
  const id = String(made.id)
  await queueDelivery(req, { ...delivery, id })
  return id
}
