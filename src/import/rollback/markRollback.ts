import type { Payload } from 'payload'
import { z } from 'zod'

import { withScopeClient } from '@/db/withScopeClient'

import { importScope, type Run } from '../write/runs'
import { tallyOf } from '../write/tallyOf'

const rollbackSchema = z.object({
  began: z.string(),
  force: z.boolean(),
  ended: z.string().optional(),
})

/** What the report of an import says of its roll back. */
export type RollbackMark = z.infer<typeof rollbackSchema>

export function rollbackOf({ report }: Pick<Run, 'report'>): RollbackMark | undefined {
  return z.object({ rollback: rollbackSchema }).safeParse(report).data?.rollback
}

/**
 * Notes that an import is being rolled back, before anything of it is gone: nobody goes on with it then. And again when it is done, with what it
 * was.
 */
export async function markRollback(
  payload: Payload,
  run: Run,
  rollback: RollbackMark & Readonly<Record<string, unknown>>,
): Promise<void> {
  const tally = await tallyOf(payload, run)
  await withScopeClient(payload, importScope, async (client) => {
    await client.query(
      `update imports set status = 'rolled-back', finished_at = coalesce(finished_at, now()),
         report = jsonb_build_object('tally', $2::jsonb) || coalesce(report, '{}') || jsonb_build_object('rollback', $3::jsonb)
       where id = $1`,
      [run.id, JSON.stringify(tally), JSON.stringify(rollback)],
    )
    if (rollback.ended === undefined) return
    await client.query('delete from import_checkpoints where import = $1', [run.id])
    // What one and the same import had written twice.
    await client.query('delete from import_changes where import = $1', [run.id])
  })
}
