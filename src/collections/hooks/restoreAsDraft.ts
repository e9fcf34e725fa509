import type { CollectionBeforeOperationHook } from 'payload'

/** What comes back from the trash is a draft, unless whoever restores it says otherwise: visitors have not seen it for a while. */
export const restoreAsDraft: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (operation !== 'update' || !('data' in args)) return args
  const data: Record<string, unknown> = { ...args.data }
  const restores = 'deletedAt' in data && data.deletedAt === null
  return restores && data._status === undefined
    ? { ...args, data: { ...data, _status: 'draft' } }
    : args
}
