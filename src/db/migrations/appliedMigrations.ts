import type { ClientBase } from 'pg'

export interface AppliedMigration {
  readonly name: string
  readonly checksum: string | null
  readonly batch: number
}

/** What this database has, oldest first. */
export async function appliedMigrations(client: ClientBase): Promise<AppliedMigration[]> {
  const exists = await client.query("select to_regclass('payload_migrations') is not null as found")
  if (!exists.rows[0]?.found) return []
  // Forced row-level security shows the owner nothing: the platform role reads the list.
  await client.query('begin')
  try {
    await client.query("select set_config('role', 'atrium_platform', true)")
    const { rows } = await client.query<{ name: string; checksum: string | null; batch: string }>(
      'select name, checksum, batch from payload_migrations order by name',
    )
    return rows.map(({ name, checksum, batch }) => ({ name, checksum, batch: Number(batch) }))
  } finally {
    await client.query('rollback')
  }
}
