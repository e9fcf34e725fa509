import type { RelationshipField, Where } from 'payload'
import { z } from 'zod'

import { idOf, STAFF_ROLES } from '@/access/rules'

/** Those who work in a space: people who only sign in on its site are not asked. */
const colleaguesIn = (tenant: string): Where => ({
  and: [{ 'tenants.tenant': { equals: tenant } }, { 'tenants.role': { in: [...STAFF_ROLES] } }],
})

/** Who looks after a lead: somebody who works in its space. */
export const assigneeField: RelationshipField = {
  name: 'assignee',
  type: 'relationship',
  relationTo: 'users',
  label: 'Assigned to',
  index: true,
  maxDepth: 1,
  admin: { position: 'sidebar', allowCreate: false, allowEdit: false },
  filterOptions: ({ data }) => {
    const tenant = idOf(data?.tenant)
    return tenant === undefined ? true : colleaguesIn(tenant)
  },
  // Payload's own asks again about who is assigned already: a lead of somebody who left could not be changed any more.
  validate: async (value: unknown, { data, previousValue, req }) => {
    const [chosen, before] = [idOf(value), idOf(previousValue)]
    if (value === null || value === undefined || chosen === before) return true
    const tenant = idOf(Reflect.get(Object(data), 'tenant'))
    if (!chosen || !z.uuid().safeParse(chosen).success || tenant === undefined) return NOBODY
    const { totalDocs } = await req.payload.find({
      collection: 'users',
      where: { and: [{ id: { equals: chosen } }, colleaguesIn(tenant)] },
      depth: 0,
      limit: 1,
      overrideAccess: false,
      req,
    })
    return totalDocs > 0 || NOBODY
  },
}

const NOBODY = 'Choose somebody who works in this space.'
