import { type Fault, type ReferenceFact } from './facts'
import { keyOf, type Notes } from './Notes'
import { type Plain, type PlainObject, toBson } from './toBson'
import { objectId } from './values'
import { type TenantSeed, type World } from './World'

/** Documents that are wrong, by their collection. */
export type Faulty = Record<string, PlainObject[]>

/** Puts wrong documents of a tenant together, and notes what is wrong with each. */
export class FaultBuilder {
  readonly documents: Faulty = {}

  constructor(
    readonly world: World,
    readonly tenant: TenantSeed,
    /** What names the tenant in a document. */
    private readonly key: PlainObject,
    private readonly notes: Notes,
  ) {}

  id(collection: string, name: string, tenant: TenantSeed = this.tenant): Plain {
    return objectId(this.world.id(collection, tenant, name))
  }

  add(collection: string, name: string, fields: PlainObject): void {
    const list = (this.documents[collection] ??= [])
    list.push({ _id: this.id(collection, name), ...this.key, ...fields })
  }

  fault(
    [collection, name]: readonly [collection: string, name: string],
    fault: Fault,
    field: string,
    other?: string,
  ): void {
    this.notes.faults.push({
      ...keyOf(collection, this.world.id(collection, this.tenant, name)),
      tenant: this.tenant.slug,
      fault,
      field,
      ...(other !== undefined && {
        other: keyOf(collection, this.world.id(collection, this.tenant, other)),
      }),
    })
  }

  reference(
    [collection, name]: readonly [collection: string, name: string],
    kind: ReferenceFact['kind'],
    field: string,
    target: readonly [collection: string, id: Plain],
  ): void {
    this.notes.references.push({
      ...keyOf(collection, this.world.id(collection, this.tenant, name)),
      tenant: this.tenant.slug,
      kind,
      field,
      target: { collection: target[0], id: toBson(target[1]) },
    })
  }
}
