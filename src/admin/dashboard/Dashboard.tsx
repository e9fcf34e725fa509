import { Gutter } from '@payloadcms/ui'
import type { AdminViewServerProps, PayloadRequest, SanitizedPermissions } from 'payload'

import type { RequestContext } from '@/tenancy/resolveScope'

import { loadBrand } from '../brand/loadBrand'
import { loadRequestContext } from '../requestContext'
import { selectedTenant } from '../selectedTenant'
import { buildDesk } from './buildDesk'
import { loadSpaces } from './loadSpaces'
import { PlatformDashboard } from './PlatformDashboard'
import { resolveViewpoint } from './resolveViewpoint'
import { SpacesDashboard } from './SpacesDashboard'
import { SuspendedDashboard } from './SuspendedDashboard'

import './dashboard.css'

/** More spaces than a person works for, and than a page should list. */
const MAX_SPACES = 50

/** What matters today, to whom it matters. */
export const Dashboard = async ({ initPageResult, payload }: AdminViewServerProps) => {
  const context = await loadRequestContext(payload)
  return (
    <Gutter className="atrium-dashboard">
      <main>
        {context &&
          (await chooseDashboard(context, initPageResult.req, initPageResult.permissions))}
      </main>
    </Gutter>
  )
}

async function chooseDashboard(
  { scope, suspended, user }: RequestContext,
  req: PayloadRequest,
  permissions: SanitizedPermissions,
) {
  if (!user) return null
  const viewpoint = resolveViewpoint(scope, await selectedTenant())
  if (viewpoint.kind === 'nothing') return <SuspendedDashboard suspended={suspended} />
  if (viewpoint.kind === 'platform') return <PlatformDashboard req={req} user={user} />
  const where = { id: { in: [...viewpoint.tenants] } }
  const { spaces } = await loadSpaces(req, { where, limit: MAX_SPACES })
  // The cookie of platform staff may name a space that is gone.
  if (spaces.length === 0) return <PlatformDashboard req={req} user={user} />
  const desk = buildDesk({ req, viewpoint, spaces })
  const brand = await loadBrand()
  return <SpacesDashboard desk={desk} user={user} permissions={permissions} brand={brand} />
}
