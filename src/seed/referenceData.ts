import type { Payload } from 'payload'

import { asSystem } from './asSystem'
import { inParallel } from './inParallel'
import { referenceLists, type ReferenceSlug } from './referenceLists'
import type { Report } from './report'

/** Below the pool's default of 10 connections. */
const WRITERS = 6

/** Countries, currencies and time zones, which every installation needs. Adds what is missing and changes nothing. */
export async function seedReferenceData(payload: Payload, report: Report): Promise<void> {
  const slugs: ReferenceSlug[] = ['countries', 'currencies', 'time-zones']
  for (const slug of slugs) {
    const { docs } = await payload.find({
      ...asSystem,
      collection: slug,
      pagination: false,
      select: { code: true },
    })
    const known = new Set(docs.map(({ code }) => code))
    const missing = referenceLists[slug]().filter(({ code }) => !known.has(code))
    if (missing.length === 0) continue
    await inParallel(missing, WRITERS, async (entry) => {
      await payload.create({ ...asSystem, collection: slug, data: entry })
    })
    report(`${slug}: ${missing.length}`)
  }
}
