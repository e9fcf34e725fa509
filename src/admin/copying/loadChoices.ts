import type { Payload } from 'payload'

import { EDITORS, isStaff } from '@/access/rules'
import { siteOrigin } from '@/tenancy/host'
import { membershipsOf, type RequestContext } from '@/tenancy/resolveScope'
import { loadTenantSummaries } from '@/tenancy/resolveTenant'

import type { Choice } from './Choice'

/** As many as a choice can list; platform staff see the first by name. */
const MAX_CHOICES = 200

/** The spaces that the person could copy pages to: where they are owner or editor, by name, without the one at hand. */
export async function loadChoices(
  payload: Payload,
  { user, scope, tenant }: RequestContext,
  except: string | undefined,
): Promise<Choice[]> {
  if (!user) return []
  const ids = isStaff(scope) ? await everySpace(payload) : editedBy(user)
  const spaces = await loadTenantSummaries(
    payload,
    ids.filter((id) => id !== except).slice(0, MAX_CHOICES),
  )
  return spaces
    .filter(({ status }) => status === 'active')
    .map((space) => ({
      id: space.id,
      name: space.name,
      // At the platform's address all spaces are at hand; at a space's own one, that one is.
      origin: tenant === null ? '' : siteOrigin(space),
    }))
    .sort((one, other) => one.name.localeCompare(other.name))
}

const editedBy = (user: NonNullable<RequestContext['user']>): string[] =>
  membershipsOf(user).flatMap(({ tenant, role }) =>
    EDITORS.some((one) => one === role) ? [tenant] : [],
  )

/** For platform staff, as far as their scope shows them. */
async function everySpace(payload: Payload): Promise<string[]> {
  const { docs } = await payload.find({
    collection: 'tenants',
    depth: 0,
    limit: MAX_CHOICES,
    overrideAccess: false,
    select: { name: true },
    sort: 'name',
  })
  return docs.map(({ id }) => id)
}
