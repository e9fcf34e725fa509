import { member, platform, visitor, type Scope } from '@/db/scope'

import {
  as,
  asAdmin,
  asAdminIn,
  asAgency,
  asNobody,
  asService,
  asVisitor,
  http,
  withToken,
  type HttpActor,
} from '../support/httpActors'
import type { Space } from '../support/httpSeed'
import type { Who } from './accessTable'

export interface MatrixActor {
  readonly call: HttpActor
  /** For the Local API: what the request would have got, and for whom. */
  readonly scope: Scope
  readonly userId: string | null
  /** Whose documents are another's for this actor; none for whoever may see all. */
  readonly other: Space | null
}

/** Who tries to reach a document of space A, from A's address unless they work at the platform's. */
export function matrixActors(): Record<Who, MatrixActor> {
  const { a, b, closed, agency, admin } = http()
  const inA = (role: 'member' | 'viewer' | 'author' | 'editor' | 'owner'): MatrixActor => ({
    call: as(role, a),
    scope: member(a.people[role].id, [{ tenant: a.id, role }]),
    userId: a.people[role].id,
    other: b,
  })
  const outside = (call: HttpActor, tenant: string | null): MatrixActor => ({
    call,
    scope: visitor(tenant),
    userId: null,
    other: b,
  })
  return {
    nobody: outside(asNobody(), null),
    visitor: outside(asVisitor(a), a.id),
    stranger: outside(withToken(b.people.owner.token, a.host), a.id),
    member: inA('member'),
    viewer: inA('viewer'),
    author: inA('author'),
    editor: inA('editor'),
    owner: inA('owner'),
    service: {
      call: asService(a),
      scope: member(a.service, [{ tenant: a.id, role: 'editor' }]),
      userId: a.service,
      other: b,
    },
    agency: {
      call: asAgency(),
      scope: member(agency.id, [
        { tenant: a.id, role: 'editor' },
        { tenant: b.id, role: 'editor' },
      ]),
      userId: agency.id,
      other: closed,
    },
    adminIn: {
      call: asAdminIn(a),
      scope: member(admin.id, [{ tenant: a.id, role: 'owner' }], { staff: true }),
      userId: admin.id,
      other: b,
    },
    admin: {
      call: asAdmin(),
      scope: platform({ actor: admin.id, reason: 'platform staff' }),
      userId: admin.id,
      other: null,
    },
  }
}
