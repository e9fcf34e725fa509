import { headers } from 'next/headers'
import { createLocalReq, type Payload } from 'payload'
import { upsertPreferences } from '@payloadcms/ui/rsc'
import { cache } from 'react'

import { localeOf } from '@/locales/locales'
import { localesOfRequest } from '@/tenancy/localesOfRequest'

import { loadRequestContext } from '../requestContext'

const KEY = 'locale'

/**
 * Before the admin is drawn: the language in which a person edits is one of the space's. Payload remembers one for all spaces, and
 * begins with that of its config (3.90).
 */
export const keepLocale = cache(async (payload: Payload): Promise<void> => {
  const context = await loadRequestContext(payload)
  if (!context?.user) return
  const incoming = await headers()
  const { tenant, offered, defaultLocale } = await localesOfRequest(payload, incoming)
  if (!tenant) return
  const req = await createLocalReq(
    { user: { ...context.user, collection: 'users' }, req: { headers: incoming } },
    payload,
  )
  const { docs } = await payload.find({
    collection: 'payload-preferences',
    depth: 0,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    req,
    where: {
      and: [
        { key: { equals: KEY } },
        { 'user.relationTo': { equals: 'users' } },
        { 'user.value': { equals: context.user.id } },
      ],
    },
  })
  const chosen = localeOf(docs[0]?.value)?.code
  if (chosen && offered.includes(chosen)) return
  await upsertPreferences({ key: KEY, req, value: defaultLocale })
})
