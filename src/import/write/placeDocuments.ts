import { type BsonValue } from '../bson/BsonValue'
import { importedId } from '../importedId'
import { type TenantKey } from '../map/tenantKeyOf'
import { type BatchLog } from './BatchLog'
import { type ImportContext } from './ImportContext'
import { type Placed } from './Placed'
import { type PreparedDocument } from './PreparedItem'
import { type Batch } from './prepareBatches'
import { tenantIdOf, type Space } from './Spaces'
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
    const found = await place(context, stage, item, log)
    if (found) placed.push(found)
  }
  return placed
}

async function place(
  context: Placing,
  stage: Stage,
  document: PreparedDocument,
  log: BatchLog,
): Promise<Placed | undefined> {
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
    const space = await context.spaces.find(askedFor(context, mapped.tenantKey))
    if (typeof space === 'string') log.reject({ document, space: undefined }, space)
    else if (isElsewhere(context, space)) log.outcome({ document, space }, 'elsewhere')
    else return { document, space, id: importedId(space.id, name, own) }
  }
  return undefined
}

/** The tenant that was asked for, and no other. */
function placeTenant(
  { run }: Placing,
  document: PreparedDocument,
  id: BsonValue,
  log: BatchLog,
): Placed | undefined {
  const { tenant } = run.options
  if (tenant !== undefined && document.mapped.values.slug !== tenant) {
    log.outcome({ document, space: undefined }, 'elsewhere')
    return undefined
  }
  return { document, space: undefined, id: tenantIdOf(document.item.collection.name, id) }
}

/** Documents of which the source does not say whose they are belong to the space that was asked for. */
const askedFor = ({ run }: Placing, key: TenantKey): TenantKey =>
  key.by === 'slug' && run.options.tenant !== undefined
    ? { by: 'slug', slug: run.options.tenant }
    : key

const isElsewhere = ({ run }: Placing, { slug }: Space): boolean =>
  run.options.tenant !== undefined && run.options.tenant !== slug

/** The problems of the map that say why. */
const reasonOf = ({ mapped }: PreparedDocument, otherwise: string): string =>
  mapped.problems.map(({ path, reason }) => `${path}: ${reason}`).join('; ') || otherwise
