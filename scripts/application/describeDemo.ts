import { demoAccounts, demoTenants, type DemoAccount } from '../../src/seed/demoAccounts'

/** Addresses and sign-ins, for the terminal. */
export function describeDemo(port: number): string {
  const addresses = [
    { name: 'Platform', address: `http://localhost:${port}` },
    ...demoTenants.map(({ slug, name }) => ({ name, address: `http://${slug}.localhost:${port}` })),
  ]
  return [
    '',
    'Atrium is running.',
    '',
    '  Addresses',
    ...addresses.map(({ name, address }) => {
      return `    ${name.padEnd(10)}${address.padEnd(32)}${address}/admin`
    }),
    '',
    '  Sign-ins',
    ...demoAccounts.map(describeAccount),
    '',
    '  Ctrl-C stops everything. `npm run demo -- --reset` starts over.',
    '',
  ].join('\n')
}

function describeAccount({ email, password, tenant, role, memberships }: DemoAccount): string {
  const places = memberships.map((membership) => membership.tenant).join(' and ')
  const who = role === 'platform-admin' ? 'platform-admin, at Platform' : `${role} of ${places}`
  const note = tenant === null && places !== '' ? ', at both and at Platform' : ''
  return `    ${email.padEnd(24)}${password.padEnd(17)}${who}${note}`
}
