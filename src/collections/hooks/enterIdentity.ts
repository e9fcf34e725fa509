import {
  AuthenticationError,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload'

import { limitAuthentication } from '@/api/rateLimits'
import { identity } from '@/db/scope'
import { narrowToIdentity } from '@/db/withScope'
import { resolveMeantTenant } from '@/tenancy/resolveScope'

import { evenOutCheck } from '../passwordHash'
import { adoptImportedPassword } from './adoptImportedPassword'

interface Account {
  readonly id: string
  readonly hash?: string | null
  readonly importedHash?: string | null
  readonly lockUntil?: string | null
}

/**
 * Authentication begins: from here on the request sees the one account that it names, at the address where it happens.
 * An unknown e-mail costs as much time as a wrong password and gets the same answer.
 */
export const enterIdentity: CollectionBeforeOperationHook = async ({
  args: given,
  operation,
  req,
}) => {
  if (
    operation !== 'login' &&
    operation !== 'forgotPassword' &&
    operation !== 'resetPassword' &&
    operation !== 'refresh'
  ) {
    return given
  }
  // Nothing but the account is visible here: what it refers to stays an id.
  const args = { ...given, depth: 0 }
  const { tenant, by } = await resolveMeantTenant(req.payload, req.headers)
  const realm = by === 'host' && tenant ? tenant.id : null
  if (operation === 'refresh') {
    if (req.user) narrowToIdentity(identity({ id: String(req.user.id) }, realm))
    return args
  }
  const sent: unknown = 'data' in given ? given.data : undefined
  const data: Record<string, unknown> = typeof sent === 'object' && sent !== null ? { ...sent } : {}
  if (operation === 'resetPassword') {
    if (typeof data.token === 'string')
      narrowToIdentity(identity({ resetToken: data.token }, realm))
    return args
  }
  const { email, password } = data
  if (typeof email !== 'string') return args
  if (req.payloadAPI !== 'local') await limitAuthentication(req.headers, email)
  narrowToIdentity(identity({ email }, realm))
  if (operation === 'forgotPassword') return args
  const account = await req.payload.db.findOne<Account>({
    collection: 'users',
    req,
    where: { email: { equals: email.trim().toLowerCase() } },
  })
  if (account) narrowToIdentity(identity({ id: account.id }, realm))
  // What Payload refuses before it looks at any account.
  if (typeof password !== 'string' || password.trim() === '') return args
  if (account) await beforePayloadChecks(req, account, password)
  else {
    await evenOutCheck(password, undefined)
    throw new AuthenticationError(req.t)
  }
  return args
}

/** Payload compares the password after this, in the same scope. */
async function beforePayloadChecks(
  req: PayloadRequest,
  { id, hash, importedHash, lockUntil }: Account,
  password: string,
): Promise<void> {
  if (lockUntil && new Date(lockUntil).getTime() > Date.now())
    await evenOutCheck(password, undefined)
  else if (importedHash) await adoptImportedPassword(req, { id, importedHash }, password)
  else await evenOutCheck(password, hash ?? undefined)
}
