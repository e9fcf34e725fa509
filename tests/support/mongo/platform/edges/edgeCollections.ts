import { held } from '../parts'
import { type Part, type PlatformCollection } from '../Platform'
import { type PlainObject } from '../toBson'
import { objectId } from '../values'
import { type TenantSeed, type World } from '../World'
import { dateEdges } from './dateEdges'
import { type Edges } from './Edge'
import { idEdges } from './idEdges'
import { keyEdges } from './keyEdges'
import { numberEdges } from './numberEdges'
import { hugeEdges, sizeEdges } from './sizeEdges'
import { textEdges } from './textEdges'
import { typeEdges } from './typeEdges'

const VALUES: Readonly<Record<string, Edges>> = {
  edge_numbers: numberEdges,
  edge_dates: dateEdges,
  edge_types: typeEdges,
  edge_texts: textEdges,
  edge_keys: keyEdges,
  edge_sizes: sizeEdges,
}

/**
 * Collections with every value that BSON can hold: `edge` says which it is, `value` is it. The first tenant has them, and where the
 * platform is of many, nobody has them once more.
 */
export function edgeCollections(
  world: World,
  keyOf: (tenant: TenantSeed) => PlainObject,
): PlatformCollection[] {
  const [tenant] = world.tenants
  if (!tenant) return []
  const key = keyOf(tenant)
  const isMany = world.options.shape !== 'payload-single'
  const values = world.options.huge ? { ...VALUES, edge_huge: hugeEdges } : VALUES
  const collection = (name: string, ...parts: readonly Part[]): PlatformCollection => ({
    database: world.database,
    name,
    parts,
  })
  return [
    ...Object.entries(values).map(([name, edges]) =>
      collection(
        name,
        held(tenant.slug, valueDocuments(world, name, edges, tenant, key)),
        // One of 16 MiB is enough.
        ...(isMany && name !== 'edge_huge'
          ? [held(null, valueDocuments(world, name, edges, null, {}))]
          : []),
      ),
    ),
    collection(
      'edge_ids',
      held(
        tenant.slug,
        Object.entries(idEdges).map(([edge, id]) => ({ _id: id, ...key, edge })),
      ),
    ),
    collection('edge names: ключ/§ & more', held(tenant.slug, [{ _id: 1, ...key, edge: 'name' }])),
    collection('edge.with.dots', held(tenant.slug, [{ _id: 1, ...key, edge: 'dots' }])),
  ]
}

const valueDocuments = (
  world: World,
  collection: string,
  edges: Edges,
  tenant: TenantSeed | null,
  key: PlainObject,
): PlainObject[] =>
  Object.entries(edges).map(([edge, value]) => ({
    _id: objectId(world.id(collection, tenant, edge)),
    ...key,
    edge,
    // The field is there, also where the value is `undefined`.
    value,
  }))
