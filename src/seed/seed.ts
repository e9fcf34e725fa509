import type { Payload } from 'payload'

import { platform } from '@/db/scope'
import { withScope } from '@/db/withScope'

import { spaces } from './content/spaces'
import type { SpaceSeed } from './content/types'
import { seedReferenceData } from './referenceData'
import type { Report } from './report'
import { seedAccounts } from './seedAccounts'
import { seedPictures } from './seedPictures'
import { isFilled, seedSpace } from './seedSpace'
import { idIn, seedTenants } from './seedTenants'

/** What every installation needs before its first tenant. */
export const seedInstallation = (payload: Payload, report: Report): Promise<void> =>
  withScope(platform({ actor: 'system', reason: 'seed reference data' }), () =>
    seedReferenceData(payload, report),
  )

/**
 * The demo: three spaces with their people, pages, pictures and leads. Adds what is missing; a second run changes
 * nothing, and nothing that somebody has edited or removed is touched.
 */
export const seedDemo = (payload: Payload, report: Report): Promise<void> =>
  withScope(platform({ actor: 'system', reason: 'seed demo' }), async () => {
    const tenants = await seedTenants(payload, spaces)
    const empty: SpaceSeed[] = []
    for (const space of spaces) {
      if (!(await isFilled(payload, idIn(tenants, space.tenant.slug)))) empty.push(space)
    }
    const reportOf =
      (space: SpaceSeed): Report =>
      (line) =>
        report(`${space.tenant.name}: ${line}`)
    const pictures = new Map<SpaceSeed, ReadonlyMap<string, string>>()
    const draw = async () => {
      for (const space of empty) {
        const ids = await seedPictures(
          payload,
          idIn(tenants, space.tenant.slug),
          space,
          reportOf(space),
        )
        pictures.set(space, ids)
      }
    }
    // Drawing keeps one core busy, hashing passwords the other.
    const [users] = await Promise.all([seedAccounts(payload, tenants, report), draw()])
    for (const space of empty) {
      await seedSpace(payload, {
        tenant: idIn(tenants, space.tenant.slug),
        space,
        users,
        pictures: pictures.get(space) ?? new Map<string, string>(),
        report: reportOf(space),
      })
    }
  })
