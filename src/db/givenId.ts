import type { CollectionSlug, Payload, PayloadRequest } from 'payload'

interface CreateArgs {
  collection?: string
  req?: Partial<PayloadRequest>
  data?: Record<string, unknown>
}

/** The key in `req.context` under which code says the id of the next document: nothing that comes in over an API gets there. */
export const GIVEN_ID = 'givenId'

const isSlug = (payload: Payload, slug: string | undefined): slug is CollectionSlug =>
  slug !== undefined && Object.hasOwn(payload.collections, slug)

/**
 * The adapter takes the id of a new document from its data (`allowIDOnCreate`), and Payload (3.90) hands on whatever a request has
 * there. Only an id that code has said beside it counts; every other is left to the database.
 */
export function withoutForeignId<Args extends CreateArgs>(
  method: string,
  args: Args,
  payload: Payload,
): Args {
  if (method !== 'create' || args.data?.id === undefined) return args
  if (!isSlug(payload, args.collection)) return args
  if (payload.collections[args.collection].customIDType !== undefined) return args
  if (args.req?.context?.[GIVEN_ID] === args.data.id) return args
  const { id: _foreign, ...data } = args.data
  return { ...args, data }
}
