import type {
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  PayloadRequest,
} from 'payload'

import { idOf } from '@/access/rules'
import { localeOf } from '@/locales/locales'

import { localesOfRequest } from './localesOfRequest'
import { summarize, type TenantSummary } from './resolveTenant'
import { unknownLocale } from './unknownLocale'

/** GraphQL names a language in each of its queries, past the address of the request (src/api/chooseLocale.ts). */
export const refuseForeignLocale: CollectionBeforeOperationHook = async ({ args, req }) => {
  if (req.payloadAPI !== 'GraphQL' || !req.locale) return args
  const { offered } = await localesOfRequest(req.payload, req.headers)
  const known = localeOf(req.locale)
  if (!known || !offered.includes(known.code)) throw unknownLocale(req.locale, offered)
  return args
}

/** At the platform's address a request means several spaces: what it writes has to be in a language of the document's own. */
export const refuseForeignWriting: CollectionBeforeValidateHook = async ({
  data,
  originalDoc,
  req,
}) => {
  const tenant = idOf(data?.tenant) ?? idOf(originalDoc?.tenant)
  if (req.payloadAPI === 'local' || tenant === undefined || !req.locale) return data
  const { tenant: meant } = await localesOfRequest(req.payload, req.headers)
  // Read in the transaction that writes: another connection while this one is held could wait for ever.
  const space = meant?.id === tenant ? meant : await loadSpace(req, tenant)
  const known = localeOf(req.locale)
  if (space && (!known || !space.locales.includes(known.code)))
    throw unknownLocale(req.locale, space.locales)
  return data
}

async function loadSpace(req: PayloadRequest, id: string): Promise<TenantSummary | undefined> {
  const row = await req.payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection: 'tenants',
    req,
    where: { id: { equals: id } },
  })
  return row ? summarize(row) : undefined
}
