import { randomUUID } from 'node:crypto'

import { asTenant } from './sqlActors'
import type { PlantedTenant } from './plantTenant'

/** What Payload keeps for a person: a lock, a preference, and the rows that hang from them; made in that person's scope. */
export function plantPersonalRows({
  id,
  userId,
}: PlantedTenant): Promise<{ lock: string; preference: string }> {
  const [lock, preference] = [randomUUID(), randomUUID()]
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
