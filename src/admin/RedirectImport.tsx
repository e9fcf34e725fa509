import type { BeforeListTableServerProps } from 'payload'

import { EDITORS, tenantsWithRole } from '@/access/rules'

import { ImportFields } from './redirects/ImportFields'
import { loadRequestContext } from './requestContext'
import { selectedTenant } from './selectedTenant'

/** Above the list of redirects: saving them as a file, and for those who may write them, reading them from one. */
export const RedirectImport = async ({ payload }: BeforeListTableServerProps) => {
  const context = await loadRequestContext(payload)
  if (!context?.user) return null
  const { scope } = context
  const selected = await selectedTenant()
  const tenants = scope.kind === 'member' ? scope.memberships.map(({ tenant }) => tenant) : []
  const tenant =
    scope.kind === 'platform'
      ? selected
      : (tenants.find((one) => one === selected) ?? (tenants.length === 1 ? tenants[0] : undefined))
  // A file belongs to one space: whoever has several chooses it first.
  if (tenant === undefined) return null
  const mayImport =
    scope.kind === 'platform' ||
    (scope.kind === 'member' && scope.staff) ||
    tenantsWithRole(scope, EDITORS).includes(tenant)
  return <ImportFields tenant={tenant} mayImport={mayImport} />
}
