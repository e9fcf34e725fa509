import type { Payload } from 'payload'

import { asSystem } from './asSystem'
import type { SpaceSeed } from './content/types'

/** By slug. */
export type TenantIds = Readonly<Record<string, string>>

/** @throws Error when there is no space of this slug. */
export const idIn = (tenants: TenantIds, slug: string): string => {
  const id = tenants[slug]
  if (id === undefined) throw new Error(`There is no space ${slug}`)
  return id
}

/** @returns the ids of the spaces; those whose slug is not taken yet are made. */
export async function seedTenants(
  payload: Payload,
  spaces: readonly SpaceSeed[],
): Promise<TenantIds> {
  const { docs } = await payload.find({
    ...asSystem,
    collection: 'tenants',
    where: { slug: { in: spaces.map(({ tenant }) => tenant.slug) } },
    pagination: false,
    select: { slug: true },
  })
  const ids: Record<string, string> = Object.fromEntries(docs.map(({ slug, id }) => [slug, id]))
  for (const { tenant } of spaces) {
    ids[tenant.slug] ??= (
      await payload.create({ ...asSystem, collection: 'tenants', data: tenant })
    ).id
  }
  return ids
}
