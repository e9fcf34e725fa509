import type { Endpoint } from 'payload'

import { AtriumError } from '@/errors'
import { contextOf } from '@/tenancy/resolveScope'

import { copyPages } from './copyPages'
import { copyWish, MAX_PAGES } from './copyWish'

/**
 * `POST /api/pages/copy` with `{ pages, to, withMedia?, withChildren?, dryRun? }`: copies pages to another space, for whoever works in
 * theirs and is an owner or editor there. Answers with a {@link CopyReport}.
 */
export const copyEndpoint: Endpoint = {
  path: '/copy',
  method: 'post',
  handler: async (req) => {
    const { user, scope } = await contextOf(req.payload, req.headers)
    if (!user) throw new AtriumError('NOT_SIGNED_IN')
    const parsed = copyWish.safeParse(await req.json?.().catch(() => undefined))
    if (!parsed.success) {
      throw new AtriumError('VALIDATION_FAILED', {
        message: `“pages” are the ids of up to ${MAX_PAGES} pages, “to” is that of a space; “withMedia”, “withChildren” and “dryRun” are true or false.`,
      })
    }
    return Response.json(await copyPages(req.payload, { user, scope }, parsed.data))
  },
}
