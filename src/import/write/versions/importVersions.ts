import type { PoolClient } from 'pg'

import { type ScopesTransaction } from '@/db/inScopes'

import { type VersionTarget } from '../../targets/Target'
import { MappedReference } from '../../map/MappedValue'
import { type BatchLog } from '../BatchLog'
import { idOf } from '../entryIds'
import { giveUp, noteDangling } from '../giveUp'
import { type ImportContext } from '../ImportContext'
import { keepWhole } from '../keepWhole'
import { mayGoOn } from '../mayGoOn'
import { type Placed } from '../Placed'
import { referencesIn } from '../resolveReferences'
import { rowEntries, type RowEntry } from '../rowEntries'
import { stateOf } from '../rowState'
import { scopeOfSpace } from '../Spaces'
import { isElsewhere, refuseOther, refuseTwice } from '../writeDocuments'
import { refusalOf } from '../writeRow'
import { settleAll } from './settleAll'
import { loadVersionedPages, workOn } from './VersionedPage'
import { type VersionRows } from './VersionRows'
import { writeVersion } from './writeVersion'

/** Brings in documents of one space as versions of pages that came in before, one after the other. */
export async function importVersions(
  context: ImportContext,
  target: VersionTarget,
  transaction: ScopesTransaction,
  group: readonly Placed[],
  log: BatchLog,
  { final = false } = {},
): Promise<void> {
  const space = group[0]?.space
  if (!space) {
    for (const placed of group) log.reject(placed, 'a tenant has no versions')
    return
  }
  const scope = scopeOfSpace(space)
  const ids = group.flatMap((placed) => [
    placed.id,
    ...referencesIn(placed.document.mapped.values).map((one) => idOf(context, placed, one)),
  ])
  const rows = await transaction.inScope(scope, async (client): Promise<VersionRows> => {
    const known = await rowEntries.load(client, ids)
    const pageIds = group.flatMap((placed) => pageOf({ context, known }, placed)?.rowId ?? [])
    const pages = await loadVersionedPages(client, pageIds)
    // Each version is four tables, and search looks at the page whenever one of them is written.
    await client.query(`select set_config('atrium.search_later', 'on', true)`)
    const unsettled = new Set<string>()
    return { context, target, transaction, scope, log, known, final, pages, unsettled }
  })
  for (const placed of group) await importVersion(rows, placed)
  await transaction.inScope(scope, (client) => endOf(rows, client, space.id))
}

async function endOf(rows: VersionRows, client: PoolClient, tenant: string): Promise<void> {
  await settleAll(rows, client)
  await client.query(`select set_config('atrium.search_later', '', true)`)
  for (const page of rows.unsettled)
    await client.query('select atrium_search_page($1, $2)', [tenant, page])
}

/** The entry of the page that a document is a version of, if the source names one that has come in or waits. */
export function pageOf(
  { context, known }: { context: Parameters<typeof idOf>[0]; known: ReadonlyMap<string, RowEntry> },
  placed: Placed,
): RowEntry | undefined {
  const { parent } = placed.document.mapped.values
  return parent instanceof MappedReference ? known.get(idOf(context, placed, parent)) : undefined
}

async function importVersion(rows: VersionRows, placed: Placed): Promise<void> {
  const { context, final, known, log, pages } = rows
  const { hash, item } = placed.document
  const before = known.get(placed.id)
  if (before && before.hash === hash && !mayGoOn(before, final))
    return log.outcome(placed, 'unchanged')
  if (before && isElsewhere(before.database, item.collection.database))
    return log.reject(placed, refuseOther.refused)
  if (before && !final && before.hash !== hash && before.writtenBy === context.run.id)
    return log.reject(placed, refuseTwice.refused)
  const page = pageOf(rows, placed)
  if (page?.state) {
    const edited = context.run.options.overwriteEdited
      ? undefined
      : await editOfVersion(rows, before, workOn(pages.get(page.rowId), page))
    if (edited === undefined) return writeOne(rows, placed, before, page.rowId)
    log.note(placed, 'edited', { path: '$', reason: edited })
    return final ? undefined : log.outcome(placed, 'edited')
  }
  // Of a page that waits for something the versions wait too; no other can still come.
  if (page && !final)
    return giveUp(rows, placed, before, {
      rowId: placed.id,
      missing: ['the page that it is a version of'],
      reason: '',
    })
  return keepWhole(rows, placed, 'dangling', ORPHAN)
}

const ORPHAN = 'a version of a page that has not come in: kept as a document'

/** Why a version stays as it is, or out: somebody works with it or with its page. */
async function editOfVersion(
  { scope, target, transaction }: VersionRows,
  before: RowEntry | undefined,
  work: string | undefined,
): Promise<string | undefined> {
  if (work !== undefined || !before || before.state === '') return work
  const state = await transaction.inScope(scope, (client) =>
    stateOf(client, target.slug, before.rowId),
  )
  if (state === undefined) return 'it was deleted here since it came in'
  return state === before.state ? undefined : 'it was changed here since it came in'
}

async function writeOne(
  rows: VersionRows,
  placed: Placed,
  before: RowEntry | undefined,
  page: string,
): Promise<void> {
  const { context, final, known, log, pages } = rows
  const missing: string[] = []
  // With --overwrite-edited the page may be gone all the same.
  if (!pages.has(page)) return keepWhole(rows, placed, 'dangling', ORPHAN)
  try {
    await writeVersion(rows, placed, { page, before, missing })
  } catch (error) {
    const reason = refusalOf(error)
    if (reason === undefined) throw error
    return giveUp(rows, placed, before, { rowId: placed.id, missing, reason })
  }
  if (!before || before.state === '') log.outcome(placed, 'created')
  else if (!final) log.outcome(placed, 'updated')
  if (final && known.get(placed.id)?.writtenBy === context.run.id)
    noteDangling(rows, placed, missing)
}
