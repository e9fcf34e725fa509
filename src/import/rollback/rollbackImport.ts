import type { Payload } from 'payload'

import { withScopeClient } from '@/db/withScopeClient'
import { invalidateTenant } from '@/tenancy/invalidateTenant'

import { PAGE_VERSIONS } from '../rowCollection'
import { type AnyTarget } from '../targets/Target'
import { ImportError } from '../write/ImportError'
import { importScope, loadBeginnings, type Run } from '../write/runs'
import { scopeOfSpace } from '../write/Spaces'
import { tallyOf } from '../write/tallyOf'
import { deleteDocuments } from './deleteDocuments'
import { deleteEntries } from './deleteEntries'
import { deleteRows } from './deleteRows'
import { findDeletedDocuments, findObstacles, Obstacles } from './findObstacles'
import { emptyingOrder, loadForeignKeys } from './foreignKeys'
import { countPlan } from './countPlan'
import { loadAffected } from './loadAffected'
import { markRollback, rollbackOf } from './markRollback'
import { mendVersions } from './mendVersions'
import { release } from './release'
import { RemovedFiles } from './RemovedFiles'
import { removeSpace } from './removeSpace'
import { restoreDocuments, restoreRows } from './restoreChanges'
import { type AffectedSpace, type Rollback } from './Rollback'

export interface RollbackSettings {
  /** Where the lists of the import are. */
  readonly folder: string
  /** Also what people and later imports have changed since. */
  readonly force: boolean
  /** Only looks. */
  readonly dryRun: boolean
  readonly batchSize?: number
  /** Of what is in the way, so many are listed. */
  readonly most?: number
  readonly targets?: readonly AnyTarget[]
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: { readonly space: string; readonly done: string }) => void
}

/** What a roll back did, or would do: how many, by collection. */
export interface RollbackResult {
  readonly removed: Readonly<Record<string, number>>
  readonly restored: Readonly<Record<string, number>>
  readonly files: number
  /** References that were emptied, by force. */
  readonly released: number
  readonly spaces: {
    readonly removed: readonly string[]
    readonly kept: readonly { readonly space: string; readonly reason: string }[]
  }
  readonly obstacles: Obstacles
  /** Whether anything was done. */
  readonly done: boolean
}

/**
 * Takes an import back: removes what it made, and restores what it overwrote, space by space and in batches. Whatever ends it, the next try goes on
 * where it was. Rows that were here before an import are never removed.
 *
 * @returns with `done: false` if it was only looked, or something is in the way and nobody said that it does not matter
 * @throws ImportError for an import that was rolled back already
 */
export async function rollbackImport(
  payload: Payload,
  run: Run,
  settings: RollbackSettings,
): Promise<RollbackResult> {
  const isGoingOn = rollbackOf(run)?.ended === undefined && run.status === 'rolled-back'
  if (run.status === 'rolled-back' && !isGoingOn)
    throw new ImportError(`Import ${run.id} was rolled back already.`)
  const rollback = await prepare(payload, run, settings)
  const affected = await loadAffected(rollback)
  const obstacles = new Obstacles(settings.most ?? 1_000)
  for (const space of affected) {
    await findObstacles(rollback, space, obstacles)
    // Of one that was begun before, documents are gone because of it.
    if (!isGoingOn && run.status === 'done')
      await findDeletedDocuments(
        rollback,
        space,
        await tallyOf(payload, run),
        obstacles,
        settings.targets,
      )
  }
  const mustNot = (obstacles.counts.needed ?? 0) > 0 || (obstacles.count > 0 && !settings.force)
  if (settings.dryRun || mustNot)
    return { ...(await countPlan(rollback, affected)), obstacles, done: false }
  await markRollback(payload, run, { began: new Date().toISOString(), force: settings.force })
  const result = await undo(rollback, affected, settings)
  await markRollback(payload, run, {
    began: rollbackOf(run)?.began ?? new Date().toISOString(),
    force: settings.force,
    ended: new Date().toISOString(),
    ...result,
  })
  return { ...result, obstacles, done: true }
}

async function prepare(payload: Payload, run: Run, settings: RollbackSettings): Promise<Rollback> {
  const beginnings = [...(await loadBeginnings(payload))]
    .filter(([, began]) => began > run.created_at)
    .sort(([, a], [, b]) => a.getTime() - b.getTime())
  return {
    payload,
    run,
    later: beginnings.map(([id]) => id),
    next: beginnings[0]?.[1],
    end: await endOf(payload, run),
    keys: await withScopeClient(payload, importScope, loadForeignKeys),
    force: settings.force,
    batchSize: settings.batchSize ?? 500,
    folder: settings.folder,
    signal: settings.signal,
    onProgress: () => {},
  }
}

/** When an import wrote for the last time; one that was killed has no end. */
async function endOf(payload: Payload, { created_at, finished_at, id }: Run): Promise<Date> {
  if (finished_at) return finished_at
  const { rows } = await withScopeClient(payload, importScope, (client) =>
    client.query<{ last: Date | null }>(
      'select max(updated_at) as last from import_checkpoints where import = $1',
      [id],
    ),
  )
  return rows[0]?.last ?? created_at
}

type Done = Omit<RollbackResult, 'obstacles' | 'done'>

async function undo(
  rollback: Rollback,
  affected: readonly AffectedSpace[],
  { onProgress }: RollbackSettings,
): Promise<Done> {
  const files = new RemovedFiles(rollback.payload, rollback.folder)
  const [removed, restored] = [new Counts(), new Counts()]
  const spaces: { removed: string[]; kept: { space: string; reason: string }[] } = {
    removed: [],
    kept: [],
  }
  let released = 0
  for (const space of affected) {
    const own = {
      ...rollback,
      onProgress: (done: string) => onProgress?.({ space: space.slug, done }),
    }
    released += await undoIn(own, space, files, removed, restored)
    await invalidateTenant(rollback.payload, space.id)
  }
  for (const space of affected) {
    const reason = await removeSpace(rollback, space)
    if (reason === true) spaces.removed.push(space.slug)
    else if (reason !== undefined) spaces.kept.push({ space: space.slug, reason })
  }
  return {
    removed: removed.all(),
    restored: restored.all(),
    files: files.removed,
    released,
    spaces,
  }
}

class Counts {
  private readonly counts = new Map<string, number>()

  add(name: string, count: number): void {
    if (count > 0) this.counts.set(name, (this.counts.get(name) ?? 0) + count)
  }

  all(): Record<string, number> {
    return Object.fromEntries(this.counts)
  }
}

/** They belong to pages, and would go with them uncounted. */
const versionsFirst = (collections: readonly string[]): string[] =>
  [...collections].sort((a, b) => Number(b === PAGE_VERSIONS) - Number(a === PAGE_VERSIONS))

/** First what was there is as it was, so that it does not refer to what goes; then that goes. */
async function undoIn(
  rollback: Rollback,
  { collections, id: tenant }: AffectedSpace,
  files: RemovedFiles,
  removed: Counts,
  restored: Counts,
): Promise<number> {
  const scope = scopeOfSpace({ id: tenant })
  const order = emptyingOrder(rollback.keys, versionsFirst(collections))
  await files.remove(scope)
  for (const collection of order) {
    const own = collection === 'tenants' ? importScope : scope
    restored.add(collection, await restoreRows(rollback, own, tenant, collection))
  }
  restored.add('documents', await restoreDocuments(rollback, scope, tenant))
  const released = rollback.force ? await release(rollback, scope) : 0
  for (const collection of order.filter((one) => one !== 'tenants'))
    removed.add(collection, await deleteRows({ rollback, scope, tenant, collection, files }))
  removed.add('documents', await deleteDocuments(rollback, scope, tenant))
  await deleteEntries(rollback, scope, tenant)
  await mendVersions(rollback, scope, tenant)
  return released
}
