import { demoAccounts, type DemoAccount } from '@/seed/demoAccounts'

/**
 * Who of the demo can sign in to the admin at an address: a space's own people, then the agencies that work for it; at the
 * platform's, the accounts that live in no space.
 */
export const demoAccountsAt = (space: string | undefined): DemoAccount[] =>
  demoAccounts
    .filter(({ role }) => role !== 'member')
    .filter(({ tenant, memberships }) =>
      space === undefined ? tenant === null : memberships.some((one) => one.tenant === space),
    )
    .sort((one, other) => Number(one.tenant === null) - Number(other.tenant === null))
