import type { PayloadRequest } from 'payload'

import { isStaff, scopeOf, STAFF_ROLES, tenantsWithRole } from '@/access/rules'
import { tenantsOf, visitor, type Scope } from '@/db/scope'
import { AtriumError } from '@/errors'

import { KINDS, type Kind } from './parseSearch'

/** On whose behalf is searched, in which space, and among what. */
export interface Searcher {
  readonly scope: Scope
  readonly tenant: string
  /** Editors find what they work on; visitors what is published. */
  readonly sees: 'published' | 'working'
  readonly kinds: readonly Kind[]
}

/** A visitor of one space. */
export const visitorOf = (tenant: string): Searcher => ({
  scope: visitor(tenant),
  tenant,
  sees: 'published',
  kinds: ['pages'],
})

/**
 * Who searches, from a request. Staff of the space search what its collections let them read.
 *
 * @throws AtriumError QUERY_REJECTED where no space, or more than one, is meant; SCOPE_REQUIRED without a scope.
 */
export async function searcherOf(req: PayloadRequest): Promise<Searcher> {
  const scope = await scopeOf(req)
  if (!scope) throw new AtriumError('SCOPE_REQUIRED')
  const [tenant, ...others] = tenantsOf(scope)
  if (tenant === undefined || others.length > 0) {
    throw new AtriumError('QUERY_REJECTED', {
      message: 'Say which space to search: at its own address, or with the header X-Tenant.',
    })
  }
  if (!isStaff(scope) && tenantsWithRole(scope, STAFF_ROLES).length === 0) return visitorOf(tenant)
  const kinds: Kind[] = []
  for (const kind of KINDS) {
    const answer = await req.payload.collections[kind].config.access.read({ req })
    if (answer !== false) kinds.push(kind)
  }
  return { scope, tenant, sees: 'working', kinds }
}

/** The rows that a searcher may find, as SQL about `search_documents d`. */
export const VISIBLE: Readonly<Record<Searcher['sees'], string>> = {
  published: 'd.published and (d.visible_from is null or d.visible_from <= now())',
  working: 'd.working',
}
