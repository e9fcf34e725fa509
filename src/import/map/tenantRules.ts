import { idText } from '../bson/idText'
import { type TenantRule } from './ImportMap'
import { hasFields, type Sample, valuesOf } from './Sample'

/** The tenant of a database as a whole: a slug from its name. */
export const tenantOfDatabase = (database: string): TenantRule => ({
  database: true,
  slugs: { [database]: slugOf(database) },
})

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'imported'

const MATCHES = ['_id', 'slug', 'tenant_id', 'id', 'uuid', 'key'] as const

/**
 * The rule for a collection whose field names its tenant: by that field of the tenants that has the most values in common with
 * it. `_id` if there is none, as most applications have it.
 */
export function tenantByField(
  samples: readonly Sample[],
  field: string,
  tenants: Sample,
): TenantRule {
  const used = new Set(samples.flatMap((sample) => valuesOf(sample, field)).map(idText))
  const hits = MATCHES.map(
    (match) => valuesOf(tenants, match).filter((value) => used.has(idText(value))).length,
  )
  const best = MATCHES[hits.indexOf(Math.max(...hits))] ?? '_id'
  return { field, in: tenants.name, match: best }
}

/** Whether a sample says of each document whose it is. */
export const saysTenant = (sample: Sample, field: string): boolean => hasFields(sample, field)
