import type { CollectionBeforeOperationHook, Plugin } from 'payload'

import { boundWhere } from './boundWhere'

/** The most documents that one call over the network returns; the answer says so in `limit`. */
export const MAX_PAGE_SIZE = 100

const bound: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (
    operation !== 'read' ||
    req.payloadAPI === 'local' ||
    !('limit' in args || 'pagination' in args)
  )
    return args
  const limit: unknown = Reflect.get(args, 'limit')
  const asked = typeof limit === 'number' && limit > 0 ? limit : undefined
  // Payload takes 0, less than 0 and what is no number for “all” (3.90).
  const isDefault = limit === undefined || limit === null
  if (isDefault && Reflect.get(args, 'pagination') !== false) return args
  return { ...args, limit: Math.min(asked ?? MAX_PAGE_SIZE, MAX_PAGE_SIZE) }
}

/** Bounds REST and GraphQL lists of every collection, `limit=0` and `pagination=false` included, and what they are asked. */
export const limitPageSize: Plugin = (config) => ({
  ...config,
  collections: (config.collections ?? []).map((collection) => ({
    ...collection,
    hooks: {
      ...collection.hooks,
      beforeOperation: [bound, boundWhere, ...(collection.hooks?.beforeOperation ?? [])],
    },
  })),
})
