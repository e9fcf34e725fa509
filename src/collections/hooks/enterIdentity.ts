import { pbkdf2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'

import { AuthenticationError, type CollectionBeforeOperationHook } from 'payload'

import { limitAuthentication } from '@/api/rateLimits'
import { identity } from '@/db/scope'
import { narrowToIdentity } from '@/db/withScope'
import { resolveMeantTenant } from '@/tenancy/resolveScope'

const derive = promisify(pbkdf2)

/** What Payload spends on a password (3.90: PBKDF2-SHA256, 600,000 rounds, 32 bytes), for accounts that do not exist. */
const spendLikePasswordCheck = (password: string) =>
  derive(password, randomBytes(32).toString('hex'), 600_000, 32, 'sha256')

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
  const account = await req.payload.db.findOne<{ id: string }>({
    collection: 'users',
    req,
    where: { email: { equals: email.trim().toLowerCase() } },
  })
  if (account) narrowToIdentity(identity({ id: account.id }, realm))
  else if (typeof password === 'string' && password.trim() !== '') {
    await spendLikePasswordCheck(password)
    throw new AuthenticationError(req.t)
  }
  return args
}
