import { escapeText } from '../bson/escapeText'
import { rulesFor } from '../map/applyMap'
import { type ImportMap } from '../map/ImportMap'
import { type Source } from '../read/Source'
import { type Transact } from '../write/ImportContext'
import { ADOPTED } from '../write/adopt'
import { type Run } from '../write/runs'
import { type IdBuckets } from './IdBuckets'
import { type Origin } from './VerifyLog'
import { type Entry, walkEntries } from './walkEntries'

export type Gone =
  /** Of an earlier import, and not in the source any more. */
  | 'disappeared'
  /** Of this import, and not in the source. */
  | 'extra'
  /** Of no import that is known. */
  | 'orphan'

interface Looking {
  readonly run: Run
  readonly source: Pick<Source, 'collections'>
  readonly map: ImportMap
  readonly transact: Transact
  /** When each import began. */
  readonly beginnings: ReadonlyMap<string, Date>
  /** The slug of a space. */
  readonly slugOf: (tenant: string) => Promise<string>
  readonly onGone: (gone: Gone, origin: Origin) => void
}

/** Finds what has come in of the collections of a source, and is not among its documents. */
export async function findGone(ids: IdBuckets, looking: Looking): Promise<void> {
  const { onGone, run, slugOf, transact } = looking
  const isOfSource = ofSource(looking)
  for await (const bucket of ids.buckets()) {
    for await (const entry of walkEntries(transact, bucket)) {
      if (!isOfSource(entry)) continue
      const gone = bucket.has(entry.id) ? lost(entry) : goneOf(entry, looking)
      if (gone === undefined) continue
      const tenant = await slugOf(entry.tenant)
      if (run.options.tenant !== undefined && run.options.tenant !== tenant) continue
      const { collection, database, sourceId } = entry
      const name = database ? `${database}/${collection}` : collection
      onGone(gone, { collection: name, tenant, id: sourceId })
    }
  }
}

const lost = ({ isLost }: Entry): Gone | undefined => (isLost ? 'orphan' : undefined)

/** Which collections a source has, as their names are kept. Those that stay behind are not looked at. */
function ofSource({ map, source }: Looking): (entry: Entry) => boolean {
  const names = new Map<string, Set<string>>()
  for (const collection of source.collections) {
    if (collection.kind === 'view' || rulesFor(map, collection).leave !== undefined) continue
    const name = escapeText(collection.name)
    const databases = names.get(name) ?? new Set()
    names.set(name, databases.add(escapeText(collection.database)))
  }
  return ({ collection, database }) => {
    const databases = names.get(collection)
    if (!databases) return false
    // Files of mongoexport may not say their database.
    return database === null || databases.has('') || databases.has(database)
  }
}

function goneOf(
  { isLost, madeBy, writtenBy }: Entry,
  { beginnings, run }: Looking,
): Gone | undefined {
  if (isLost) return 'orphan'
  if (writtenBy === run.id) return 'extra'
  if (writtenBy === ADOPTED) return run.options.rejectsOf === undefined ? 'disappeared' : undefined
  const [written, made] = [beginnings.get(writtenBy), beginnings.get(madeBy)]
  if (!written || !(made || madeBy === ADOPTED)) return 'orphan'
  if (written > run.created_at) return undefined
  // Rejected documents that are fed back are a few of many: nothing is missing among them.
  return run.options.rejectsOf === undefined ? 'disappeared' : undefined
}
