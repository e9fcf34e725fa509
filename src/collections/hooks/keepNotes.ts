import type { FieldHook, PayloadRequest } from 'payload'

import { idOf, scopeOf } from '@/access/rules'
import { queryInTransaction } from '@/db/inTransaction'
import type { Scope } from '@/db/scope'
import type { FormSubmission } from '@/payload-types'

interface Note {
  readonly id?: string | null
  readonly text?: string | null
}

const notesOf = (value: unknown): Note[] => (Array.isArray(value) ? value : [])

/**
 * Notes are added and never rewritten: what is stored stays as it is, whatever is sent, and what is new is signed by the server
 * with who wrote it and when. Two who write at once wait for each other, since Payload writes the whole list anew.
 */
export const keepNotes: FieldHook = async ({ operation, originalDoc, req, value }) => {
  const scope = await scopeOf(req)
  const lead = operation === 'update' ? idOf(originalDoc) : undefined
  const stored = scope && lead ? await lockNotes(req, scope, lead) : []
  const known = new Set([...stored, ...notesOf(originalDoc?.notes)].map(({ id }) => id))
  const added = notesOf(value).filter(({ id, text }) => text?.trim() && !(id && known.has(id)))
  const createdBy = scope?.kind === 'member' ? scope.userId : (req.user?.id ?? null)
  const at = new Date().toISOString()
  return [...stored, ...added.map(({ text }) => ({ text: text?.trim(), createdBy, at }))]
}

/** The notes of a lead, which nobody else changes until the transaction ends. */
async function lockNotes(req: PayloadRequest, scope: Scope, lead: string): Promise<Note[]> {
  if (await req.transactionID)
    await queryInTransaction(
      req,
      scope,
      'select from form_submissions where id = $1 for no key update',
      [lead],
    )
  const found = await req.payload.db.findOne<Pick<FormSubmission, 'notes'> & { id: string }>({
    collection: 'form-submissions',
    req,
    where: { id: { equals: lead } },
    select: { notes: true },
  })
  return notesOf(found?.notes)
}
