import type { Payload } from 'payload'

import { platform } from '../../src/db/scope'
import { withScope } from '../../src/db/withScope'
import { contextOf } from '../../src/tenancy/resolveScope'

const account = { email: 'bench@example.test', password: 'a-password-of-the-bench' }

/** A member of the platform's staff, signed in: the token is good for both contenders, which share secret and database. */
export async function signInAsStaff(payload: Payload): Promise<string> {
  await withScope(platform({ actor: 'system', reason: 'benchmark' }), () =>
    payload.create({
      collection: 'users',
      disableVerificationEmail: true,
      data: { ...account, platformRole: 'platform-admin', _verified: true },
    }),
  )
  const headers = new Headers({ host: 'localhost' })
  const { scope } = await contextOf(payload, headers)
  const { token } = await withScope(scope, () =>
    payload.login({ collection: 'users', data: account, req: { headers } }),
  )
  if (!token) throw new Error('The sign-in gave no token')
  return token
}
