import type { Payload } from 'payload'

import { asSystem } from './asSystem'
import type { SpaceSeed } from './content/types'
import type { Report } from './report'

/** @returns the ids of the space's forms by key. */
export async function seedForms(
  payload: Payload,
  tenant: string,
  { forms }: SpaceSeed,
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
  let made = 0
  for (const [key, form] of Object.entries(forms)) {
    let id = known.get(form.title)
    if (id === undefined) {
      const data = { ...form, tenant, confirmationType: 'message' as const }
      id = (await payload.create({ ...asSystem, collection: 'forms', data })).id
      made++
    }
    ids.set(key, id)
  }
  if (made > 0) report(`forms: ${made}`)
  return ids
}
