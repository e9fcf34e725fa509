import type { Payload } from 'payload'

import { readInScope } from '@/db/readInScope'
import type { Scope } from '@/db/scope'

/**
 * The leads of a person: those in which an answer is their address, whatever its case. One that only mentions it in a text may be
 * somebody else's, and is left alone.
 */
export const loadLeadIdsOf = (payload: Payload, scope: Scope, email: string): Promise<string[]> =>
  readInScope(payload, scope, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `select distinct _parent_id as id from form_submissions_submission_data
       where lower(btrim(value)) = $1 order by id`,
      [email],
    )
    return rows.map(({ id }) => id)
  })
