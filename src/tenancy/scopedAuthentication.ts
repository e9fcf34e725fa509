import { createHmac } from 'node:crypto'

import { parseCookies, type AuthStrategy, type AuthStrategyResult, type Payload } from 'payload'

import { identity, visitor, type IdentityLookup, type Scope } from '@/db/scope'
import { withNotedOutage } from '@/db/withScope'
import { AtriumError } from '@/errors'

import { noteOutageOf } from './outages'
import { resolveMeantTenant } from './resolveScope'

/**
 * Makes every authentication strategy run in the identity scope of the one account that the request's token or key names,
 * at the address where it is presented: an account of one tenant does not exist at another's.
 *
 * Payload authenticates a request in several places; each strategy answers once per request.
 */
export function scopeAuthentication(payload: Payload): void {
  payload.authStrategies = payload.authStrategies.map((strategy) => {
    const answers = new WeakMap<Headers, Promise<AuthStrategyResult>>()
    const authenticate: AuthStrategy['authenticate'] = (args) => {
      let answer = answers.get(args.headers)
      if (!answer) {
        answer = authenticateScoped(payload, strategy, args)
        answers.set(args.headers, answer)
      }
      return answer
    }
    return { ...strategy, authenticate }
  })
}

async function authenticateScoped(
  payload: Payload,
  strategy: AuthStrategy,
  args: Parameters<AuthStrategy['authenticate']>[0],
): Promise<AuthStrategyResult> {
  const lookup = lookupOf(payload, args.headers)
  if (!lookup) return { user: null }
  const scope = await scopeAt(payload, args.headers, lookup)
  // `req` stays out: it would carry the transaction, and with it the scope, of the request that is being made.
  const { result, outage } = await withNotedOutage(scope, async () =>
    strategy.authenticate({ ...args, req: undefined }),
  )
  if (outage && !result.user) noteOutageOf(args.headers, outage)
  return result
}

async function scopeAt(payload: Payload, headers: Headers, lookup: IdentityLookup): Promise<Scope> {
  try {
    const { tenant, by } = await resolveMeantTenant(payload, headers)
    // People sign in at an address; a service shows its key wherever it names the space.
    const named = by === 'host' || 'apiKeyIndex' in lookup
    return identity(lookup, named && tenant ? tenant.id : null)
  } catch (error) {
    if (error instanceof AtriumError && error.code === 'DATABASE_UNAVAILABLE')
      noteOutageOf(headers, error)
    return visitor(null)
  }
}

/** Which account a request claims to be. Not proof: Payload checks the signature before it looks the account up. */
function lookupOf(payload: Payload, headers: Headers): IdentityLookup | undefined {
  const key = /^users API-Key (\S+)$/.exec(headers.get('authorization') ?? '')?.[1]
  if (key !== undefined) {
    return { apiKeyIndex: createHmac('sha256', payload.secret).update(key).digest('hex') }
  }
  const bearer = /^(?:JWT|Bearer) (\S+)$/.exec(headers.get('authorization') ?? '')?.[1]
  const token = bearer ?? parseCookies(headers).get(`${payload.config.cookiePrefix}-token`)
  const claims = token?.split('.')[1]
  if (!claims) return undefined
  try {
    const decoded: unknown = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'))
    const id: unknown =
      typeof decoded === 'object' && decoded !== null && Reflect.get(decoded, 'id')
    return typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id) ? { id } : undefined
  } catch {
    return undefined
  }
}
