import type { UIFieldServerProps } from 'payload'

import { EDITORS, idOf, isStaff, mayPublishIn, STAFF_ROLES, tenantsWithRole } from '@/access/rules'
import { loadStaff, nameOf } from '@/review/loadStaff'

import { loadRequestContext } from './requestContext'
import { Conversation } from './review/Conversation'

/** Beside a page: its review, and what people say about it. */
export const ReviewPanel = async ({ data, id, payload, req }: UIFieldServerProps) => {
  const context = await loadRequestContext(payload)
  const tenant = idOf(data?.tenant)
  if (!context?.user || tenant === undefined || id === undefined) return null
  const { scope, user } = context
  const staff = await loadStaff(req, tenant, STAFF_ROLES)
  return (
    <Conversation
      page={String(id)}
      me={user.id}
      writes={isStaff(scope) || tenantsWithRole(scope, [...EDITORS, 'author']).includes(tenant)}
      decides={mayPublishIn(scope, tenant)}
      people={staff
        .filter((person) => person.id !== user.id)
        .map((person) => ({ id: person.id, name: nameOf(person) }))}
    />
  )
}
