import type { Payload } from 'payload'

import { inScopes } from '@/db/inScopes'

import { type ImportMap } from '../map/ImportMap'
import { parseMap } from '../map/parseMap'
import { copyCollections } from '../read/copyCollections'
import { type Source, type SourceStream } from '../read/Source'
import { targets } from '../targets'
import { type AnyTarget } from '../targets/Target'
import { freeMemory } from './freeMemory'
import { type ImportContext, type Transact } from './ImportContext'
import { prepareBatches } from './prepareBatches'
import { RunFiles } from './RunFiles'
import {
  type Checkpoint,
  checkpointKey,
  importScope,
  loadCheckpoints,
  type Run,
  saveCheckpoint,
  startOfFile,
} from './runs'
import { Spaces } from './Spaces'
import { type Stage, stagesOf } from './Stage'
import { emptyTally, hasCreated, rejectedIn, sumTallies, type Tally } from './Tally'
import { writeBatch } from './writeBatch'
import { REFERENCES, writeWaiting } from './writeWaiting'

/** How far an import is, now and then. */
export interface ImportProgress {
  readonly stage: string
  readonly file: string
  /** Of the file. */
  readonly bytes: number
  readonly size: number
  /** Documents of the pass, in all files. */
  readonly documents: number
  readonly rejected: number
}

export interface RunSettings {
  /** Documents in a batch. */
  readonly batchSize: number
  readonly stopOnReject: boolean
  /** Where the lists of the run are. */
  readonly folder: string
  /** Where tenants are looked up, if it is elsewhere: rejected documents are without them. */
  readonly lookup?: Source
  /** Left out: all that there are. */
  readonly targets?: readonly AnyTarget[]
  /** Of a dry run: the transaction that is taken back. Left out: each batch is one. */
  readonly transact?: Transact
  readonly onProgress?: (progress: ImportProgress) => void
  /** Stops between two batches. */
  readonly signal?: AbortSignal
}

const emptyCheckpoint = (lengths: Checkpoint['lengths']): Checkpoint => ({
  next: startOfFile,
  done: false,
  read: 0,
  digest: '',
  tally: emptyTally(),
  lengths,
})

/** The longest that the lists of a run have been: they only grow. */
function lengthsOf(checkpoints: Iterable<Checkpoint>): Checkpoint['lengths'] {
  let lengths = { rejects: 0, notes: 0 }
  for (const { lengths: other } of checkpoints)
    lengths = {
      rejects: Math.max(lengths.rejects, other.rejects),
      notes: Math.max(lengths.notes, other.notes),
    }
  return lengths
}

/**
 * Brings a source in, from where the run is: pass by pass, file by file, batch by batch. Whatever ends it, going on gives the same as if it
 * had never ended.
 *
 * @returns what became of all documents
 * @throws SourceError when a file cannot be read further; what was read before is in
 */
export async function runImport(
  payload: Payload,
  files: Source,
  run: Run,
  settings: RunSettings,
): Promise<Tally> {
  const map = parseMap(run.map, files)
  const source = copyCollections(files, map)
  const transact: Transact = settings.transact ?? ((work) => inScopes(payload, work))
  const checkpoints = new Map(await loadCheckpoints(payload, run.id))
  const lists = await RunFiles.open(settings.folder, lengthsOf(checkpoints.values()))
  const context: ImportContext = {
    payload,
    run,
    map,
    transact,
    files: lists,
    spaces: new Spaces(payload, settings.lookup ?? source, map, run.id, transact),
    tenantCollections: tenantCollectionsOf(map),
    isDry: settings.transact !== undefined,
    stopOnReject: settings.stopOnReject,
  }
  const importing: Importing = {
    context,
    source,
    map,
    checkpoints,
    settings,
    targets: settings.targets ?? targets,
  }
  await freeMemory(() => importAll(importing))
  return sumTallies([...checkpoints.values()].map(({ tally }) => tally))
}

async function importAll(importing: Importing): Promise<void> {
  const { context, source, map, targets } = importing
  for (const stage of stagesOf(source, map, targets)) {
    for (const stream of stage.streams) await importStream(importing, stage, stream)
    context.spaces.forget()
  }
  await importWaiting(importing)
}

interface Importing {
  readonly context: ImportContext
  readonly source: Source
  readonly map: ImportMap
  readonly checkpoints: Map<string, Checkpoint>
  readonly settings: RunSettings
  readonly targets: readonly AnyTarget[]
}

/** Source collections of which each document is a tenant. */
export const tenantCollectionsOf = ({ collections }: ImportMap): ReadonlySet<string> =>
  new Set(
    Object.entries(collections).flatMap(([name, { to, tenant }]) =>
      to === 'tenants' && tenant?.self ? [name.slice(name.indexOf('/') + 1)] : [],
    ),
  )

async function importStream(
  { context, map, checkpoints, settings }: Importing,
  stage: Stage,
  stream: SourceStream,
): Promise<void> {
  const key = checkpointKey(stage.name, stream.file)
  let state = checkpoints.get(key) ?? emptyCheckpoint(lengthsOf(checkpoints.values()))
  if (state.done) return
  let bytes = state.next.offset
  const batches = prepareBatches(stream, stage, map, {
    from: state.next,
    size: settings.batchSize,
    onBytes: (taken) => {
      bytes = taken
    },
  })
  // While a batch is written, the next one is read and mapped.
  let writing = Promise.resolve(state)
  const settle = async (): Promise<void> => {
    state = await writing
    checkpoints.set(key, state)
    settings.onProgress?.({
      stage: stage.name,
      file: stream.file,
      bytes,
      size: stream.size,
      documents: state.read,
      rejected: rejectedIn(state.tally),
    })
  }
  for await (const batch of batches) {
    await settle()
    settings.signal?.throwIfAborted()
    const before = state
    writing = writeBatch(context, stage, stream.file, batch, before)
    // Awaited at the next batch; until then it is no unhandled rejection.
    writing.catch(() => {})
  }
  await settle()
  state = { ...state, done: true }
  checkpoints.set(key, state)
  await save(context, stage.name, stream.file, state)
}

const save = (
  { transact, run }: ImportContext,
  stage: string,
  file: string,
  state: Checkpoint,
): Promise<void> =>
  transact(({ inScope }) =>
    inScope(importScope, (client) => saveCheckpoint(client, run.id, stage, file, state)),
  )

async function importWaiting({
  context,
  source,
  map,
  checkpoints,
  settings,
  targets,
}: Importing): Promise<void> {
  const key = checkpointKey(REFERENCES, '')
  const before = checkpoints.get(key) ?? emptyCheckpoint(lengthsOf(checkpoints.values()))
  if (before.done) return
  const onProgress = (documents: number): void =>
    settings.onProgress?.({
      stage: REFERENCES,
      file: '',
      bytes: 0,
      size: 0,
      documents,
      rejected: 0,
    })
  const hasNews = [...checkpoints.values()].some(({ tally }) => hasCreated(tally))
  const waiting = { context, source, map, targets, hasNews, onProgress }
  const after = await writeWaiting(waiting, before)
  const state = { ...after, done: true }
  checkpoints.set(key, state)
  await save(context, REFERENCES, '', state)
}
