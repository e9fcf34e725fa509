import type {
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
  Where,
} from 'payload'

import { idOf } from '@/access/rules'
import { membershipsOf } from '@/tenancy/resolveScope'

interface NewAccount {
  readonly email: string
  readonly where: Where
}

const newAccounts = new WeakMap<PayloadRequest, NewAccount>()

/** Notes where an account that is being made must be the only one of its e-mail: what the database asks, too. */
export const noteNewAccount: CollectionBeforeChangeHook = ({ data, operation, req }) => {
  if (operation !== 'create' || typeof data.email !== 'string') return data
  const realm = idOf(data.tenant)
  const memberships = membershipsOf({ tenants: Array.isArray(data.tenants) ? data.tenants : [] })
  const spaces = [...(realm === undefined ? [] : [realm]), ...memberships.map((row) => row.tenant)]
  const inSpaces: Where[] = [{ tenant: { in: spaces } }, { 'tenants.tenant': { in: spaces } }]
  const isGlobal: Where = { tenant: { exists: false } }
  newAccounts.set(req, {
    email: data.email,
    where: {
      or: [...(spaces.length > 0 ? inSpaces : []), ...(realm === undefined ? [isGlobal] : [])],
    },
  })
  return data
}

/**
 * Payload (3.90, registerLocalStrategy) looks for the e-mail of a new account in everything that is visible, which at the
 * platform's address is every realm. The same e-mail may be somebody else in another one.
 */
export const lookInOwnRealm: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const account = newAccounts.get(req)
  if (!account || operation !== 'read' || !('where' in args) || !args.where) return args
  if (JSON.stringify(args.where) !== JSON.stringify({ email: { equals: account.email } }))
    return args
  newAccounts.delete(req)
  return { ...args, where: { and: [args.where, account.where] } }
}
