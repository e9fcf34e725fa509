import { pbkdf2Sync, randomBytes, randomUUID } from 'node:crypto'

import type { Client } from 'pg'

import type { Role } from '../../src/db/scope'

export const HTTP_PASSWORD = 'a-password-of-tests'

/** One for all: 600,000 rounds for each would be most of the time that the set-up takes. */
const salt = randomBytes(32).toString('hex')
const hash = `pbkdf2-sha256-v1:${pbkdf2Sync(HTTP_PASSWORD, salt, 600_000, 32, 'sha256').toString('hex')}`

export interface PlantedPerson {
  readonly email: string
  /** The space in which the account lives. Without it the account is global. */
  readonly tenant?: string
  readonly memberships: readonly { tenant: string; role: Role }[]
  readonly platformRole?: 'platform-admin'
  /** The bcrypt hash of another system, instead of a password. */
  readonly importedHash?: string
}

/** Plants an account that can sign in with {@link HTTP_PASSWORD}; as the superuser. @returns its id. */
export async function plantPerson(
  client: Pick<Client, 'query'>,
  person: PlantedPerson,
): Promise<string> {
  const id = randomUUID()
  await client.query(
    `insert into users (id, email, tenant_id, platform_role, salt, hash, imported_hash, _verified, is_active)
     values ($1, $2, $3, $4, $5, $6, $7, true, true)`,
    [
      id,
      person.email,
      person.tenant ?? null,
      person.platformRole ?? null,
      ...(person.importedHash === undefined ? [salt, hash] : [null, null]),
      person.importedHash ?? null,
    ],
  )
  for (const [index, { tenant, role }] of person.memberships.entries()) {
    await client.query(
      'insert into users_tenants (_order, _parent_id, id, tenant_id, role) values ($1, $2, $3, $4, $5)',
      [index + 1, id, randomUUID().replaceAll('-', '').slice(0, 24), tenant, role],
    )
  }
  return id
}
