import { ValidationError, type CollectionBeforeChangeHook } from 'payload'

import { targetProblem } from '@/leads/webhooks/targetProblem'

const urlOf = (row: unknown): string => String(Reflect.get(Object(row), 'url') ?? '')

/** Refuses targets inside the server's own network. Asked again when a webhook is sent: names move. */
export const checkWebhooks: CollectionBeforeChangeHook = async ({ data, originalDoc }) => {
  const rows: unknown[] = Array.isArray(data.webhooks) ? data.webhooks : []
  const stored: unknown[] = Array.isArray(originalDoc?.webhooks) ? originalDoc.webhooks : []
  const known = new Set(stored.map(urlOf))
  const problems = await Promise.all(
    rows.map(async (row) => (known.has(urlOf(row)) ? undefined : targetProblem(urlOf(row)))),
  )
  const errors = problems.flatMap((message, index) =>
    message === undefined ? [] : [{ path: `webhooks.${index}.url`, message }],
  )
  if (errors.length > 0) throw new ValidationError({ collection: 'forms', errors })
  return data
}
