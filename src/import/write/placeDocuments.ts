import { type BsonValue } from '../bson/BsonValue'
import { importedId } from '../importedId'
import { type TenantKey } from '../map/tenantKeyOf'
import { toPlain } from '../map/toPlain'
import { type BatchLog } from './BatchLog'
import { type ImportContext } from './ImportContext'
import { type Placed } from './Placed'
import { type PreparedDocument } from './PreparedItem'
import { type Batch } from './prepareBatches'
import { NOT_HERE, tenantIdOf, type Space } from './Spaces'
import { type Stage } from './Stage'

/** What finding a place needs of an import. */
export type Placing = Pick<ImportContext, 'run' | 'spaces'>

/** Finds out whose the documents of a batch are. Those of nobody, and those that nobody asked for, end here. */
export async function placeDocuments(
  context: Placing,
  stage: Stage,
  { items }: Batch,
  log: BatchLog,
): Promise<Placed[]> {
  const placed: Placed[] = []
  for (const item of items) {
    if (item.kind === 'broken') {
      log.rejectBroken(item.item)
      continue
    }
    placed.push(...(await place(context, stage, item, log)))
  }
  return placed
}

async function place(
  context: Placing,
  stage: Stage,
  document: PreparedDocument,
  log: BatchLog,
): Promise<Placed[]> {
  const { item, mapped } = document
  const { name } = item.collection
  const own = item.document.get('_id')
  if (mapped.left !== undefined) log.outcome({ document, space: undefined }, 'left')
  else if (!own) log.reject({ document, space: undefined }, 'it has no _id')
  else if (!mapped.tenantKey)
    log.reject({ document, space: undefined }, reasonOf(document, 'no rule says whose it is'))
  else if (!mapped.id)
    log.reject({ document, space: undefined }, reasonOf(document, 'it has no id'))
  else if (mapped.tenantKey.by === 'self' && stage.target?.slug === 'tenants')
    return placeTenant(context, document, own, log)
  else {
    const keys = mapped.tenantKey.by === 'each' ? mapped.tenantKey.keys : [mapped.tenantKey]
    const placed = []
    for (const key of keys) {
      const space = await context.spaces.find(askedFor(context, key))
      if (isOfNobodyHere(context, key, space))
        log.outcome({ document, space: undefined }, 'elsewhere')
      else if (typeof space === 'string') log.reject({ document, space: undefined }, space)
      else if (isElsewhere(context, space)) log.outcome({ document, space }, 'elsewhere')
      else
        placed.push({
          document,
          space,
          id: importedId(space.id, name, own),
          tenantName: nameOf(key),
        })
    }
    return placed
  }
  return []
}

/** How the source names the tenant, as text. */
const nameOf = (key: TenantKey): string | undefined => {
  const plain = key.by === 'document' ? toPlain(key.value) : undefined
  return plain && plain.kind !== 'impossible' && plain.value !== null
    ? String(plain.value)
    : undefined
}

/** The tenant that was asked for, and no other. */
function placeTenant(
  { run }: Placing,
  document: PreparedDocument,
  id: BsonValue,
  log: BatchLog,
): Placed[] {
  const { tenant } = run.options
  if (tenant !== undefined && document.mapped.values.slug !== tenant) {
    log.outcome({ document, space: undefined }, 'elsewhere')
    return []
  }
  const ownId = tenantIdOf(document.item.collection.name, id)
  return [{ document, space: undefined, id: ownId, tenantName: undefined }]
}

/** Documents of which the source does not say whose they are belong to the space that was asked for. */
const askedFor = ({ run }: Placing, key: TenantKey): TenantKey =>
  key.by === 'slug' && run.options.tenant !== undefined
    ? { by: 'slug', slug: run.options.tenant }
    : key

const isElsewhere = ({ run }: Placing, { slug }: Space): boolean =>
  run.options.tenant !== undefined && run.options.tenant !== slug

/** Where one tenant was asked for, the others need not be here; nor need what their documents belong to. */
const isOfNobodyHere = ({ run }: Placing, key: TenantKey, space: Space | string): boolean =>
  run.options.tenant !== undefined &&
  (space === NOT_HERE || (key.by === 'like' && typeof space === 'string'))

/** The problems of the map that say why. */
const reasonOf = ({ mapped }: PreparedDocument, otherwise: string): string =>
  mapped.problems.map(({ path, reason }) => `${path}: ${reason}`).join('; ') || otherwise
