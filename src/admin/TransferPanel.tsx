import type { BeforeListTableServerProps } from 'payload'

import { EDITORS, isStaff, STAFF_ROLES, tenantsWithRole } from '@/access/rules'

import { ImportFields } from './transfer/ImportFields'
import { isTransferSlug } from './transfer/transferKinds'
import { loadRequestContext } from './requestContext'
import { selectedTenant } from './selectedTenant'

/** Above a list: saving it as a file, and for those who may write all of it, reading it from one. */
export const TransferPanel = async ({ collectionSlug, payload }: BeforeListTableServerProps) => {
  if (!isTransferSlug(collectionSlug)) return null
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
  const staff = isStaff(scope)
  if (!staff && !tenantsWithRole(scope, STAFF_ROLES).includes(tenant)) return null
  const mayImport = staff || tenantsWithRole(scope, EDITORS).includes(tenant)
  return <ImportFields collection={collectionSlug} tenant={tenant} mayImport={mayImport} />
}
