import { type PlatformOptions } from './Platform'
import { hexOf } from './seeded'

export interface TenantSeed {
  readonly index: number
  readonly slug: string
  readonly name: string
  readonly status: 'active' | 'suspended'
  readonly domains: readonly string[]
}

/** What everything that is made is made from. */
export interface World {
  readonly options: Required<PlatformOptions>
  readonly database: string
  readonly tenants: readonly TenantSeed[]
  /** The digits of the `_id` of a document. */
  readonly id: (collection: string, tenant: TenantSeed | null, name: string | number) => string
}

const NAMES = [
  'Harbour Yard',
  'Foundry Lane',
  'Atelier Nord',
  'Mühle & Söhne',
  'Casa Verde',
  'Ringbahn Studios',
  'The Old Dairy',
  'Quay Nine',
] as const

/** The first moment of a platform; everything else is so many minutes later. */
const START = Date.UTC(2024, 0, 15, 9)
export const at = (minutes: number): Date => new Date(START + minutes * 60_000)

export function buildWorld(options: Required<PlatformOptions>, database: string): World {
  const count = options.tenants
  const tenants =
    options.shape === 'payload-single'
      ? [theOnlyTenant(database)]
      : Array.from({ length: count }, (_, index) => buildTenant(index, count))
  return {
    options,
    database,
    tenants,
    id: (collection, tenant, name) =>
      hexOf(options.seed, collection, tenant?.slug ?? '', String(name)),
  }
}

/** A site that says no tenant is that of its database. */
const theOnlyTenant = (database: string): TenantSeed => ({
  index: 0,
  slug: slugOf(database),
  name: 'Harbour Yard',
  status: 'active',
  domains: [],
})

function buildTenant(index: number, count: number): TenantSeed {
  const name = NAMES[index] ?? `Space ${index + 1}`
  const slug = slugOf(name)
  return {
    index,
    slug,
    name,
    status: index === count - 1 && count > 2 ? 'suspended' : 'active',
    domains: index % 2 === 0 ? [`www.${slug}.example`] : [],
  }
}

export const slugOf = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

/** The tenant after this one, which is another one where there are more. */
export const neighbourOf = ({ tenants }: World, tenant: TenantSeed): TenantSeed =>
  tenants[(tenant.index + 1) % tenants.length] ?? tenant
