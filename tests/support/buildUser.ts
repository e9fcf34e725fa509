import type { Role } from '@/db/scope'
import type { Tenant, User } from '@/payload-types'

import { asPlatform, asStaffIn } from './actors'
import { uniqueName } from './uniqueName'
import { testPayload } from './usePayload'

export const TEST_PASSWORD = 'a-password-of-tests'

export interface UserOverrides {
  /** The space in which the account lives, and has `role`. Without it the account is global. */
  readonly tenant?: Pick<Tenant, 'id'>
  readonly role?: Role
  /** Roles of a global account. */
  readonly memberships?: readonly { tenant: Pick<Tenant, 'id'>; role: Role }[]
  readonly email?: string
  readonly isActive?: boolean
  readonly platformRole?: 'platform-admin'
}

/** An account that can sign in. Costs a third of a second for its password: make few, and share them in a file. */
export function buildUser({
  tenant,
  role = 'editor',
  memberships = [],
  ...data
}: UserOverrides = {}): Promise<User> {
  const roles = tenant ? [{ tenant, role }] : memberships
  // Payload looks for the e-mail among all accounts in scope: whoever makes one for a space does it inside of the space.
  return (tenant ? asStaffIn(tenant) : asPlatform())(() =>
    testPayload().create({
      collection: 'users',
      depth: 0,
      disableVerificationEmail: true,
      data: {
        email: `${uniqueName('person')}@example.test`,
        password: TEST_PASSWORD,
        _verified: true,
        tenant: tenant?.id,
        tenants: roles.map((row) => ({ tenant: row.tenant.id, role: row.role })),
        ...data,
      },
    }),
  )
}
