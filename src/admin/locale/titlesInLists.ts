import type { CollectionBeforeOperationHook, Plugin } from 'payload'

import { localesOfRequest } from '@/tenancy/localesOfRequest'

/**
 * The admin's lists ask for one language and nothing else (payload 3.90), and would show what is not translated without a name.
 * They are given the main language's; a document that is being edited is not, since what is empty there is to be translated.
 */
const fallBack: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const isList = operation === 'read' && 'where' in args && 'page' in args && !('id' in args)
  if (
    isList &&
    req.user &&
    req.payloadAPI === 'local' &&
    Reflect.get(req, 'fallbackLocale') === false
  ) {
    const { defaultLocale } = await localesOfRequest(req.payload, req.headers)
    Reflect.set(req, 'fallbackLocale', defaultLocale)
  }
  return args
}

export const titlesInLists: Plugin = (config) => ({
  ...config,
  collections: (config.collections ?? []).map((collection) => ({
    ...collection,
    hooks: {
      ...collection.hooks,
      beforeOperation: [fallBack, ...(collection.hooks?.beforeOperation ?? [])],
    },
  })),
})
