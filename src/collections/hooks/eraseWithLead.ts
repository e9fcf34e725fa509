import type { CollectionBeforeDeleteHook } from 'payload'

/** What was sent because of a lead, and what came with it, goes with it. */
export const eraseWithLead: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await req.payload.db.deleteMany({
    collection: 'deliveries',
    req,
    where: { lead: { equals: id } },
  })
}
