import type { Payload } from 'payload'

import { identity, member, platform, type Scope } from '../../src/db/scope'
import { withScope } from '../../src/db/withScope'
import { withClient } from '../postgres/withClient'
import { timesOf, type Times } from './timesOf'

export const USER_SPACES = 100
export const USERS_PER_SPACE = 1_000

/** In the middle of a space in the middle. */
const WANTED = `person-${USERS_PER_SPACE / 2}@people-${USER_SPACES / 2}.test`

interface Space {
  readonly id: string
  readonly owner: string
}

/** Adds the spaces with their people, and answers the one of whom somebody is looked for. */
async function seedUsers(superuserUrl: string): Promise<Space> {
  return withClient(superuserUrl, async (client) => {
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    await client.query(
      `insert into tenants (id, name, slug) select gen_random_uuid(), 'People ' || n, 'people-' || n from generate_series(1, $1) n`,
      [USER_SPACES],
    )
    await client.query(
      `insert into users (id, tenant_id, email, first_name, last_name)
       select gen_random_uuid(), t.id, 'person-' || n || '@' || t.slug || '.test', 'Person', n::text
       from tenants t, generate_series(1, $1) n where t.slug like 'people-%'`,
      [USERS_PER_SPACE],
    )
    await client.query(
      `insert into users_tenants (_order, _parent_id, id, tenant_id, role)
       select 1, u.id, gen_random_uuid(), u.tenant_id, 'owner' from users u where u.email like '%@people-%'`,
    )
    await client.query('commit')
    await client.query('vacuum analyze users, users_tenants, tenants')
    const { rows } = await client.query<Space>(
      `select tenant_id as id, id as owner from users where email = $1`,
      [WANTED],
    )
    const [space] = rows
    if (!space) throw new Error(`There is no ${WANTED}`)
    return space
  })
}

/** How long it takes to find a person by e-mail among those of all spaces, by who looks for them. */
export async function timesOfUsers(
  payload: Payload,
  superuserUrl: string,
): Promise<ReadonlyMap<string, Times>> {
  const { id, owner } = await seedUsers(superuserUrl)
  const find = (scope: Scope, operator: 'equals' | 'like', value: string) => () =>
    withScope(scope, async () => {
      const where = { email: { [operator]: value } }
      const { docs } = await payload.find({ collection: 'users', where, limit: 10, depth: 0 })
      return docs.some(({ email }) => email === WANTED)
    })
  const ofSpace = member(owner, [{ tenant: id, role: 'owner' }])
  const questions = {
    'an owner, the whole address': find(ofSpace, 'equals', WANTED),
    'an owner, a part of it': find(ofSpace, 'like', WANTED.slice(0, WANTED.indexOf('@'))),
    'staff of the platform, the whole address': find(
      platform({ actor: 'bench', reason: 'bench' }),
      'equals',
      WANTED,
    ),
    'signing in': find(identity({ email: WANTED }, id), 'equals', WANTED),
  }
  const found = new Map<string, Times>()
  for (const [name, ask] of Object.entries(questions)) found.set(name, await timesOf(name, ask))
  return found
}
