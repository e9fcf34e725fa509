import type { BeforeListTableServerProps } from 'payload'

import { OWNERS, tenantsWithRole } from '@/access/rules'
import { loadTenantSummaries } from '@/tenancy/resolveTenant'

import { InviteFields } from './invite/InviteFields'
import { loadRequestContext } from './requestContext'
import { selectedTenant } from './selectedTenant'

/** Above the list of people, for those who may invite: owners, in their own spaces. */
export const InviteForm = async ({ payload, searchParams }: BeforeListTableServerProps) => {
  const context = await loadRequestContext(payload)
  if (!context?.user) return null
  const { scope } = context
  const owned = tenantsWithRole(scope, OWNERS)
  const selected = await selectedTenant()
  // Platform staff choose a space first: there are too many to offer.
  const tenants = scope.kind === 'platform' && selected !== undefined ? [selected] : owned
  const spaces = await loadTenantSummaries(payload, tenants)
  const choices = spaces
    .filter(({ status }) => status === 'active')
    .map(({ id, name }) => ({ id, name }))
  if (choices.length === 0) return null
  return (
    <InviteFields
      spaces={choices}
      selected={choices.find(({ id }) => id === selected)?.id ?? choices[0]?.id ?? ''}
      open={searchParams?.invite !== undefined}
    />
  )
}
