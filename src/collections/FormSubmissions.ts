import type { formBuilderPlugin } from '@payloadcms/plugin-form-builder'
import type { Field } from 'payload'

import { setOnce } from '@/access/fieldAccess'
import { allow, EDITORS, hasRole, nobody, OWNERS } from '@/access/rules'
import { exportEndpoint } from '@/leads/exportEndpoint'
import { LEAD_STATUSES } from '@/leads/leadStatus'
import { LOCALES } from '@/locales/locales'
import { tenantCollection } from '@/tenancy/collectionKinds'

import { assigneeField } from './fields/assigneeField'
import { keepCreatedAt } from './hooks/keepCreatedAt'
import { eraseWithLead } from './hooks/eraseWithLead'
import { keepNotes } from './hooks/keepNotes'

type Overrides = NonNullable<Parameters<typeof formBuilderPlugin>[0]['formSubmissionOverrides']>

/** What visitors sent, shown as leads. Made by the site's form endpoint only, which checks them against the form. */
const { fields: _none, ...config } = tenantCollection(
  {
    slug: 'form-submissions',
    labels: { singular: 'Lead', plural: 'Leads' },
    lockDocuments: false,
    admin: {
      group: 'Website',
      useAsTitle: 'summary',
      defaultColumns: ['summary', 'form', 'status', 'assignee', 'createdAt'],
      listSearchableFields: ['summary'],
      components: { beforeListTable: ['@/admin/leads/LeadsHeader#LeadsHeader'] },
    },
    defaultSort: '-createdAt',
    access: {
      read: allow(hasRole(EDITORS)),
      create: allow(nobody),
      update: allow(hasRole(EDITORS)),
      delete: allow(hasRole(OWNERS)),
    },
    endpoints: [exportEndpoint],
    hooks: { beforeChange: [keepCreatedAt], beforeDelete: [eraseWithLead] },
    fields: [],
  },
  { index: [['status', 'createdAt']], onSite: false, recordOf: ['form'], unique: [['challenge']] },
)

/** Shown by the answers above it, which nobody edits. */
const withoutInput = (field: Field): Field =>
  Object.assign({ ...field }, { access: setOnce, admin: { hidden: true } })

/** What a visitor sent is not rewritten. */
const readOnly = (field: Field): Field =>
  Object.assign(
    { ...field },
    { access: setOnce, admin: { position: 'sidebar', allowCreate: false } },
  )

const moment = { date: { pickerAppearance: 'dayAndTime' } } as const

const status: Field = {
  name: 'status',
  type: 'select',
  label: 'Status',
  required: true,
  defaultValue: 'new',
  index: true,
  options: [...LEAD_STATUSES],
  admin: { position: 'sidebar', isClearable: false },
}

const notes: Field = {
  name: 'notes',
  type: 'array',
  label: 'Notes',
  labels: { singular: 'Note', plural: 'Notes' },
  maxRows: 500,
  admin: {
    description: 'For the people of this space. A note stays as it was written.',
    isSortable: false,
    disableBulkEdit: true,
    components: { RowLabel: '@/admin/leads/NoteLabel#NoteLabel' },
  },
  hooks: { beforeChange: [keepNotes] },
  fields: [
    {
      name: 'text',
      type: 'textarea',
      label: 'Note',
      required: true,
      maxLength: 5_000,
      admin: { components: { Field: '@/admin/leads/NoteText#NoteText' } },
    },
    {
      name: 'createdBy',
      type: 'relationship',
      relationTo: 'users',
      maxDepth: 1,
      admin: { hidden: true },
    },
    { name: 'at', type: 'date', admin: { hidden: true } },
  ],
}

const consent: Field = {
  name: 'consent',
  type: 'group',
  label: 'Agreed to',
  access: setOnce,
  admin: {
    position: 'sidebar',
    readOnly: true,
    disableBulkEdit: true,
    condition: (data) => Boolean(data.consent?.givenAt),
  },
  fields: [
    { name: 'text', type: 'textarea', label: 'Text', admin: { readOnly: true } },
    { name: 'version', type: 'number', label: 'Version of the text', admin: { readOnly: true } },
    { name: 'givenAt', type: 'date', label: 'When', admin: { readOnly: true, ...moment } },
  ],
}

/** What their confirmation is written in, and an answer had better be. */
const locale: Field = {
  name: 'locale',
  type: 'select',
  label: 'Language',
  options: LOCALES.map(({ code, name }) => ({ value: code, label: name })),
  access: setOnce,
  admin: {
    position: 'sidebar',
    readOnly: true,
    disableBulkEdit: true,
    condition: (data) => Boolean(data.locale),
  },
}

export const FormSubmissions: Overrides = {
  ...config,
  fields: ({ defaultFields }) => [
    {
      name: 'summary',
      type: 'text',
      label: 'From',
      maxLength: 200,
      admin: { readOnly: true, position: 'sidebar' },
      access: setOnce,
    },
    status,
    assigneeField,
    locale,
    {
      name: 'answers',
      type: 'ui',
      label: 'Answers',
      admin: { components: { Field: '@/admin/LeadAnswers#LeadAnswers' }, disableListColumn: true },
    },
    notes,
    {
      name: 'deliveries',
      type: 'ui',
      label: 'Sent because of it',
      admin: {
        components: { Field: '@/admin/leads/LeadDeliveries#LeadDeliveries' },
        disableListColumn: true,
      },
    },
    ...defaultFields.map((field) => {
      if (!('name' in field)) return field
      return field.name === 'submissionData' ? withoutInput(field) : readOnly(field)
    }),
    consent,
    // The puzzle that was solved for it: each one counts once.
    {
      name: 'challenge',
      type: 'text',
      hidden: true,
      access: { create: () => false, read: () => false, update: () => false },
      admin: { disabled: true },
    },
  ],
}
