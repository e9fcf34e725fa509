import { createLocalReq, type EditMenuItemsServerProps } from 'payload'

import { idOf } from '@/access/rules'

import { CopyMenuItem } from './copying/CopyMenuItem'
import { loadChoices } from './copying/loadChoices'
import { loadRequestContext } from './requestContext'

/** In the menu of a page, for those who could copy it somewhere. */
export const CopyPage = async ({ id, payload }: EditMenuItemsServerProps) => {
  const context = await loadRequestContext(payload)
  if (!context?.user || typeof id !== 'string') return null
  const req = await createLocalReq({ user: { ...context.user, collection: 'users' } }, payload)
  const page = await payload.findByID({
    collection: 'pages',
    id,
    depth: 0,
    disableErrors: true,
    draft: true,
    overrideAccess: false,
    req,
    select: { tenant: true },
  })
  const tenant = idOf(page?.tenant)
  if (tenant === undefined) return null
  const spaces = await loadChoices(payload, context, tenant)
  return spaces.length > 0 ? <CopyMenuItem page={id} spaces={spaces} /> : null
}
