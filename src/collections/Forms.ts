import type { formBuilderPlugin } from '@payloadcms/plugin-form-builder'
import type { Field } from 'payload'

import { byServer } from '@/access/fieldAccess'
import {
  allOf,
  allow,
  anyOf,
  atTenant,
  fieldFor,
  hasRole,
  hasRoleInNew,
  notTrashed,
  OWNERS,
  STAFF_ROLES,
} from '@/access/rules'
import { challengeEndpoint } from '@/leads/captcha/challengeEndpoint'
import { submitEndpoint } from '@/leads/submitEndpoint'
import { tenantCollection } from '@/tenancy/collectionKinds'

import { createdByField } from './fields/createdByField'
import { webhooksField } from './fields/webhooksField'
import { withConditions } from './formBlocks'
import { checkFormFields } from './hooks/checkFormFields'
import { checkFormMail } from './hooks/checkFormMail'
import { checkWebhooks } from './hooks/checkWebhooks'
import { raiseConsentVersion } from './hooks/raiseConsentVersion'

type Overrides = NonNullable<Parameters<typeof formBuilderPlugin>[0]['formOverrides']>

/** Forms, as the form-builder plugin makes them, inside the tenant's boundary. */
const { fields: _none, ...config } = tenantCollection({
  slug: 'forms',
  labels: { singular: 'Form', plural: 'Forms' },
  trash: true,
  admin: { group: 'Website', useAsTitle: 'title', defaultColumns: ['title', 'updatedAt'] },
  access: {
    read: allow(anyOf(hasRole(STAFF_ROLES), allOf(atTenant, notTrashed))),
    create: allow(hasRoleInNew(OWNERS)),
    update: allow(hasRole(OWNERS)),
    delete: allow(hasRole(OWNERS)),
  },
  endpoints: [submitEndpoint, challengeEndpoint],
  hooks: { beforeChange: [checkFormFields, checkFormMail, checkWebhooks, raiseConsentVersion] },
  fields: [],
})

const forStaff = { read: fieldFor(STAFF_ROLES) }

/** Mail leaves in the platform's name, and answers go to the visitor: both are not the form's to say. */
const NOT_ASKED = ['emailFrom', 'replyTo']

const withoutSender = (field: Field): Field => {
  if (field.type === 'row') return { ...field, fields: field.fields.map(withoutSender) }
  if (!('name' in field) || !NOT_ASKED.includes(field.name ?? '')) return field
  return Object.assign({ ...field }, { admin: { hidden: true } })
}

const placeholders =
  'Write {{name}} for the answer to the field “name”, and {{*}} for all of them.' as const

/** The plugin's mails: to the people of the space, for each lead. */
const notifications = (field: Field): Field =>
  field.type === 'array'
    ? Object.assign(
        { ...field },
        {
          label: 'Notifications by mail',
          labels: { singular: 'Mail', plural: 'Mails' },
          maxRows: 10,
          access: forStaff,
          admin: {
            description: `To the people who look after leads. ${placeholders} Without a message, the mail lists all answers. Answering it answers the visitor.`,
          },
          fields: field.fields.map(withoutSender),
        },
      )
    : field

const confirmation: Field = {
  name: 'confirmationMail',
  type: 'group',
  label: 'Confirmation by mail',
  access: forStaff,
  admin: {
    description: `To the visitor, at the address in the form’s first e-mail field. ${placeholders} Once per address and hour.`,
  },
  fields: [
    { name: 'enabled', type: 'checkbox', label: 'Send it', defaultValue: false },
    {
      name: 'subject',
      type: 'text',
      label: 'Subject',
      localized: true,
      maxLength: 200,
      admin: { condition: (_data, { enabled }) => Boolean(enabled) },
    },
    {
      name: 'message',
      type: 'textarea',
      label: 'Message',
      localized: true,
      maxLength: 10_000,
      admin: { condition: (_data, { enabled }) => Boolean(enabled) },
    },
    {
      name: 'replyTo',
      type: 'email',
      label: 'Answers go to',
      admin: { condition: (_data, { enabled }) => Boolean(enabled) },
    },
  ],
}

const consent: Field = {
  name: 'consent',
  type: 'group',
  label: 'Consent',
  fields: [
    {
      name: 'text',
      type: 'textarea',
      label: 'What visitors agree to',
      localized: true,
      maxLength: 2_000,
      admin: {
        description:
          'Shown beside a box that has to be ticked. Each lead keeps the words and the time. Empty: nothing is asked.',
      },
    },
    {
      name: 'version',
      type: 'number',
      label: 'Version',
      defaultValue: 0,
      access: byServer,
      admin: { readOnly: true, condition: (_data, { version }) => Number(version) > 0 },
    },
  ],
}

const captcha: Field = {
  name: 'captcha',
  type: 'checkbox',
  label: 'Keep robots out with a puzzle',
  defaultValue: false,
  admin: {
    description:
      'The visitor’s browser works for a moment before it sends the form: nobody has to click or read anything, and no other company is asked. It needs JavaScript; without it the form says so, and cannot be sent.',
  },
}

const retention: Field = {
  name: 'retentionDays',
  type: 'number',
  label: 'Erase leads after days',
  min: 1,
  max: 3650,
  access: forStaff,
  admin: {
    step: 1,
    description:
      'Once a day, leads of this form that are older are erased with everything that belongs to them. Empty: they are kept.',
  },
  validate: (value: unknown) =>
    value === null ||
    value === undefined ||
    (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 3650) ||
    'Enter a whole number of days from 1 to 3650.',
}

export const Forms: Overrides = {
  ...config,
  fields: ({ defaultFields }) => [
    ...defaultFields
      .map(withConditions)
      .map((field) => ('name' in field && field.name === 'emails' ? notifications(field) : field)),
    confirmation,
    webhooksField,
    consent,
    captcha,
    retention,
    createdByField,
  ],
}
