import pg from 'pg'

import { withClient } from './withClient'

/**
 * A copy of `template`, for a test file of its own. Nobody may be connected to the template. What is
 * granted on a database (not inside it) is not copied, so that is said again.
 */
export async function cloneDatabase(
  superuserUrl: string,
  template: string,
  name: string,
): Promise<void> {
  const [source, copy] = [pg.escapeIdentifier(template), pg.escapeIdentifier(name)]
  await withClient(superuserUrl, async (client) => {
    await client.query(`create database ${copy} template ${source} owner atrium_owner`)
    await client.query(`revoke all on database ${copy} from public`)
    await client.query(`grant connect on database ${copy} to atrium_app`)
  })
}
