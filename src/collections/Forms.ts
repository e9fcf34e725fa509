import type { formBuilderPlugin } from '@payloadcms/plugin-form-builder'

import { allow, anyOf, atTenant, hasRole, hasRoleInNew, OWNERS, STAFF_ROLES } from '@/access/rules'
import { submitEndpoint } from '@/leads/submitEndpoint'
import { tenantCollection } from '@/tenancy/collectionKinds'

import { createdByField } from './fields/createdByField'
import { checkFormFields } from './hooks/checkFormFields'

type Overrides = NonNullable<Parameters<typeof formBuilderPlugin>[0]['formOverrides']>

/** Forms, as the form-builder plugin makes them, inside the tenant's boundary. */
const { fields: _none, ...config } = tenantCollection({
  slug: 'forms',
  labels: { singular: 'Form', plural: 'Forms' },
  admin: { group: 'Website', useAsTitle: 'title', defaultColumns: ['title', 'updatedAt'] },
  access: {
    read: allow(anyOf(hasRole(STAFF_ROLES), atTenant)),
    create: allow(hasRoleInNew(OWNERS)),
    update: allow(hasRole(OWNERS)),
    delete: allow(hasRole(OWNERS)),
  },
  endpoints: [submitEndpoint],
  hooks: { beforeChange: [checkFormFields] },
  fields: [],
})

export const Forms: Overrides = {
  ...config,
  fields: ({ defaultFields }) => [...defaultFields, createdByField],
}
