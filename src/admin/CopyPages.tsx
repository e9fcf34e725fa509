import type { BeforeListTableServerProps } from 'payload'

import { tenantsOf } from '@/db/scope'

import { CopySelection } from './copying/CopySelection'
import { loadChoices } from './copying/loadChoices'
import { loadRequestContext } from './requestContext'
import { selectedTenant } from './selectedTenant'

/** Above the list of pages: what is selected can be copied, by those who have another space to copy to. */
export const CopyPages = async ({ payload, viewType }: BeforeListTableServerProps) => {
  const context = await loadRequestContext(payload)
  if (!context?.user || viewType === 'trash') return null
  const mine = tenantsOf(context.scope)
  const here = mine.length === 1 ? mine[0] : await selectedTenant()
  const spaces = await loadChoices(payload, context, here)
  // Where the list shows several spaces, there has to be one besides that of the pages.
  const isEnough = spaces.length > (here === undefined ? 1 : 0)
  return isEnough ? <CopySelection spaces={spaces} /> : null
}
