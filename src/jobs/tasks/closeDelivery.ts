import { z } from 'zod'

import { defineTask } from '../defineTask'

/** Notes on a delivery that its job has failed, also when no process was left to note it. */
export const closeDelivery = defineTask({
  slug: 'closeDelivery',
  label: 'Note that a lead was not delivered',
  runsAs: 'tenant',
  retries: { attempts: 8, overMs: 60 * 60_000 },
  input: z.object({ delivery: z.uuid(), job: z.uuid(), reason: z.string() }),
  handler: async ({ input: { delivery, job, reason }, req }) => {
    await req.payload.db.updateMany({
      collection: 'deliveries',
      req,
      where: {
        and: [
          { id: { equals: delivery } },
          { job: { equals: job } },
          { state: { equals: 'waiting' } },
        ],
      },
      data: { state: 'failed', outcome: reason },
    })
  },
})
