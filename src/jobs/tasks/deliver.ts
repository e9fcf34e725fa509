import type { Where } from 'payload'
import { z } from 'zod'

import { sendDelivery } from '@/leads/deliveries/sendDelivery'
import type { Delivery } from '@/payload-types'

import { defineTask } from '../defineTask'
import { describeFailure } from '../describeFailure'
import { closeDelivery } from './closeDelivery'

const DAY = 24 * 60 * 60_000

const input = z.object({ delivery: z.uuid() })

/**
 * Sends one mail or calls one webhook because of a lead. Only the job that the delivery names may, and only while it waits: a second
 * run after it was noted as sent does nothing. Between the sending and the note a process may die; then it is sent again, with
 * the delivery's id in it, by which the other side knows it.
 */
export const deliver = defineTask({
  slug: 'deliver',
  label: 'Deliver a lead',
  runsAs: 'tenant',
  // The first waits are 3, 6 and 11 minutes.
  retries: { attempts: 10, overMs: DAY },
  timeoutMs: 60_000,
  input,
  handler: async ({ input: { delivery: id }, jobId, tenant, req, attempt, signal }) => {
    const { db } = req.payload
    const where: Where = {
      and: [{ id: { equals: id } }, { job: { equals: jobId } }, { state: { equals: 'waiting' } }],
    }
    const delivery = await db.findOne<Delivery>({ collection: 'deliveries', where, req })
    if (!delivery || tenant === null) return
    const note = (data: Record<string, unknown>) =>
      db.updateOne({ collection: 'deliveries', id, req, returning: false, data })
    try {
      const outcome = await sendDelivery({ req, tenant, delivery, signal })
      const sentAt = new Date().toISOString()
      await note({ state: 'sent', outcome, sentAt, attempts: attempt })
    } catch (error) {
      await note({ outcome: describeFailure(error), attempts: attempt })
      throw error
    }
  },
  onFailed: (job, reason) => ({
    task: closeDelivery.slug,
    title: 'Note that a lead was not delivered',
    input: { delivery: input.safeParse(job.input).data?.delivery, job: job.id, reason },
  }),
})
