import { tenantsArrayField } from '@payloadcms/plugin-multi-tenant/fields'
import type { ArrayField, CollectionConfig, FieldAccess } from 'payload'

import { byServer } from '@/access/fieldAccess'
import {
  allow,
  anyOf,
  hasRole,
  hasRoleInNew,
  isStaff,
  OWNERS,
  platformStaff,
  scopeOf,
  STAFF_ROLES,
  tenantsWithRole,
  type Rule,
} from '@/access/rules'
import { env } from '@/env'
import { identityCollection } from '@/tenancy/collectionKinds'

import { inviteEndpoint } from './endpoints/inviteEndpoint'
import { verifyEndpoint } from './endpoints/verifyEndpoint'
import { importedHashField } from './fields/importedHashField'
import { checkMemberships } from './hooks/checkMemberships'
import { checkPassword } from './hooks/checkPassword'
import { enterIdentity } from './hooks/enterIdentity'
import { lookInOwnRealm, noteNewAccount } from './hooks/lookInOwnRealm'
import { setRealm } from './hooks/setRealm'
import { stampLastLogin } from './hooks/stampLastLogin'
import { verifyOnReset } from './hooks/verifyOnReset'
import { resetMail, verificationMail } from './mail'
import { jsonSchema, profileSchema } from './tenantSchemas'

/** The person's own account. */
const self: Rule = ({ scope }) => scope.kind === 'member' && { id: { equals: scope.userId } }

const staffField: FieldAccess = async ({ req }) => {
  const scope = await scopeOf(req)
  return scope !== undefined && isStaff(scope)
}

/** Owners manage the accounts of their own space; nobody manages themselves. */
const managerField: FieldAccess = async ({ req, id }) => {
  const scope = await scopeOf(req)
  if (!scope) return false
  if (isStaff(scope)) return true
  return (
    tenantsWithRole(scope, OWNERS).length > 0 && !(scope.kind === 'member' && scope.userId === id)
  )
}

/** Who may do what in which space: the multi-tenant plugin's field, with a role in each row. */
const rows = tenantsArrayField({
  tenantsArrayFieldName: 'tenants',
  tenantsArrayTenantFieldName: 'tenant',
  tenantsCollectionSlug: 'tenants',
  arrayFieldAccess: { create: managerField, update: managerField },
  tenantFieldAccess: {},
  rowFields: [
    {
      name: 'role',
      type: 'select',
      label: 'Role',
      required: true,
      defaultValue: 'viewer',
      options: [
        { value: 'owner', label: 'Owner' },
        { value: 'editor', label: 'Editor' },
        { value: 'author', label: 'Author' },
        { value: 'viewer', label: 'Viewer' },
        { value: 'member', label: 'Member (signs in on the site only)' },
      ],
    },
  ],
})

const memberships: ArrayField = {
  ...rows,
  label: 'Roles',
  labels: { singular: 'Role', plural: 'Roles' },
  maxRows: 200,
  saveToJWT: false,
  admin: { components: { Cell: '@/admin/RoleCell#RoleCell' } },
  fields: rows.fields.map((field) =>
    'name' in field && field.name === 'tenant'
      ? Object.assign(
          { ...field },
          {
            label: 'Space',
            admin: { components: { Field: '@/admin/RoleSpaceField#RoleSpaceField' } },
          },
        )
      : field,
  ),
}

/** People and service accounts, see docs/isolation.md. */
export const Users: CollectionConfig = identityCollection(
  {
    slug: 'users',
    labels: { singular: 'Person', plural: 'People' },
    // Authentication updates accounts in a scope that sees no locks.
    lockDocuments: false,
    admin: {
      group: 'Settings',
      useAsTitle: 'email',
      defaultColumns: ['email', 'firstName', 'lastName', 'tenants', 'isActive', 'lastLogin'],
      components: { beforeListTable: ['@/admin/InviteForm#InviteForm'] },
    },
    auth: {
      tokenExpiration: 60 * 60 * 8,
      useSessions: true,
      useAPIKey: true,
      maxLoginAttempts: 10,
      lockTime: 10 * 60 * 1000,
      depth: 0,
      cookies: { sameSite: 'Lax', secure: env().NEXT_PUBLIC_SERVER_URL.startsWith('https:') },
      verify: verificationMail,
      forgotPassword: { expiration: 60 * 60 * 1000, ...resetMail },
    },
    access: {
      admin: async ({ req }) => {
        const scope = await scopeOf(req)
        if (!scope || !req.user) return false
        if (isStaff(scope)) return true
        // Somebody whose only space is suspended gets in, to be told so: there is nothing else to see.
        const memberships = scope.kind === 'member' ? scope.memberships : []
        return memberships.length === 0 || memberships.some(({ role }) => role !== 'member')
      },
      read: allow(
        anyOf(hasRole(STAFF_ROLES, 'tenants.tenant'), hasRole(STAFF_ROLES, 'tenant'), self),
      ),
      create: allow(hasRoleInNew(OWNERS)),
      update: allow(anyOf(hasRole(OWNERS, 'tenant'), self)),
      delete: allow(hasRole(OWNERS, 'tenant')),
      unlock: allow(anyOf(platformStaff, hasRole(OWNERS, 'tenant'))),
    },
    endpoints: [inviteEndpoint, verifyEndpoint],
    hooks: {
      beforeOperation: [enterIdentity, checkPassword, lookInOwnRealm],
      beforeValidate: [setRealm, verifyOnReset],
      beforeChange: [checkMemberships, noteNewAccount],
      beforeLogin: [stampLastLogin],
    },
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'firstName', type: 'text', label: 'First name', maxLength: 80 },
          { name: 'lastName', type: 'text', label: 'Last name', maxLength: 80 },
        ],
      },
      {
        name: 'avatar',
        type: 'upload',
        relationTo: 'media',
        label: 'Picture',
        // Only accounts that live in a space have a media library to choose from.
        admin: { condition: (data) => Boolean(data.tenant) },
      },
      {
        name: 'profile',
        type: 'json',
        label: 'Profile',
        defaultValue: {},
        jsonSchema: jsonSchema('profile', profileSchema),
        admin: { components: { Field: '@/admin/SchemaField#SchemaField' } },
      },
      {
        name: 'notifyByEmail',
        type: 'select',
        label: 'Mails about your work',
        defaultValue: 'everything',
        options: [
          { value: 'everything', label: 'Everything that concerns me' },
          { value: 'important', label: 'Mentions, reviews and assignments' },
          { value: 'nothing', label: 'None: I look at the bell' },
        ],
      },
      {
        name: 'isActive',
        type: 'checkbox',
        label: 'Active',
        defaultValue: true,
        access: { create: managerField, update: managerField },
        admin: {
          position: 'sidebar',
          description: 'Unticked: cannot sign in, from the next request on.',
        },
      },
      {
        name: 'lastLogin',
        type: 'date',
        label: 'Last sign-in',
        access: byServer,
        admin: { position: 'sidebar', readOnly: true, date: { pickerAppearance: 'dayAndTime' } },
      },
      {
        name: 'tenant',
        type: 'relationship',
        relationTo: 'tenants',
        label: 'Home space',
        index: true,
        maxDepth: 0,
        access: { create: managerField, update: staffField },
        admin: {
          position: 'sidebar',
          condition: (_data, _siblings, { user }) => user?.platformRole === 'platform-admin',
          description: 'Where this account lives. Empty: a global account, for staff and agencies.',
        },
      },
      {
        name: 'platformRole',
        type: 'select',
        label: 'Platform role',
        saveToJWT: true,
        access: { create: staffField, update: staffField },
        options: [{ value: 'platform-admin', label: 'Platform administrator' }],
        admin: {
          position: 'sidebar',
          condition: (_data, _siblings, { user }) => user?.platformRole === 'platform-admin',
        },
      },
      memberships,
      importedHashField,
    ],
  },
  {
    gin: ['profile'],
    index: [['apiKeyIndex'], ['resetPasswordToken'], ['_verificationToken']],
    clashes: {
      email: {
        field: 'email',
        message: 'Somebody with this e-mail address already has an account here.',
      },
      tenant_id: {
        field: 'email',
        message: 'Somebody with this e-mail address already has an account here.',
      },
      _parent_id: { field: 'tenants', message: 'A person has one role in each space.' },
    },
  },
)
