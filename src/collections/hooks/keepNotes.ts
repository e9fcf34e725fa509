import type { FieldHook } from 'payload'

import { scopeOf } from '@/access/rules'

interface Note {
  readonly id?: string | null
  readonly text?: string | null
}

const notesOf = (value: unknown): Note[] => (Array.isArray(value) ? value : [])

/**
 * Notes are added and never rewritten: what is stored stays as it is, whatever is sent, and what is new is signed by the server
 * with who wrote it and when.
 */
export const keepNotes: FieldHook = async ({ originalDoc, req, value }) => {
  const stored = notesOf(originalDoc?.notes)
  const known = new Set(stored.map(({ id }) => id))
  const added = notesOf(value).filter(({ id, text }) => text?.trim() && !(id && known.has(id)))
  if (added.length === 0) return stored
  const scope = await scopeOf(req)
  const createdBy = scope?.kind === 'member' ? scope.userId : (req.user?.id ?? null)
  const at = new Date().toISOString()
  return [...stored, ...added.map(({ text }) => ({ text: text?.trim(), createdBy, at }))]
}
