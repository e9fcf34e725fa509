import { EDITORS, STAFF_ROLES, tenantsWithRole } from '@/access/rules'
import type { Scope } from '@/db/scope'

/** What a dashboard is about: the whole platform, some spaces, or nothing. */
export type Viewpoint =
  { readonly kind: 'platform' } | SpacesViewpoint | { readonly kind: 'nothing' }

export interface SpacesViewpoint {
  readonly kind: 'spaces'
  /** The spaces in view. */
  readonly tenants: readonly string[]
  /** Those among them where the person sees leads and everybody's drafts. */
  readonly editorOf: readonly string[]
  /** Those among them where the person sees their own drafts. */
  readonly authorOf: readonly string[]
}

/**
 * @param selected the space that the admin's selector names, from a cookie: it only chooses among the tenants of the scope.
 */
export function resolveViewpoint(scope: Scope, selected: string | undefined): Viewpoint {
  if (scope.kind === 'platform') {
    if (selected === undefined) return { kind: 'platform' }
    return { kind: 'spaces', tenants: [selected], editorOf: [selected], authorOf: [] }
  }
  const all = tenantsWithRole(scope, STAFF_ROLES)
  const tenants = selected !== undefined && all.includes(selected) ? [selected] : all
  if (tenants.length === 0) return { kind: 'nothing' }
  const inView = (ids: string[]) => ids.filter((id) => tenants.includes(id))
  return {
    kind: 'spaces',
    tenants,
    editorOf: inView(tenantsWithRole(scope, EDITORS)),
    authorOf: inView(tenantsWithRole(scope, ['author'])),
  }
}
