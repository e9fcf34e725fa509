import type { Where } from 'payload'

import { tenantsOf, type Scope } from './scope'

interface QueryArgs {
  collection?: string
  where?: unknown
}

/** The methods that read many rows, and the name of the tenant field in each. */
const FIELDS: Readonly<Record<string, string>> = {
  count: 'tenant',
  countVersions: 'version.tenant',
  find: 'tenant',
  findVersions: 'version.tenant',
  queryDrafts: 'version.tenant',
}

const isWhere = (value: unknown): value is Where => typeof value === 'object' && value !== null

/**
 * Says the tenant in the query as well, when the scope has just one. No protection: that is the policies', which compare with a
 * list, since an agency has several. From a list PostgreSQL (16) cannot read an index in its order; from one value it can, which
 * makes a list of pages as fast as it is without policies (docs/benchmarks.md).
 */
export function nameTenant<Args extends QueryArgs>(
  method: string,
  args: Args,
  scope: Scope,
  tenantCollections: ReadonlySet<string>,
): Args {
  const field = FIELDS[method]
  const [tenant, ...others] = tenantsOf(scope)
  if (!field || scope.kind === 'identity' || tenant === undefined || others.length > 0) return args
  if (!args.collection || !tenantCollections.has(args.collection)) return args
  const own: Where = { [field]: { equals: tenant } }
  return { ...args, where: isWhere(args.where) ? { and: [own, args.where] } : own }
}
