import { AsyncLocalStorage } from 'node:async_hooks'

import type { AtriumError } from '@/errors'
import { processWide } from '@/processWide'

import type { Scope } from './scope'

/**
 * The explicit scope of the work in progress. The holder is mutable for one purpose: authentication begins inside a
 * request that is still a visitor's, see {@link narrowToIdentity}.
 */
interface Holder {
  scope: Scope
  /** Set when the database could not be reached, for {@link withNotedOutage}. */
  outage?: AtriumError
}

const storage = processWide('scope', () => new AsyncLocalStorage<Holder>())

/**
 * Runs `work` with everything that it asks of the database seeing what `scope` allows, and nothing else.
 *
 * Scopes do not nest into an open transaction: a call that shares the `req` of an outer operation with another scope is
 * refused. The store reaches the adapter's methods; it is not to be read further down, where drizzle's thenables lose it.
 */
export function withScope<T>(scope: Scope, work: () => Promise<T>): Promise<T> {
  return storage.run({ scope }, work)
}

/** The explicit scope, if there is one. */
export function currentScope(): Scope | undefined {
  return storage.getStore()?.scope
}

/**
 * Turns the visitor's scope of the request in progress into the identity scope of one account, for the rest of it:
 * signing in, resetting a password. Payload makes some of those calls without a `req`, so it cannot travel there.
 *
 * @throws Error outside of {@link withScope}, or when the scope in progress is more than a visitor's: it only ever narrows.
 */
export function narrowToIdentity(scope: Extract<Scope, { kind: 'identity' }>): void {
  const holder = storage.getStore()
  if (!holder)
    throw new Error('Authentication needs a scope in progress: enter it with withScope()')
  if (holder.scope.kind === 'platform')
    throw new Error('A platform scope does not authenticate people')
  holder.scope = scope
}

/** Notes on the work in progress that the database could not be reached. */
export function noteOutage(outage: AtriumError): void {
  const holder = storage.getStore()
  if (holder) holder.outage ??= outage
}

/**
 * As {@link withScope}, for work that keeps errors to itself: says beside its result whether a call in it found no database.
 */
export function withNotedOutage<T>(
  scope: Scope,
  work: () => Promise<T>,
): Promise<{ result: T; outage: AtriumError | undefined }> {
  const holder: Holder = { scope }
  return storage.run(holder, async () => ({ result: await work(), outage: holder.outage }))
}
