import type { Payload } from 'payload'
import type { Pool } from 'pg'

import { migrationNames } from '@/migrations'

import { poolOf } from './poolOf'
import { beginInScope, platform } from './scope'

/** The database's part of the health: it answers, it has every migration, its policies are in force. */
export function checkDatabase(payload: Payload): [name: string, run: () => Promise<string>][] {
  return [
    [
      'database',
      async () => {
        await poolOf(payload).query('select 1')
        return 'answers'
      },
    ],
    ['migrations', () => checkMigrations(poolOf(payload))],
    ['policies', () => checkPolicies(poolOf(payload))],
  ]
}

async function checkMigrations(pool: Pool): Promise<string> {
  const client = await pool.connect()
  try {
    await client.query(beginInScope(platform({ actor: 'system', reason: 'health' })))
    const { rows } = await client.query<{ name: string }>('select name from payload_migrations')
    const applied = new Set(rows.map(({ name }) => name))
    const missing = migrationNames.filter((name) => !applied.has(name))
    if (missing.length > 0)
      throw new Error(`missing: ${missing.join(', ')}; run npm run db:migrate`)
    return `${migrationNames.length} applied`
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** The quick part of the catalog suite: every table that a scope can reach has its policies enabled and forced. */
async function checkPolicies(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ relname: string }>(`
    select c.relname from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and not (c.relrowsecurity and c.relforcerowsecurity)
      and (has_table_privilege('atrium_tenant', c.oid, 'select') or has_table_privilege('atrium_identity', c.oid, 'select')
        or has_table_privilege('atrium_platform', c.oid, 'select'))`)
  if (rows.length > 0)
    throw new Error(`not protected: ${rows.map(({ relname }) => relname).join(', ')}`)
  return 'in force'
}
