import { join } from 'node:path'

import type { Payload } from 'payload'
import type { PoolClient } from 'pg'

import { inScopes, type ScopesTransaction } from '@/db/inScopes'
import { storedFiles } from '@/media/storedFiles'

import { parseMap } from '../map/parseMap'
import { copyCollections } from '../read/copyCollections'
import { type Source } from '../read/Source'
import { targets as allTargets } from '../targets'
import { type AnyTarget, isVersionTarget } from '../targets/Target'
import { fingerprintOf } from '../write/fingerprint'
import { type Transact } from '../write/ImportContext'
import { ImportError } from '../write/ImportError'
import { type Placed } from '../write/Placed'
import { tenantCollectionsOf } from '../write/runImport'
import { importScope, loadBeginnings, type Run } from '../write/runs'
import { type Stage } from '../write/Stage'
import { scopeOfSpace, Spaces } from '../write/Spaces'
import { tallyOf } from '../write/tallyOf'
import { compareCounts } from './compareCounts'
import { findClashes } from './findClashes'
import { findGone } from './findGone'
import { IdBuckets } from './IdBuckets'
import { PlacementLog } from './PlacementLog'
import { placeSource } from './placeSource'
import { RejectedPlaces } from './RejectedPlaces'
import { type Verification } from './Verification'
import { verifyDocuments } from './verifyDocuments'
import { type Verifying } from './Verifying'
import { VerifyLog } from './VerifyLog'
import { verifyRows } from './verifyRows'
import { verifyVersions } from './verifyVersions'

export interface VerifySettings {
  /** Where the lists of the import are, and this has room for ids. */
  readonly folder: string
  /** Of each list, so many are told. */
  readonly most: number
  /** Where tenants are looked up, if it is not in the source. */
  readonly lookup?: Source
  readonly targets?: readonly AnyTarget[]
  readonly batchSize?: number
  readonly onProgress?: (progress: { readonly file: string; readonly documents: number }) => void
  readonly signal?: AbortSignal
}

/** Whatever goes wrong: a comparison writes nothing. Said in each transaction of its own. */
const readOnly =
  (payload: Payload): Transact =>
  (work) =>
    inScopes(payload, async (transaction) => {
      await transaction.inScope(importScope, (client) => client.query('set transaction read only'))
      return work(transaction)
    })

/**
 * Compares an import with its source, which is read again, by the map that the import had: every document, value by value; every reference;
 * and whether there is anything that the source does not have. Memory stays as it is for an import; nothing is written to the database.
 *
 * @throws ImportError when the import has not ended, or was rolled back
 */
export async function verifyImport(
  payload: Payload,
  source: Source,
  run: Run,
  settings: VerifySettings,
): Promise<Verification> {
  if (run.status === 'running')
    throw new ImportError(
      `Import ${run.id} has not ended.`,
      'npm run import:mongo -- <path> --resume',
    )
  if (run.status === 'rolled-back')
    throw new ImportError(`Import ${run.id} was rolled back: nothing of it is here.`)
  const started = performance.now()
  const comparing = await begin(payload, source, run, settings)
  await IdBuckets.with(join(settings.folder, 'ids'), (ids) => compareAll(comparing, ids))
  const { log, sameFiles } = comparing
  return {
    version: 1,
    import: run.id,
    source: source.root,
    at: new Date().toISOString(),
    seconds: Math.round((performance.now() - started) / 100) / 10,
    sameFiles,
    ok: log.differences === 0,
    collections: log.collections(),
    differences: { count: log.differences, byKind: log.byKind, first: log.first },
    changedHere: log.changedHere.list(),
    drafts: log.drafts.list(),
    references: { count: log.references, dangling: log.dangling.list() },
    disappeared: log.disappeared.list(),
    notes: log.notes,
  }
}

interface Comparing extends Verifying {
  readonly source: Source
  readonly settings: VerifySettings
  readonly targets: readonly AnyTarget[]
  readonly transact: Transact
  readonly beginnings: ReadonlyMap<string, Date>
  readonly sameFiles: boolean
}

async function begin(
  payload: Payload,
  files: Source,
  run: Run,
  settings: VerifySettings,
): Promise<Comparing> {
  const map = parseMap(run.map, files)
  const source = copyCollections(files, map)
  const transact = readOnly(payload)
  const log = new VerifyLog(settings.most)
  const sameFiles = fingerprintOf(files) === run.fingerprint
  const rejected = sameFiles
    ? await RejectedPlaces.read(join(settings.folder, 'rejects.jsonl'))
    : undefined
  if (!sameFiles)
    log.notes.push(
      'These are other files than those that were imported: which documents were rejected cannot be told by their places.',
    )
  else if (!rejected) log.notes.push('The list of rejected documents is gone.')
  const beginnings = await loadBeginnings(payload)
  return {
    payload,
    run,
    source,
    settings,
    map,
    transact,
    log,
    rejected,
    sameFiles,
    beginnings,
    targets: settings.targets ?? allTargets,
    tenantCollections: tenantCollectionsOf(map),
    spaces: new Spaces(payload, settings.lookup ?? source, map, run.id, transact, {
      creates: false,
    }),
    isLater: (id) => (beginnings.get(id) ?? run.created_at) > run.created_at,
    files: storedFiles(),
  }
}

async function compareAll(comparing: Comparing, ids: IdBuckets): Promise<void> {
  const { files, log, map, run, settings, source, spaces, targets } = comparing
  try {
    const batches = placeSource(comparing, {
      source,
      map,
      targets,
      batchSize: settings.batchSize ?? 500,
      log: () => new PlacementLog(comparing),
      signal: settings.signal,
    })
    for await (const { file, groups, read, stage } of batches) {
      for (const group of groups) {
        for (const { id } of group) await ids.add(id)
        await compareGroup(comparing, stage, group)
      }
      settings.onProgress?.({ file, documents: read })
    }
    await findGone(ids, {
      ...comparing,
      slugOf: async (tenant) => (await spaces.ofId(tenant))?.slug ?? tenant,
      onGone: (gone, origin) => {
        if (gone === 'disappeared' || (gone === 'extra' && !comparing.sameFiles))
          log.disappeared.add({ ...origin, reason: 'is not in the source any more' })
        else
          log.differ(gone, origin, {
            expected: 'a document of the source',
            found: gone === 'extra' ? 'one that it does not have' : 'one that no import knows',
          })
      },
    })
    const singles = targets.flatMap((one) => ('single' in one && one.single ? [one.slug] : []))
    await findClashes({ ...comparing, singles })
    if (comparing.sameFiles) compareCounts(log, await tallyOf(comparing.payload, run))
    else log.notes.push('So how many there are of each collection is not compared.')
  } finally {
    files.close()
  }
}

async function compareGroup(
  comparing: Comparing,
  stage: Stage,
  group: readonly Placed[],
): Promise<void> {
  const { rejected, transact } = comparing
  const here: Placed[] = []
  for (const placed of group) {
    const { collection, place } = placed.document.item
    if (rejected?.has(collection, place))
      new PlacementLog(comparing).reject(placed, 'it was rejected')
    else here.push(placed)
  }
  const space = group[0]?.space
  if (here.length === 0) return
  await transact((transaction) =>
    transaction.inScope(space ? scopeOfSpace(space) : importScope, (client) =>
      compareWith(comparing, stage.target, transaction, client, here),
    ),
  )
}

function compareWith(
  comparing: Comparing,
  target: AnyTarget | undefined,
  transaction: ScopesTransaction,
  client: PoolClient,
  group: readonly Placed[],
): Promise<void> {
  if (!target) return verifyDocuments(comparing, client, group)
  return isVersionTarget(target)
    ? verifyVersions(comparing, target, transaction, client, group)
    : verifyRows(comparing, target, transaction, client, group)
}
