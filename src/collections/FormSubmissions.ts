import type { formBuilderPlugin } from '@payloadcms/plugin-form-builder'
import type { Field } from 'payload'

import { allow, EDITORS, hasRole, nobody, OWNERS } from '@/access/rules'
import { tenantCollection } from '@/tenancy/collectionKinds'

type Overrides = NonNullable<Parameters<typeof formBuilderPlugin>[0]['formSubmissionOverrides']>

/** What visitors sent, shown as leads. Made by the site's form endpoint only, which checks them against the form. */
const { fields: _none, ...config } = tenantCollection({
  slug: 'form-submissions',
  labels: { singular: 'Lead', plural: 'Leads' },
  lockDocuments: false,
  admin: {
    group: 'Website',
    useAsTitle: 'summary',
    defaultColumns: ['summary', 'form', 'createdAt'],
  },
  defaultSort: '-createdAt',
  access: {
    read: allow(hasRole(EDITORS)),
    create: allow(nobody),
    update: allow(hasRole(EDITORS)),
    delete: allow(hasRole(OWNERS)),
  },
  fields: [],
})

/** Shown by the answers above it, which nobody edits. */
const withoutInput = (field: Field): Field =>
  Object.assign({ ...field }, { access: { update: () => false }, admin: { hidden: true } })

/** What a visitor sent is not rewritten. */
const readOnly = (field: Field): Field =>
  Object.assign(
    { ...field },
    { access: { update: () => false }, admin: { position: 'sidebar', allowCreate: false } },
  )

export const FormSubmissions: Overrides = {
  ...config,
  fields: ({ defaultFields }) => [
    {
      name: 'summary',
      type: 'text',
      label: 'From',
      maxLength: 200,
      admin: { readOnly: true, position: 'sidebar' },
      access: { update: () => false },
    },
    {
      name: 'answers',
      type: 'ui',
      label: 'Answers',
      admin: { components: { Field: '@/admin/LeadAnswers#LeadAnswers' }, disableListColumn: true },
    },
    ...defaultFields.map((field) => {
      if (!('name' in field)) return field
      return field.name === 'submissionData' ? withoutInput(field) : readOnly(field)
    }),
  ],
}
