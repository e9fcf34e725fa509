import type { Payload } from 'payload'
import type { PoolClient } from 'pg'

import { platform } from './scope'
import { withScopeClient } from './withScopeClient'

/**
 * One transaction of SQL in the platform scope: for the few things that Payload's adapter cannot say, such as locks. Every
 * tenant is visible in it, so `reason` says what for.
 */
export const withPlatformClient = <T>(
  payload: Payload,
  reason: string,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> => withScopeClient(payload, platform({ actor: 'system', reason }), work)
