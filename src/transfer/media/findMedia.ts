import type { PoolClient } from 'pg'

export const MAX_EXPORTED = 10_000

export interface FoundMedia {
  readonly ids: readonly string[]
  /** Of all files, without their sizes. */
  readonly bytes: number
}

/** The media of a space by their names, one more than an export has at most; never what is in the trash. */
export async function findMedia(client: PoolClient, tenant: string): Promise<FoundMedia> {
  const { rows } = await client.query<{ id: string; bytes: number }>(
    `select id, coalesce(filesize, 0)::float8 as bytes from media
     where tenant_id = $1 and deleted_at is null order by filename limit $2`,
    [tenant, MAX_EXPORTED + 1],
  )
  return { ids: rows.map(({ id }) => id), bytes: rows.reduce((sum, { bytes }) => sum + bytes, 0) }
}
