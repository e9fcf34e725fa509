import type { CatalogCheck } from './CatalogCheck'
import { codeChecks } from './checks/code'
import { keyChecks } from './checks/keys'
import { policyChecks } from './checks/policies'
import { rightChecks } from './checks/rights'
import { roleChecks } from './checks/roles'
import { rowSecurityChecks } from './checks/rowSecurity'

/** Everything that is asked of the catalogs; each is itself tested by planting one offender. */
export const catalogChecks: readonly CatalogCheck[] = [
  ...roleChecks,
  ...rightChecks,
  ...rowSecurityChecks,
  ...policyChecks,
  ...keyChecks,
  ...codeChecks,
]
