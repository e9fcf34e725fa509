import type { CollectionConfig, FieldAccess } from 'payload'

import { setOnce } from '@/access/fieldAccess'
import {
  allow,
  anyOf,
  EDITORS,
  hasRole,
  hasRoleInNew,
  idOf,
  scopeOf,
  STAFF_ROLES,
  type Rule,
} from '@/access/rules'
import { tellOfComment } from '@/review/tellOfComment'
import { tenantCollection } from '@/tenancy/collectionKinds'

import { createdByField } from './fields/createdByField'
import { checkColleagues } from './hooks/checkColleagues'
import { keepCreatedAt } from './hooks/keepCreatedAt'

/** What the person said, in a space where they still work. */
const own: Rule = (question) => {
  const { scope } = question
  const staff = hasRole(STAFF_ROLES)(question)
  if (scope.kind !== 'member' || staff === false) return false
  const mine = { createdBy: { equals: scope.userId } }
  return staff === true ? mine : { and: [staff, mine] }
}

/** Nobody puts words into somebody else's mouth. */
const onlyOwn: FieldAccess = async ({ req, doc }) => {
  const scope = await scopeOf(req)
  return scope?.kind === 'member' && idOf(doc?.createdBy) === scope.userId
}

/** What people of a space say to each other about a page. Visitors see none of it. */
export const Comments: CollectionConfig = tenantCollection(
  {
    slug: 'comments',
    labels: { singular: 'Comment', plural: 'Comments' },
    // They are read beside their page, see src/admin/review.
    admin: { hidden: true, useAsTitle: 'text' },
    disableDuplicate: true,
    lockDocuments: false,
    access: {
      read: allow(hasRole(STAFF_ROLES)),
      create: allow(hasRoleInNew(STAFF_ROLES)),
      update: allow(anyOf(hasRole(EDITORS), own)),
      delete: allow(anyOf(hasRole(EDITORS), own)),
    },
    hooks: {
      beforeChange: [checkColleagues('mentions'), keepCreatedAt],
      afterChange: [tellOfComment],
    },
    fields: [
      {
        name: 'page',
        type: 'relationship',
        relationTo: 'pages',
        label: 'Page',
        required: true,
        index: true,
        maxDepth: 0,
        access: setOnce,
      },
      {
        name: 'text',
        type: 'textarea',
        label: 'Text',
        required: true,
        maxLength: 2000,
        access: { update: onlyOwn },
      },
      {
        name: 'mentions',
        type: 'relationship',
        relationTo: 'users',
        label: 'Mentions',
        hasMany: true,
        maxRows: 20,
        maxDepth: 0,
        access: { update: onlyOwn },
      },
      { name: 'resolved', type: 'checkbox', label: 'Done', defaultValue: false },
      createdByField,
    ],
  },
  { index: [['page', 'createdAt']], goesWith: ['page'], onSite: false },
)
