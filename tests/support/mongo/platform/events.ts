import { type Plain, type PlainObject } from './toBson'
import { long } from './values'
import { at, type TenantSeed, type World } from './World'

/** One of very many small documents, which name their tenant as the others of the platform do. */
export const eventDocument = (
  world: World,
  tenant: TenantSeed,
  key: PlainObject,
  index: number,
): PlainObject => ({
  _id: long(BigInt(index * world.tenants.length + tenant.index)),
  ...key,
  kind: KINDS[index % KINDS.length],
  at: at(index % 1_000_000),
  value: index % 1000,
})

const KINDS: readonly Plain[] = ['opened', 'closed', 'moved']

/** How many of them are a tenant's. */
export const shareOf = ({ options: { bulk }, tenants }: World, { index }: TenantSeed): number =>
  Math.floor(bulk / tenants.length) + (index < bulk % tenants.length ? 1 : 0)
