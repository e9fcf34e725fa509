import type {
  CollectionConfig,
  RelationshipFieldSingleValidation,
  TextFieldSingleValidation,
} from 'payload'
import { relationship, text } from 'payload/shared'

import { byServer } from '@/access/fieldAccess'
import { allow, EDITORS, hasRole, hasRoleInNew, STAFF_ROLES } from '@/access/rules'
import { exportEndpoint } from '@/redirects/exportEndpoint'
import { importEndpoint } from '@/redirects/importEndpoint'
import { normalizePath, problemOfPath } from '@/redirects/redirectPath'
import { MAX_TARGET, problemOfTarget } from '@/redirects/redirectTarget'
import { REDIRECT_TYPES } from '@/redirects/redirectTypes'
import { tenantCollection } from '@/tenancy/collectionKinds'

import { createdByField } from './fields/createdByField'
import { normalizeRedirect } from './hooks/normalizeRedirect'

const TAKEN = 'Another redirect of this space has this address.'

const validatePath: TextFieldSingleValidation = async (value, options) => {
  const result = await text(value, options)
  return result === true && value ? (problemOfPath(value) ?? true) : result
}

// Not `required`: GraphQL would then ask for the whole group on every change (3.90).
const typeOf = (siblings: unknown): unknown =>
  typeof siblings === 'object' && siblings !== null ? Reflect.get(siblings, 'type') : undefined

const validatePage: RelationshipFieldSingleValidation = async (value, options) => {
  if (!value && typeOf(options.siblingData) !== 'custom') return 'Choose the page.'
  return relationship(value, options)
}

const validateTarget: TextFieldSingleValidation = async (value, options) => {
  if (!value && typeOf(options.siblingData) === 'custom') return 'Enter the new address.'
  const result = await text(value, options)
  return result === true && value ? (problemOfTarget(value) ?? true) : result
}

/**
 * Old addresses of a site, and where they lead now. Moves of pages write them by trigger (src/db/sql/functions/atrium_page_moved.sql), and what
 * cannot work is refused there, too. Fields are named as in Payload's own redirects plugin; docs/decisions/0016-redirects.md says why
 * it is not that plugin.
 */
export const Redirects: CollectionConfig = tenantCollection(
  {
    slug: 'redirects',
    labels: { singular: 'Redirect', plural: 'Redirects' },
    disableDuplicate: true,
    admin: {
      group: 'Website',
      useAsTitle: 'from',
      defaultColumns: ['from', 'to.reference', 'to.url', 'type', 'origin'],
      listSearchableFields: ['from', 'to.url'],
      components: { beforeListTable: ['@/admin/TransferPanel#TransferPanel'] },
    },
    defaultSort: 'from',
    access: {
      read: allow(hasRole(STAFF_ROLES)),
      create: allow(hasRoleInNew(EDITORS)),
      update: allow(hasRole(EDITORS)),
      delete: allow(hasRole(EDITORS)),
    },
    endpoints: [importEndpoint, exportEndpoint],
    hooks: { beforeChange: [normalizeRedirect] },
    fields: [
      {
        name: 'from',
        type: 'text',
        label: 'Old address',
        required: true,
        // What a move leaves behind may be longer than what is typed.
        validate: validatePath,
        hooks: {
          beforeValidate: [
            ({ value }) => (typeof value === 'string' ? normalizePath(value) : value),
          ],
        },
        admin: { placeholder: '/old-page', description: 'The path on this site, without “?”.' },
      },
      {
        name: 'to',
        type: 'group',
        label: 'New address',
        admin: { hideGutter: true },
        fields: [
          {
            name: 'type',
            type: 'radio',
            label: 'Leads to',
            defaultValue: 'reference',
            options: [
              { value: 'reference', label: 'A page of this site' },
              { value: 'custom', label: 'An address' },
            ],
            admin: { layout: 'horizontal' },
          },
          {
            name: 'reference',
            type: 'relationship',
            relationTo: 'pages',
            label: 'Page',
            validate: validatePage,
            maxDepth: 1,
            admin: {
              condition: (_data, siblings) => siblings?.type !== 'custom',
              description:
                'Followed wherever the page moves. While it is not published, nobody is redirected.',
            },
          },
          {
            name: 'url',
            type: 'text',
            label: 'Address',
            maxLength: MAX_TARGET,
            validate: validateTarget,
            admin: {
              condition: (_data, siblings) => siblings?.type === 'custom',
              placeholder: '/new-page',
              description: 'A path of this site, or a full address (https://…).',
            },
          },
        ],
      },
      {
        name: 'type',
        type: 'select',
        label: 'Kind',
        defaultValue: '301',
        options: [...REDIRECT_TYPES],
        admin: { position: 'sidebar', isClearable: false },
      },
      {
        name: 'origin',
        type: 'select',
        label: 'Made by',
        defaultValue: 'manual',
        options: [
          { value: 'manual', label: 'A person' },
          { value: 'move', label: 'A page that moved' },
          { value: 'import', label: 'An import' },
        ],
        access: byServer,
        admin: { position: 'sidebar', readOnly: true },
      },
      createdByField,
    ],
  },
  {
    unique: [['from']],
    goesWith: ['to_reference'],
    clashes: {
      from: { field: 'from', message: TAKEN },
      tenant_id: { field: 'from', message: TAKEN },
      'tenant_id, from': { field: 'from', message: TAKEN },
    },
  },
)
