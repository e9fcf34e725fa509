import { createHash } from 'node:crypto'

import { type ScopesTransaction } from '@/db/inScopes'

import { BatchLog } from './BatchLog'
import { bySpace } from './bySpace'
import { type ImportContext } from './ImportContext'
import { importInto } from './importInto'
import { keptDocument } from './keptDocument'
import { type Placed } from './Placed'
import { placeDocuments } from './placeDocuments'
import { type Batch } from './prepareBatches'
import { type Checkpoint, importScope, saveCheckpoint } from './runs'
import { scopeOfSpace } from './Spaces'
import { type Stage } from './Stage'
import { type Result, writeDocuments } from './writeDocuments'

/** A document that could not come in ended an import that was told so. */
export class StoppedAtReject extends Error {
  override readonly name = 'StoppedAtReject'
}

/**
 * Writes a batch: rows, the map of ids, and how far the import is, in one transaction. What a single document is refused for does not
 * touch the others. Lines of the lists that belong to no transaction are cut off when the import goes on (RunFiles.ts).
 */
export async function writeBatch(
  context: ImportContext,
  stage: Stage,
  file: string,
  batch: Batch,
  before: Checkpoint,
): Promise<Checkpoint> {
  const log = new BatchLog(structuredClone(before.tally))
  const placed = await placeDocuments(context, stage, batch, log)
  return context.transact(async (transaction) => {
    for (const group of bySpace(placed)) await writeGroup(context, stage, transaction, group, log)
    const [reject] = log.rejects
    if (context.stopOnReject && reject !== undefined) throw new StoppedAtReject(reject)
    const state: Checkpoint = {
      next: batch.next,
      done: false,
      read: before.read + batch.items.length,
      digest: digestOf(before.digest, placed),
      tally: log.tally,
      lengths: await context.files.append(log.rejects, log.notes),
    }
    await transaction.inScope(importScope, (client) =>
      saveCheckpoint(client, context.run.id, stage.name, file, state),
    )
    return state
  })
}

async function writeGroup(
  context: ImportContext,
  stage: Stage,
  transaction: ScopesTransaction,
  group: readonly Placed[],
  log: BatchLog,
): Promise<void> {
  for (const placed of group) noteMapping(placed, log)
  if (stage.target) await importInto(context, stage.target, transaction, group, log)
  else await keepDocuments(context, transaction, group, log)
}

/** What the map changed, and could not do. */
function noteMapping(placed: Placed, log: BatchLog): void {
  const { losses, mapped } = placed.document
  for (const loss of losses) log.note(placed, 'loss', loss)
  for (const problem of mapped.problems) log.note(placed, 'problem', problem)
}

async function keepDocuments(
  { run }: ImportContext,
  transaction: ScopesTransaction,
  group: readonly Placed[],
  log: BatchLog,
): Promise<void> {
  const space = group[0]?.space
  if (!space) {
    for (const placed of group) log.reject(placed, 'a tenant that no target takes')
    return
  }
  const results = await transaction.inScope(scopeOfSpace(space), (client) =>
    writeDocuments(client, group.map(keptDocument), {
      tenant: space.id,
      run: run.id,
      at: run.created_at,
    }),
  )
  for (const [index, placed] of group.entries()) tell(placed, results[index], log)
}

function tell(placed: Placed, result: Result | undefined, log: BatchLog): void {
  if (typeof result === 'string') log.outcome(placed, result)
  else log.reject(placed, result?.refused ?? 'it was not written')
}

/** One digest for all documents that were read, so that two runs can be compared. */
function digestOf(before: string, placed: readonly Placed[]): string {
  // An import that was ended behind the last document of a file goes on with nothing.
  if (placed.length === 0) return before
  const hash = createHash('sha256').update(before)
  for (const { id, document } of placed) hash.update(id).update(document.hash)
  return hash.digest('hex')
}
