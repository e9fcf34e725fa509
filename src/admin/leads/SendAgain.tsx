import type { BeforeDocumentControlsServerProps } from 'payload'

import { EDITORS, isStaff, tenantsWithRole } from '@/access/rules'

import { loadRequestContext } from '../requestContext'
import { SendAgainButton } from './SendAgainButton'

/** Beside a delivery, for those who may send it again. */
export const SendAgain = async ({ id, payload }: BeforeDocumentControlsServerProps) => {
  const scope = (await loadRequestContext(payload))?.scope
  if (typeof id !== 'string' || !scope) return null
  if (!isStaff(scope) && tenantsWithRole(scope, EDITORS).length === 0) return null
  return <SendAgainButton delivery={id} />
}
