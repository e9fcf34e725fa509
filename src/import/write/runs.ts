import { randomUUID } from 'node:crypto'

import type { PoolClient } from 'pg'
import { z } from 'zod'

import { type Connected } from '@/db/poolOf'
import { platform, type Scope } from '@/db/scope'
import { withScopeClient } from '@/db/withScopeClient'

import { type SourceCheckpoint } from '../read/Source'
import { tallySchema } from './Tally'

export const importScope: Scope = platform({ actor: 'system', reason: 'import from MongoDB' })

export const optionsSchema = z.object({
  path: z.string(),
  tenant: z.string().optional(),
  files: z.string().optional(),
  overwriteEdited: z.boolean().default(false),
  /** The path is that of a reject file: of which import. */
  rejectsOf: z.string().optional(),
})

/** What an import was asked to do, kept so that it goes on in the same way. */
export type RunOptions = z.infer<typeof optionsSchema>

const runSchema = z.object({
  id: z.string(),
  source: z.string(),
  status: z.enum(['running', 'done', 'rolled-back']),
  fingerprint: z.string(),
  map: z.string(),
  options: optionsSchema,
  report: z.unknown(),
  created_at: z.date(),
  finished_at: z.date().nullable(),
})

export type Run = z.infer<typeof runSchema>

const COLUMNS = `id, source, status::text, fingerprint, map, options, report, created_at, finished_at`

const checkpointSchema = z.object({
  next: z.object({ offset: z.number(), number: z.number(), part: z.number() }),
  done: z.boolean(),
  /** Documents and bytes that were read. */
  read: z.number(),
  lengths: z.object({ rejects: z.number(), notes: z.number() }),
  /** Of the ids and hashes of all documents up to there, in their order. */
  digest: z.string(),
  tally: tallySchema,
})

export type Checkpoint = z.infer<typeof checkpointSchema>

export const startOfFile: SourceCheckpoint = { offset: 0, number: 0, part: 0 }

/** One import of them all, or those that meet a condition, the last first. */
export function loadRuns(
  connected: Connected,
  { id, limit = 100 }: { readonly id?: string; readonly limit?: number } = {},
): Promise<Run[]> {
  return withScopeClient(connected, importScope, async (client) => {
    const { rows } = await client.query(
      `select ${COLUMNS} from imports where $1::text is null or id::text like $1 || '%'
       order by created_at desc, id desc limit $2`,
      [id ?? null, limit],
    )
    return z.array(runSchema).parse(rows)
  })
}

/** When each import began: the later one has the last word on what both wrote. */
export function loadBeginnings(connected: Connected): Promise<ReadonlyMap<string, Date>> {
  return withScopeClient(connected, importScope, async (client) => {
    const { rows } = await client.query<{ id: string; created_at: Date }>(
      'select id, created_at from imports',
    )
    return new Map(rows.map((row) => [row.id, row.created_at]))
  })
}

/** Notes that an import begins. */
export function createRun(
  connected: Connected,
  run: Pick<Run, 'source' | 'fingerprint' | 'map' | 'options'>,
): Promise<Run> {
  return withScopeClient(connected, importScope, async (client) => {
    const { rows } = await client.query(
      `insert into imports (id, source, status, fingerprint, map, options)
       values ($1, $2, 'running', $3, $4, $5) returning ${COLUMNS}`,
      [randomUUID(), run.source, run.fingerprint, run.map, JSON.stringify(run.options)],
    )
    return runSchema.parse(rows[0])
  })
}

/** Notes how an import ended, with its report. */
export function endRun(
  connected: Connected,
  id: string,
  status: Run['status'],
  report: unknown,
): Promise<void> {
  return withScopeClient(connected, importScope, async (client) => {
    await client.query(
      `update imports set status = $2, finished_at = now(), report = coalesce($3, report) where id = $1`,
      [id, status, report === undefined ? null : JSON.stringify(report)],
    )
  })
}

/** How far an import is, by pass and file. */
export function loadCheckpoints(
  connected: Connected,
  run: string,
): Promise<ReadonlyMap<string, Checkpoint>> {
  return withScopeClient(connected, importScope, async (client) => {
    const { rows } = await client.query<{ stage: string; file: string; state: unknown }>(
      `select stage, file, state from import_checkpoints where import = $1`,
      [run],
    )
    return new Map(
      rows.map(({ stage, file, state }) => [
        checkpointKey(stage, file),
        checkpointSchema.parse(state),
      ]),
    )
  })
}

export const checkpointKey = (stage: string, file: string): string => JSON.stringify([stage, file])

/** Notes how far an import is, in the transaction that wrote it, which has to be in {@link importScope}. */
export async function saveCheckpoint(
  client: PoolClient,
  run: string,
  stage: string,
  file: string,
  state: Checkpoint,
): Promise<void> {
  const { rowCount } = await client.query(
    `update import_checkpoints set state = $4 where import = $1 and stage = $2 and file = $3`,
    [run, stage, file, JSON.stringify(state)],
  )
  if (rowCount === 0)
    await client.query(
      `insert into import_checkpoints (id, import, stage, file, state) values ($5, $1, $2, $3, $4)`,
      [run, stage, file, JSON.stringify(state), randomUUID()],
    )
}
