import { randomUUID } from 'node:crypto'

import { plantRows, type PlantedRows } from './plantRows'
import { asPlatform } from './sqlActors'
import { uniqueName } from './uniqueName'

export interface PlantedTenant {
  readonly id: string
  /** An account that lives in the tenant, and has a role there. */
  readonly userId: string
  /** The id of one row in each tenant table. */
  readonly rows: PlantedRows
}

/** A tenant with one account and one row in each of `tables`, written by SQL: costs milliseconds, and needs no Payload. */
export async function plantTenant(tables: readonly string[]): Promise<PlantedTenant> {
  const [id, userId] = [randomUUID(), randomUUID()]
  await asPlatform()(async (client) => {
    const slug = uniqueName('space')
    await client.query('insert into tenants (id, name, slug) values ($1, $2, $2)', [id, slug])
    await client.query('insert into users (id, email, tenant_id) values ($1, $2, $3)', [
      userId,
      `${uniqueName('person')}@example.test`,
      id,
    ])
    await client.query(
      `insert into users_tenants (_order, _parent_id, id, tenant_id, role) values (1, $1, $2, $3, 'editor')`,
      [userId, randomUUID(), id],
    )
    await client.query(
      `insert into users_sessions (_order, _parent_id, id, expires_at) values (1, $1, $2, now() + interval '1 hour')`,
      [userId, randomUUID()],
    )
  })
  const rows = await plantRows(tables, id, { tenants: id, users: userId })
  // One row in each: not what triggers have written because of the others.
  for (const table of tables)
    await asPlatform().changes(`delete from "${table}" where tenant_id = $1 and id::text <> $2`, [
      id,
      rows.get(table),
    ])
  return { id, userId, rows }
}
