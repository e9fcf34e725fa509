import type { Payload } from 'payload'

import { asSystem } from './asSystem'
import type { SpaceSeed } from './content/types'
import type { Report } from './report'
import { translateWords } from './translateWords'

/** @returns the ids of the space's forms by key. */
export async function seedForms(
  payload: Payload,
  tenant: string,
  { forms, translation }: SpaceSeed,
  report: Report,
): Promise<Map<string, string>> {
  const { docs } = await payload.find({
    ...asSystem,
    collection: 'forms',
    where: { tenant: { equals: tenant } },
    pagination: false,
    select: { title: true },
  })
  const known = new Map(docs.map(({ id, title }) => [title, id]))
  const ids = new Map<string, string>()
  let count = 0
  for (const [key, form] of Object.entries(forms)) {
    let id = known.get(form.title)
    if (id === undefined) {
      const data = { ...form, tenant, confirmationType: 'message' as const }
      const made = await payload.create({ ...asSystem, collection: 'forms', data })
      id = made.id
      if (translation) {
        const { fields, submitButtonLabel, confirmationMessage } = made
        await payload.update({
          ...asSystem,
          collection: 'forms',
          id,
          locale: translation.locale,
          data: translateWords(
            { fields, submitButtonLabel, confirmationMessage },
            translation.words,
          ),
        })
      }
      count++
    }
    ids.set(key, id)
  }
  if (count > 0) report(`forms: ${count}`)
  return ids
}
