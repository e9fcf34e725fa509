import { type ScopesTransaction } from '@/db/inScopes'

import { NoPlace, type Target } from '../targets/Target'
import { adopt } from './adopt'
import { type BatchLog } from './BatchLog'
import { editOf } from './editOf'
import { idOf, rowReference } from './entryIds'
import { giveUp, noteDangling } from './giveUp'
import { type ImportContext } from './ImportContext'
import { isTaken, refuseTaken } from './isTaken'
import { keepWhole } from './keepWhole'
import { mayGoOn } from './mayGoOn'
import { type Placed } from './Placed'
import { referencesIn } from './resolveReferences'
import { rowEntries, type RowEntry } from './rowEntries'
import { type RowInProgress, type Rows } from './Rows'
import { stateOf } from './rowState'
import { makersOf, singleRowOf } from './singleRow'
import { importScope } from './runs'
import { scopeOfSpace } from './Spaces'
import { settleAll } from './versions/settleAll'
import { tryToWrite } from './tryToWrite'
import { isElsewhere, refuseOther, refuseTwice } from './writeDocuments'
import { loadRow, requestFor } from './writeRow'

/** Brings in documents of one space (or tenants) as rows of a collection, one after the other. */
export async function importRows(
  context: ImportContext,
  target: Target,
  transaction: ScopesTransaction,
  group: readonly Placed[],
  log: BatchLog,
  { final = false } = {},
): Promise<void> {
  const space = group[0]?.space
  const scope = space ? scopeOfSpace(space) : importScope
  const ids = group.flatMap((placed) => [
    placed.id,
    ...referencesIn(placed.document.mapped.values).map((one) => idOf(context, placed, one)),
    ...rowReference(context, placed),
  ])
  const isPage = target.slug === 'pages'
  const known = await transaction.inScope(scope, async (client) => {
    // A page is written to four tables, and search would look at it whenever one of them is.
    if (space && isPage) await client.query(`select set_config('atrium.search_later', 'on', true)`)
    return rowEntries.load(client, ids)
  })
  const unsettled = new Set<string>()
  const rows: Rows = { context, target, transaction, scope, log, known, final, unsettled }
  for (const placed of group) await importRow(rows, placed)
  await transaction.inScope(scope, async (client) => {
    if (unsettled.size > 0) await settleAll(rows, client)
    if (space && isPage) await client.query('select atrium_search_written($1)', [space.id])
  })
}

async function importRow(rows: Rows, placed: Placed): Promise<void> {
  const { log, known, final, context, target } = rows
  const { hash, item } = placed.document
  const before = known.get(placed.id)
  if (before && before.hash === hash && !mayGoOn(before, final))
    return log.outcome(placed, 'unchanged')
  if (before && isElsewhere(before.database, item.collection.database))
    return log.reject(placed, refuseOther.refused)
  if (before && !final && before.hash !== hash && before.writtenBy === context.run.id)
    return log.reject(placed, refuseTwice.refused)
  if (target.slug === 'tenants' && !before?.state && (await isTakenIn(rows, placed)))
    return giveUp(rows, placed, before, { rowId: placed.id, missing: [], reason: refuseTaken })
  const rowId = await rowOf(rows, placed, before)
  if (rowId === undefined)
    return giveUp(rows, placed, before, {
      rowId: placed.id,
      missing: ['the document whose row it belongs to'],
      reason: 'the document whose row it belongs to has not come in',
    })
  await writeDocument(rows, placed, before, rowId)
}

const isTakenIn = ({ transaction }: Rows, placed: Placed): Promise<boolean> =>
  transaction.inScope(importScope, (client) => isTaken(client, placed))

/** The id of the row: its own, or that of another document's row. Undefined while that has not come in. */
async function rowOf(
  { context, known, scope, target, transaction }: Rows,
  placed: Placed,
  before: RowEntry | undefined,
): Promise<string | undefined> {
  if (before && before.state !== '') return before.rowId
  const [other] = rowReference(context, placed)
  if (other !== undefined) {
    const entry = known.get(other)
    return entry?.state ? entry.rowId : undefined
  }
  if (target.single) return singleRowOf(transaction, scope, target, placed)
  if (target.slug !== 'tenants') return placed.id
  // A tenant that is here already is that tenant.
  const { slug } = placed.document.mapped.values
  const here = typeof slug === 'string' ? await context.spaces.known(slug) : undefined
  return here?.id ?? placed.id
}

async function writeDocument(
  rows: Rows,
  placed: Placed,
  before: RowEntry | undefined,
  rowId: string,
): Promise<void> {
  const { context, target, transaction, scope, log } = rows
  const req = await requestFor(context.payload, transaction.req)
  const [existing, state] = await transaction.inScope(scope, async (client) => [
    await loadRow(context.payload, req, target, rowId),
    await stateOf(client, target.slug, rowId),
  ])
  const edited = editOf(rows, before, existing !== null, state, await makersOf(rows, rowId))
  if (edited !== undefined) {
    log.note(placed, 'edited', { path: '$', reason: edited })
    await transaction.inScope(scope, (client) =>
      before || !existing ? Promise.resolve() : adopt(rows, client, placed, rowId),
    )
    // In the last pass it has been counted.
    return rows.final ? undefined : log.outcome(placed, 'edited')
  }
  const missing: string[] = []
  const row: RowInProgress = { rowId, before, existing: existing ?? undefined, missing }
  const refused = await tryToWrite(rows, placed, row)
  if (refused instanceof NoPlace) return keepWhole(rows, placed, 'target', refused.message)
  if (refused === undefined) {
    if (!before || before.state === '') log.outcome(placed, existing ? 'updated' : 'created')
    else if (!rows.final) log.outcome(placed, 'updated')
    if (rows.final && rows.known.get(placed.id)?.writtenBy === context.run.id)
      noteDangling(rows, placed, missing)
  } else await giveUp(rows, placed, before, { rowId, existing, missing, reason: refused })
}
