import type { Payload } from 'payload'
import type { PoolClient } from 'pg'

import type { CsvRow } from '@/csv/readCsv'
import { readInScope } from '@/db/readInScope'
import type { Scope } from '@/db/scope'
import { writeInScope } from '@/db/writeInScope'
import { AtriumError } from '@/errors'
import { invalidateTenant } from '@/tenancy/invalidateTenant'

import { hostsOf } from './hostsOf'
import { loadSpaceState } from './loadSpaceState'
import { planImport, type Column, type ImportPlan, type Rejected } from './planImport'

export interface ImportRequest {
  readonly tenant: string
  readonly rows: readonly CsvRow<Column>[]
  /** Only says what would happen. */
  readonly dryRun: boolean
  /** `all`: nothing is imported while a row is rejected; `valid`: the other rows are. */
  readonly mode: 'all' | 'valid'
  readonly userId: string | null
}

export interface ImportResult {
  readonly imported: boolean
  readonly created: number
  readonly changed: number
  readonly unchanged: number
  readonly rejected: readonly Rejected[]
}

const summarize = (plan: ImportPlan, imported: boolean): ImportResult => ({
  imported,
  created: plan.created.length,
  changed: plan.changed.length,
  unchanged: plan.unchanged,
  rejected: plan.rejected,
})

/**
 * Imports redirects into a space in one transaction: all of them or, when asked to, those that are right.
 *
 * @throws AtriumError VALIDATION_FAILED with the rejected rows, when all were asked for.
 */
export async function importRedirects(
  payload: Payload,
  scope: Scope,
  { tenant, rows, dryRun, mode, userId }: ImportRequest,
): Promise<ImportResult> {
  const hosts = await hostsOf(payload, tenant)
  const plan = async (client: PoolClient) =>
    planImport(rows, await loadSpaceState(client, tenant, hosts))
  if (dryRun) return summarize(await readInScope(payload, scope, plan), false)
  const result = await writeInScope(payload, scope, 'redirects', async (client) => {
    const planned = await plan(client)
    if (mode === 'all' && planned.rejected.length > 0) {
      throw new AtriumError('VALIDATION_FAILED', {
        message: 'Some rows are not valid, so nothing was imported.',
        details: summarize(planned, false),
      })
    }
    await store(client, tenant, userId, planned)
    return summarize(planned, true)
  })
  await invalidateTenant(payload, tenant)
  return result
}

/** One statement, so that the rows are judged by what all of them leave behind. */
async function store(
  client: PoolClient,
  tenant: string,
  userId: string | null,
  { created, changed }: ImportPlan,
): Promise<void> {
  // Ten thousand rows, each of them checked, take longer on a busy machine than any other statement may.
  await client.query(`select set_config('statement_timeout', '180000', true)`)
  await client.query(
    `insert into redirects as known (id, tenant_id, "from", to_type, to_reference_id, to_url, type, origin, created_by_id)
     select gen_random_uuid(), $1, r."from", (case when r.url is null then 'reference' else 'custom' end)::enum_redirects_to_type,
       r.reference, r.url, r.type::enum_redirects_type, 'import', $3
     from jsonb_to_recordset($2) as r("from" text, reference uuid, url text, type text)
     on conflict (tenant_id, "from") do update set to_type = excluded.to_type, to_reference_id = excluded.to_reference_id,
       to_url = excluded.to_url, type = excluded.type, origin = excluded.origin`,
    [tenant, JSON.stringify([...created, ...changed]), userId],
  )
}
