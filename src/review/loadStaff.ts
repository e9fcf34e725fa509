import type { PayloadRequest } from 'payload'

import { personName } from '@/access/personName'
import { idOf } from '@/access/rules'
import type { Role } from '@/db/scope'
import type { User } from '@/payload-types'

/** Active people with one of the roles in a space, as far as the caller sees accounts there. */
export async function loadStaff(
  req: PayloadRequest,
  tenant: string,
  roles: readonly Role[],
): Promise<User[]> {
  const { docs } = await req.payload.db.find<User>({
    collection: 'users',
    // A space may have thousands of members, who sign in on its site only: they are not even loaded.
    where: {
      and: [{ 'tenants.tenant': { equals: tenant } }, { 'tenants.role': { in: [...roles] } }],
    },
    limit: 0,
    pagination: false,
    req,
  })
  return docs.filter(
    ({ isActive, tenants }) =>
      isActive !== false &&
      tenants?.some((row) => idOf(row.tenant) === tenant && roles.includes(row.role)),
  )
}

/** What somebody is called whose account is at hand. */
export const nameOf = (user: Pick<User, 'firstName' | 'lastName' | 'email'>): string =>
  personName(user) ?? user.email
