import { inject } from 'vitest'

import type { Role } from '@/db/scope'

import { PLATFORM, type Space } from './httpSeed'
import { request, type Answer, type Call } from './httpRequest'

/** Somebody who calls the API: from which address, and as whom. */
export interface HttpActor {
  (call: Omit<Call, 'host'> | string): Promise<Answer>
  readonly host: string
  readonly headers: Readonly<Record<string, string>>
}

export function actor(host: string, headers: Readonly<Record<string, string>> = {}): HttpActor {
  const call = (given: Omit<Call, 'host'> | string) => {
    const one = typeof given === 'string' ? { path: given } : given
    return request(inject('http').port, { ...one, host, headers: { ...headers, ...one.headers } })
  }
  return Object.assign(call, { host, headers })
}

const bearer = (token: string) => ({ authorization: `JWT ${token}` })

export const http = () => inject('http')

/** Nobody in particular, at the platform's address. */
export const asNobody = (): HttpActor => actor(PLATFORM)
/** Not signed in, at a space's address. */
export const asVisitor = (space: Pick<Space, 'host'>): HttpActor => actor(space.host)
/** Somebody of a space, at its address. */
export const as = (role: Role, space: Space): HttpActor =>
  actor(space.host, bearer(space.people[role].token))
/** A person with a token, wherever they are. */
export const withToken = (token: string, host: string): HttpActor => actor(host, bearer(token))
export const asAgency = (): HttpActor => actor(PLATFORM, bearer(http().agency.token))
export const asAdmin = (): HttpActor => actor(PLATFORM, bearer(http().admin.token))
/** Platform staff who work inside a space: at the platform's address, where alone they are signed in. */
export const asAdminIn = (space: Space): HttpActor =>
  actor(PLATFORM, { ...bearer(http().admin.token), 'x-tenant': space.slug })
export const asService = (space: Space): HttpActor =>
  actor(space.host, { authorization: `users API-Key ${space.apiKey}` })
