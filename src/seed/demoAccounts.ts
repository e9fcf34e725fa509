/** The demo's spaces and the people in them: what the seed creates, and what `npm run demo` prints. */
export type DemoTenantSlug = 'harbor' | 'foundry' | 'atelier'
export type DemoRole = 'owner' | 'editor' | 'author' | 'viewer' | 'member'

export type DemoAccount = {
  email: string
  password: string
  firstName: string
  lastName: string
  /** The realm: the tenant inside which the account exists, `null` for a global account. */
  tenant: DemoTenantSlug | null
  role: DemoRole | 'platform-admin'
  memberships: { tenant: DemoTenantSlug; role: DemoRole }[]
}

export const demoPassword = 'atrium-demo-1'

export const demoTenants: { slug: DemoTenantSlug; name: string }[] = [
  { slug: 'harbor', name: 'Harbor' },
  { slug: 'foundry', name: 'Foundry' },
  { slug: 'atelier', name: 'Atelier' },
]

export const demoAccounts: DemoAccount[] = [
  {
    email: 'admin@atrium.test',
    password: demoPassword,
    firstName: 'Ada',
    lastName: 'Okafor',
    tenant: null,
    role: 'platform-admin',
    memberships: [],
  },
  {
    email: 'agency@atrium.test',
    password: demoPassword,
    firstName: 'Jonas',
    lastName: 'Lindqvist',
    tenant: null,
    role: 'editor',
    memberships: [
      { tenant: 'harbor', role: 'editor' },
      { tenant: 'foundry', role: 'editor' },
    ],
  },
  inTenant('harbor', 'owner', 'Marta', 'Silva'),
  inTenant('harbor', 'editor', 'Theo', 'Brandt'),
  inTenant('harbor', 'author', 'Priya', 'Nair'),
  inTenant('harbor', 'viewer', 'Sam', 'Whitfield'),
  inTenant('foundry', 'owner', 'Ingrid', 'Solberg'),
  inTenant('foundry', 'editor', 'Luca', 'Ferrari'),
  inTenant('foundry', 'author', 'Amara', 'Diallo'),
  inTenant('foundry', 'viewer', 'Ewan', 'Murray'),
  inTenant('atelier', 'owner', 'Colette', 'Marchand'),
  inTenant('atelier', 'editor', 'Hana', 'Sato'),
  inTenant('atelier', 'author', 'Mateo', 'Ruiz'),
  inTenant('atelier', 'viewer', 'Nora', 'Kaplan'),
  // One e-mail, two people: accounts of a tenant are nobody else's business.
  guest('foundry', 'Robin', 'Hale', demoPassword),
  guest('atelier', 'Robin', 'Castel', 'atrium-demo-2'),
]

function inTenant(
  tenant: DemoTenantSlug,
  role: Exclude<DemoRole, 'member'>,
  firstName: string,
  lastName: string,
): DemoAccount {
  return {
    email: `${role}@${tenant}.test`,
    password: demoPassword,
    firstName,
    lastName,
    tenant,
    role,
    memberships: [{ tenant, role }],
  }
}

function guest(
  tenant: DemoTenantSlug,
  firstName: string,
  lastName: string,
  password: string,
): DemoAccount {
  return {
    email: 'guest@example.test',
    password,
    firstName,
    lastName,
    tenant,
    role: 'member',
    memberships: [{ tenant, role: 'member' }],
  }
}
