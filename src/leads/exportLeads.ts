import type { Payload, PayloadRequest, Where } from 'payload'

import { personName } from '@/access/personName'
import { idOf } from '@/access/rules'
import { readInScope } from '@/db/readInScope'
import type { Scope } from '@/db/scope'
import { withScope } from '@/db/withScope'
import type { Form, FormSubmission } from '@/payload-types'

import { LEAD_STATUSES } from './leadStatus'
import { nameAnswers } from './nameAnswers'

/** What a spreadsheet still opens in a moment. */
export const MAX_EXPORT = 50_000
const PIECE = 500

export interface LeadTable {
  readonly columns: readonly string[]
  /** Names of fields, in the order of their columns. */
  readonly fields: readonly string[]
  readonly forms: ReadonlyMap<string, Form>
}

const FIRST = ['Received', 'Form', 'Status', 'Assigned to'] as const
const LAST = ['Notes', 'Agreed to version', 'Agreed at', 'Id'] as const

/** Which leads, newest first: what comes or goes while the table is written does not shift it. */
export async function loadLeadIds(req: PayloadRequest, where: Where): Promise<string[]> {
  const { docs } = await req.payload.find({
    collection: 'form-submissions',
    where,
    sort: '-createdAt',
    depth: 0,
    select: {},
    pagination: false,
    limit: MAX_EXPORT + 1,
    overrideAccess: false,
    req,
  })
  return docs.map(({ id }) => id)
}

/**
 * The columns: those of one form by its questions, or of all forms by the names of their fields; of forms in the trash, too. Last
 * comes what was asked once and is no question of any form by now.
 */
export async function loadLeadTable(
  req: PayloadRequest,
  scope: Scope,
  form: string | undefined,
  ids: readonly string[],
): Promise<LeadTable> {
  const { docs } = await req.payload.find({
    collection: 'forms',
    where: form ? { id: { equals: form } } : {},
    sort: 'createdAt',
    depth: 0,
    pagination: false,
    overrideAccess: false,
    req,
    trash: true,
  })
  const questions = docs.flatMap(({ fields }) =>
    (fields ?? []).flatMap((field) =>
      'name' in field ? [{ name: field.name, label: field.label }] : [],
    ),
  )
  const answered = await loadAnsweredFields(req.payload, scope, ids)
  const fields = [...new Set([...questions.map(({ name }) => name), ...answered])]
  const headings = fields.map((name) =>
    form ? questions.find((one) => one.name === name)?.label || name : name,
  )
  return {
    columns: [...FIRST, ...headings, ...LAST],
    fields,
    forms: new Map(docs.map((one) => [one.id, one])),
  }
}

/** The names of the fields to which the leads have answers. */
const loadAnsweredFields = (
  payload: Payload,
  scope: Scope,
  ids: readonly string[],
): Promise<string[]> =>
  readInScope(payload, scope, async (client) => {
    const { rows } = await client.query<{ field: string }>(
      `select distinct field from form_submissions_submission_data where _parent_id = any ($1::uuid[]) order by field`,
      [ids],
    )
    return rows.map(({ field }) => field)
  })

/** The rows, piece by piece. Read after the handler has answered, so the scope is entered for each of them. */
export async function* leadRows(
  req: PayloadRequest,
  scope: Scope,
  ids: readonly string[],
  table: LeadTable,
): AsyncGenerator<string[]> {
  for (let start = 0; start < ids.length; start += PIECE) {
    const piece = ids.slice(start, start + PIECE)
    const { docs } = await withScope(scope, () =>
      req.payload.find({
        collection: 'form-submissions',
        where: { id: { in: piece } },
        depth: 1,
        populate: { users: { firstName: true, lastName: true, email: true }, forms: {} },
        pagination: false,
        limit: PIECE,
        overrideAccess: false,
        req,
      }),
    )
    const byId = new Map(docs.map((doc) => [doc.id, doc]))
    for (const id of piece) {
      const lead = byId.get(id)
      if (lead) yield rowOf(lead, table)
    }
  }
}

function rowOf(lead: FormSubmission, { fields, forms }: LeadTable): string[] {
  const form = forms.get(idOf(lead.form) ?? '')
  const answers = nameAnswers(form ?? {}, lead.submissionData ?? [])
  return [
    lead.createdAt,
    form?.title ?? '',
    LEAD_STATUSES.find(({ value }) => value === lead.status)?.label ?? '',
    assigneeName(lead.assignee),
    ...fields.map((name) => answers.find(({ field }) => field === name)?.value ?? ''),
    (lead.notes ?? []).map(({ text, at }) => `${at?.slice(0, 10) ?? ''} ${text}`).join('\n'),
    lead.consent?.givenAt ? String(lead.consent.version ?? '') : '',
    lead.consent?.givenAt ?? '',
    lead.id,
  ]
}

function assigneeName(person: FormSubmission['assignee']): string {
  if (typeof person !== 'object' || person === null) return ''
  return personName(person) ?? ''
}
