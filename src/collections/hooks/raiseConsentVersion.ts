import type { CollectionBeforeChangeHook } from 'payload'

/** Each change of the words is a new version: a lead says which one its visitor agreed to. */
export const raiseConsentVersion: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  if (!data.consent) return data
  const text = data.consent.text?.trim() || null
  const before = Number(originalDoc?.consent?.version ?? 0)
  const isNew = text !== null && text !== originalDoc?.consent?.text
  return { ...data, consent: { text, version: isNew ? before + 1 : before } }
}
