import type { CollectionConfig } from 'payload'

import { allow, hasRole, hasRoleInNew, OWNERS, STAFF_ROLES } from '@/access/rules'
import { tenantCollection } from '@/tenancy/collectionKinds'

import { checkColleagues } from './hooks/checkColleagues'

/** People of a space who work on something together: pages are assigned to them. */
export const Teams: CollectionConfig = tenantCollection(
  {
    slug: 'teams',
    labels: { singular: 'Team', plural: 'Teams' },
    admin: {
      group: 'Settings',
      useAsTitle: 'name',
      defaultColumns: ['name', 'members', 'updatedAt'],
      description: 'A page that is assigned to a team tells its members what happens to it.',
    },
    access: {
      read: allow(hasRole(STAFF_ROLES)),
      create: allow(hasRoleInNew(OWNERS)),
      update: allow(hasRole(OWNERS)),
      delete: allow(hasRole(OWNERS)),
    },
    hooks: { beforeChange: [checkColleagues('members')] },
    fields: [
      { name: 'name', type: 'text', label: 'Name', required: true, maxLength: 80 },
      {
        name: 'members',
        type: 'relationship',
        relationTo: 'users',
        label: 'Members',
        hasMany: true,
        maxRows: 100,
        maxDepth: 0,
      },
    ],
  },
  {
    unique: [['name']],
    onSite: false,
    clashes: { 'tenant_id, name': { field: 'name', message: 'There is a team of this name.' } },
  },
)
