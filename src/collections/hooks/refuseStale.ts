import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'

import { AtriumError } from '@/errors'

/**
 * Refuses to write over what somebody else has written since: the admin sends the `updatedAt` of what it shows, and a program may.
 * Payload asks nobody where a document saves itself (3.90, payloadcms/payload#15486).
 *
 * @throws AtriumError CONFLICT
 */
export const refuseStale: CollectionBeforeValidateHook = ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const [shown, stored] = [timeOf(data), timeOf(originalDoc)]
  if (
    operation === 'update' &&
    isChange(req) &&
    shown !== undefined &&
    stored !== undefined &&
    shown < stored
  )
    throw new AtriumError('CONFLICT', {
      // Without a colon: the admin (3.90) would take what is behind it for a list of fields.
      message:
        'Somebody else has changed this meanwhile, and your last change is not saved. Copy it before you load the page again.',
    })
  return data
}

/** A change that came over the network. To restore a version is to write over what is there, and its `updatedAt` is an old one. */
const isChange = ({ context, method, payloadAPI }: PayloadRequest): boolean =>
  payloadAPI === 'REST'
    ? method === 'PATCH'
    : payloadAPI === 'GraphQL' && context.isRestoringVersion !== true

function timeOf(doc: unknown): number | undefined {
  const value: unknown = Reflect.get(Object(doc), 'updatedAt')
  const time = typeof value === 'string' ? Date.parse(value) : NaN
  return Number.isNaN(time) ? undefined : time
}
