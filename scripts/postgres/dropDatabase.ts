import pg from 'pg'

import { withClient } from './withClient'

/** Connected clients are disconnected. A database that does not exist is fine. */
export async function dropDatabase(superuserUrl: string, name: string): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`)
  })
}
