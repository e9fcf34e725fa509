import { type Connected } from '@/db/poolOf'
import { withScopeClient } from '@/db/withScopeClient'

import { openSource } from '../read/openSource'
import { openRejects } from '../read/openRejects'
import { type SourceStream } from '../read/Source'
import { isImporting } from '../write/lockImports'
import { importScope, loadRuns, type Run } from '../write/runs'
import { OUTCOMES, rejectedIn, type Tally } from '../write/Tally'
import { tallyOf } from '../write/tallyOf'

export interface FileStatus {
  readonly stage: string
  readonly file: string
  readonly isDone: boolean
  readonly documents: number
  /** From 0 to 1; undefined where it cannot be known. */
  readonly share: number | undefined
  readonly perSecond: number | undefined
}

export interface RunStatus {
  readonly run: Run
  readonly seconds: number
  readonly documents: number
  readonly rejected: number
  /** Of one that has not ended: how far it is. */
  readonly files: readonly FileStatus[]
}

export interface ImportsStatus {
  /** Whether an import is at work now. */
  readonly isAtWork: boolean
  /** The last first. */
  readonly runs: readonly RunStatus[]
}

/** Which imports there were, and how far the one is that has not ended. */
export async function loadStatus(
  connected: Connected,
  { limit = 20 } = {},
): Promise<ImportsStatus> {
  const isAtWork = await isImporting(connected)
  const runs: RunStatus[] = []
  for (const run of await loadRuns(connected, { limit })) runs.push(await statusOf(connected, run))
  return { isAtWork, runs }
}

async function statusOf(connected: Connected, run: Run): Promise<RunStatus> {
  const tally = await tallyOf(connected, run)
  const files = run.status === 'running' ? await filesOf(connected, run) : []
  const last = run.finished_at ?? new Date()
  return {
    run,
    files,
    seconds: (last.getTime() - run.created_at.getTime()) / 1000,
    documents: documentsIn(tally),
    rejected: rejectedIn(tally),
  }
}

/** How many documents of the source came to an end. */
export const documentsIn = ({ outcomes }: Tally): number =>
  Object.values(outcomes)
    .flatMap((tenants) => Object.values(tenants))
    .reduce((sum, counts) => sum + OUTCOMES.reduce((all, one) => all + (counts[one] ?? 0), 0), 0)

interface CheckpointRow {
  readonly stage: string
  readonly file: string
  readonly offset: string
  readonly read: string
  readonly done: boolean
  readonly seconds: number
}

async function filesOf(connected: Connected, run: Run): Promise<FileStatus[]> {
  const streams = await streamsOf(run)
  const { rows } = await withScopeClient(connected, importScope, (client) =>
    client.query<CheckpointRow>(
      `select stage, file, state #>> '{next,offset}' as offset, state ->> 'read' as read, (state ->> 'done')::boolean as done,
         extract(epoch from updated_at - created_at)::float as seconds
       from import_checkpoints where import = $1 order by created_at, stage, file`,
      [run.id],
    ),
  )
  return rows.map(({ done, file, offset, read, seconds, stage }) => {
    const stream = streams.find((one) => one.file === file)
    const documents = Number(read)
    return {
      stage,
      file,
      isDone: done,
      documents,
      share: done ? 1 : shareOf(stream, Number(offset)),
      perSecond: seconds > 0.5 ? documents / seconds : undefined,
    }
  })
}

/** Places in a compressed file are counted in what was compressed. */
const shareOf = (stream: SourceStream | undefined, offset: number): number | undefined =>
  !stream || stream.gzip || stream.size === 0 ? undefined : Math.min(1, offset / stream.size)

async function streamsOf({ options }: Run): Promise<readonly SourceStream[]> {
  try {
    const open = options.rejectsOf === undefined ? openSource : openRejects
    return (await open(options.path)).streams
  } catch {
    // The files are elsewhere, or on another machine.
    return []
  }
}
