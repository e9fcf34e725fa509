import { readJsonb } from '../bson/readExtendedJson'
import { type ImportMap } from '../map/ImportMap'
import { type Source } from '../read/Source'
import { type AnyTarget } from '../targets/Target'
import { BatchLog } from './BatchLog'
import { type ImportContext } from './ImportContext'
import { importInto } from './importInto'
import { type Placed } from './Placed'
import { prepare } from './prepareBatches'
import { type Checkpoint, importScope, saveCheckpoint } from './runs'
import { type Space } from './Spaces'
import { readWaiting } from './waitingText'

export const REFERENCES = 'references'

const BATCH = 200

interface WaitingRow {
  readonly id: string
  readonly tenant_id: string
  readonly waiting: string
}

interface Waiting {
  readonly context: ImportContext
  readonly source: Source
  readonly map: ImportMap
  readonly targets: readonly AnyTarget[]
  /** Whether anything came in: what waited since earlier imports may have it now. */
  readonly hasNews: boolean
  readonly onProgress: (done: number) => void
}

/**
 * Writes documents again that refer to others which had not come in when they did. First those that could not come in at all, as often as
 * one more of them can: they may wait for each other. Then all, for the last time: what is still missing leads nowhere, and is told.
 */
export async function writeWaiting(waiting: Waiting, before: Checkpoint): Promise<Checkpoint> {
  let state = before
  for (let left = await count(waiting); left > 0;) {
    state = await pass(waiting, state, { final: false })
    const now = await count(waiting)
    if (now >= left) break
    left = now
  }
  return pass(waiting, state, { final: true })
}

/** How many documents are not in yet at all. */
async function count({ context }: Waiting): Promise<number> {
  const { rows } = await context.transact(({ inScope }) =>
    inScope(importScope, (client) =>
      client.query<{ count: number }>(
        `select count(*)::int from import_rows where waiting is not null and row_hash = '' and written_by = $1`,
        [context.run.id],
      ),
    ),
  )
  return rows[0]?.count ?? 0
}

async function pass(
  waiting: Waiting,
  before: Checkpoint,
  { final }: { readonly final: boolean },
): Promise<Checkpoint> {
  let state = before
  for (const target of waiting.targets) {
    let after = '00000000-0000-0000-0000-000000000000'
    for (;;) {
      const rows = await nextRows(waiting, target, after, final)
      const last = rows.at(-1)
      if (!last) break
      state = await writeAgain(waiting, target, rows, state, final)
      after = last.id
      waiting.onProgress(state.read)
    }
  }
  return state
}

async function nextRows(
  { context, hasNews }: Waiting,
  { slug }: AnyTarget,
  after: string,
  final: boolean,
): Promise<WaitingRow[]> {
  const { rows } = await context.transact(({ inScope }) =>
    inScope(importScope, (client) =>
      client.query<WaitingRow>(
        `select id, tenant_id, waiting from import_rows
         where row_collection = $1 and waiting is not null and (written_by = $2 or $5) and id > $3 and ($4 or row_hash = '')
         order by id limit ${BATCH}`,
        [slug, context.run.id, after, final, final && hasNews],
      ),
    ),
  )
  return rows
}

async function writeAgain(
  { context, source, map }: Waiting,
  target: AnyTarget,
  rows: readonly WaitingRow[],
  before: Checkpoint,
  final: boolean,
): Promise<Checkpoint> {
  const log = new BatchLog(structuredClone(before.tally))
  const groups = new Map<string, Placed[]>()
  for (const row of rows) {
    const space = target.slug === 'tenants' ? undefined : await context.spaces.ofId(row.tenant_id)
    const group = groups.get(row.tenant_id) ?? []
    group.push(placedAgain(source, map, row, space))
    groups.set(row.tenant_id, group)
  }
  return context.transact(async (transaction) => {
    for (const group of groups.values())
      await importInto(context, target, transaction, group, log, { final })
    const state: Checkpoint = {
      ...before,
      read: before.read + rows.length,
      tally: log.tally,
      lengths: await context.files.append(log.rejects, log.notes),
    }
    await transaction.inScope(importScope, (client) =>
      saveCheckpoint(client, context.run.id, REFERENCES, '', state),
    )
    return state
  })
}

/** The document as it was read, from what was kept of it. */
function placedAgain(
  source: Source,
  map: ImportMap,
  row: WaitingRow,
  space: Space | undefined,
): Placed {
  const { collection, document, place, tenantName } = readWaiting(row.waiting)
  const found = source.collections.find(
    ({ database, name }) => database === collection.database && name === collection.name,
  )
  return {
    id: row.id,
    space,
    tenantName,
    document: prepare(
      {
        kind: 'document',
        collection: found ?? {
          ...collection,
          kind: 'collection',
          format: 'json',
          path: place.file,
          size: 0,
          metadata: undefined,
        },
        place,
        next: { offset: place.offset, number: place.number, part: 0 },
        document: readJsonb(document),
      },
      map,
      false,
    ),
  }
}
