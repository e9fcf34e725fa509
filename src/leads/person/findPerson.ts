import type { Payload } from 'payload'

import { readInScope } from '@/db/readInScope'
import type { Scope } from '@/db/scope'

/** A lead in which an address stands, and which need not be from the person: somebody else may have named it. */
export interface Mention {
  readonly id: string
  readonly receivedAt: string
  readonly form: string
  /** Where it stands: a field, a note, or the name of a file. */
  readonly places: readonly string[]
}

/**
 * The leads that are from a person: those in which an answer is their address, whatever its case.
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

/** The address as a whole: neither `xjane@…` nor `jane@example.test.org`, and with a full stop behind it nonetheless. */
const asToken = (email: string): string =>
  `(?<![[:alnum:]._%+-])${email.replace(/[^a-z0-9@]/g, (sign) => `\\${sign}`)}(?![[:alnum:]_-]|\\.[[:alnum:]])`

/** The other leads that have the address in a text: of an answer, of a note, or as a part of a file's name. The oldest first. */
export const loadMentionsOf = (payload: Payload, scope: Scope, email: string): Promise<Mention[]> =>
  readInScope(payload, scope, async (client) => {
    const { rows } = await client.query<{ id: string; at: Date; form: string; places: string[] }>(
      `with texts as (
         select _parent_id as lead, field as place, value as text from form_submissions_submission_data
         union all
         select _parent_id, 'note', text from form_submissions_notes
         union all
         select lead_id, 'file “' || name || '”', regexp_replace(name, '\\.[^.]*$', '') from lead_files
       ), mentions as (
         select lead, array_agg(distinct place order by place) as places from texts
         -- What does not have it at all is not looked at more closely.
         where position($1 in lower(text)) > 0 and lower(text) ~ $2
         group by lead
       )
       select s.id, s.created_at as at, coalesce(f.title, '') as form, m.places
       from mentions m join form_submissions s on s.id = m.lead left join forms f on f.id = s.form_id
       where not exists (
         select from form_submissions_submission_data own where own._parent_id = s.id and lower(btrim(own.value)) = $1
       )
       order by s.created_at, s.id`,
      [email, asToken(email)],
    )
    return rows.map(({ at, ...mention }) => ({ ...mention, receivedAt: at.toISOString() }))
  })
