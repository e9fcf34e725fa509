import { randomUUID } from 'node:crypto'

import { asPlatform, asTenant } from './sqlActors'
import type { PlantedTenant } from './plantTenant'

/** What Payload keeps for a person: a lock, a preference, a job, and the rows that hang from them. */
export async function plantPersonalRows({
  id,
  userId,
}: PlantedTenant): Promise<{ lock: string; preference: string }> {
  const [lock, preference, job] = [randomUUID(), randomUUID(), randomUUID()]
  // What the runner notes of a job, the space only reads.
  await asPlatform()(async (client) => {
    await client.query(
      `insert into payload_jobs (id, task_slug, tenant_id, created_by_id) values ($1, 'planted', $2, $3)`,
      [job, id, userId],
    )
    await client.query(
      `insert into payload_jobs_log (id, _order, _parent_id, executed_at, completed_at, task_slug, task_i_d, state)
       values ($1, 1, $2, now(), now(), 'planted', '1', 'succeeded')`,
      [randomUUID(), job],
    )
  })
  return asTenant(
    id,
    userId,
  )(async (client) => {
    await client.query('insert into payload_locked_documents (id) values ($1)', [lock])
    await client.query(`insert into payload_preferences (id, key) values ($1, 'planted')`, [
      preference,
    ])
    await client.query(
      `insert into payload_locked_documents_rels (parent_id, path, users_id) values ($1, 'user', $2)`,
      [lock, userId],
    )
    await client.query(
      `insert into payload_preferences_rels (parent_id, path, users_id) values ($1, 'user', $2)`,
      [preference, userId],
    )
    return { lock, preference }
  })
}
