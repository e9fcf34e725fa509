import type { CollectionBeforeOperationHook } from 'payload'

import { scopeOf, tenantOfNew } from '@/access/rules'

/**
 * Payload (3.90) looks for a free file name wherever the `prefix` of the data says, before any other hook could say it; without
 * one, in everything that is visible, which at the platform's address is every space.
 */
export const lookInOwnFolder: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'create' || !('data' in args)) return args
  const data: Record<string, unknown> = { ...args.data }
  const scope = await scopeOf(req)
  const prefix = scope && tenantOfNew(scope, req, data)
  return prefix === undefined ? args : { ...args, data: { ...data, prefix } }
}
