import type { RelationshipField, Where } from 'payload'
import { z } from 'zod'

import { EDITORS, idOf } from '@/access/rules'

/** Those who may read leads, and so look after one. */
const colleaguesIn = (tenant: string): Where => ({
  and: [{ 'tenants.tenant': { equals: tenant } }, { 'tenants.role': { in: [...EDITORS] } }],
})

/** Who looks after a lead: an owner or editor of its space. */
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

const NOBODY = 'Choose an owner or editor of this space.'
