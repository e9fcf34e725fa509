import type { Payload } from 'payload'

import { member } from '@/db/scope'
import { withScope } from '@/db/withScope'
import type { User } from '@/payload-types'

import { asSystem } from './asSystem'
import { demoAccounts, type DemoAccount } from './demoAccounts'
import type { Report } from './report'
import { idIn, type TenantIds } from './seedTenants'

/** An e-mail address alone names nobody: the same one can be a different person in each space. */
const keyOf = (email: string, tenant: string | null) => `${email} ${tenant ?? 'global'}`

const idOf = (tenant: User['tenant']) =>
  typeof tenant === 'object' ? (tenant?.id ?? null) : (tenant ?? null)

/** The demo's sign-ins. One after the other: each password costs 600,000 rounds. */
export async function seedAccounts(
  payload: Payload,
  tenants: TenantIds,
  report: Report,
): Promise<User[]> {
  const tenantOf = ({ tenant }: DemoAccount) => (tenant === null ? null : idIn(tenants, tenant))
  const { docs } = await payload.find({
    ...asSystem,
    collection: 'users',
    where: { email: { in: demoAccounts.map(({ email }) => email) } },
    pagination: false,
  })
  const known = new Map(docs.map((user) => [keyOf(user.email, idOf(user.tenant)), user]))
  const users: User[] = []
  let made = 0
  // Global accounts come first: an account inside a space is made in the name of one of them.
  for (const account of [...demoAccounts].sort(globalFirst)) {
    const tenant = tenantOf(account)
    const user = known.get(keyOf(account.email, tenant))
    if (user) {
      users.push(user)
      continue
    }
    const create = () => createAccount(payload, account, tenants)
    const [staff] = users
    // Payload refuses an e-mail that it sees anywhere, so it must see the account's own space only.
    const scoped = tenant && staff && staffOf(staff, tenant)
    users.push(await (scoped ? withScope(scoped, create) : create()))
    made++
  }
  if (made > 0) report(`accounts: ${made}`)
  return users
}

const globalFirst = (a: DemoAccount, b: DemoAccount) =>
  Number(a.tenant !== null) - Number(b.tenant !== null)

const staffOf = (user: User, tenant: string) =>
  member(user.id, [{ tenant, role: 'owner' }], { staff: true })

const createAccount = (payload: Payload, account: DemoAccount, tenants: TenantIds): Promise<User> =>
  payload.create({
    ...asSystem,
    collection: 'users',
    disableVerificationEmail: true,
    data: {
      email: account.email,
      password: account.password,
      firstName: account.firstName,
      lastName: account.lastName,
      isActive: true,
      _verified: true,
      tenant: account.tenant && idIn(tenants, account.tenant),
      platformRole: account.role === 'platform-admin' ? 'platform-admin' : undefined,
      tenants: account.memberships.map(({ tenant, role }) => ({
        tenant: idIn(tenants, tenant),
        role,
      })),
    },
  })
