import type { PoolClient } from 'pg'

export const MAX_EXPORTED = 10_000

/** The media of a space by their names, one more than an export has at most; never what is in the trash. */
export async function findMedia(client: PoolClient, tenant: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select id from media where tenant_id = $1 and deleted_at is null order by filename limit $2`,
    [tenant, MAX_EXPORTED + 1],
  )
  return rows.map(({ id }) => id)
}
