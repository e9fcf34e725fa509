import type { CollectionBeforeOperationHook } from 'payload'

/** As many as a person can choose from in a list. */
const MAX_CHOICES = 500

/**
 * The multi-tenant plugin (3.90) loads every tenant that a person may see on every page of the admin, for its selector. For
 * platform staff that is all of them: bounded, so that ten thousand spaces do not make each click slow.
 */
export const boundTenantSelector: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'read' || req.payloadAPI !== 'local' || !req.user) return args
  const unbounded =
    Reflect.get(args, 'limit') === 0 && Reflect.get(args, 'overrideAccess') === false
  return unbounded ? { ...args, limit: MAX_CHOICES, pagination: false } : args
}
