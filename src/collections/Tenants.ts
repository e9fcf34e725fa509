import type { CollectionConfig, FieldHook, SelectFieldManyValidation } from 'payload'

import {
  allow,
  anyOf,
  hasRole,
  isStaff,
  OWNERS,
  platformOnly,
  platformStaff,
  scopeOf,
  STAFF_ROLES,
  type Rule,
} from '@/access/rules'
import { DEFAULT_LOCALE, localesIn, LOCALES, nearestLocale } from '@/locales/locales'
import { afterCommit } from '@/db/afterCommit'
import type { Tenant } from '@/payload-types'
import { tenantsCollection } from '@/tenancy/collectionKinds'
import { checkDomain, checkSlug, sitesDomain } from '@/tenancy/host'
import { invalidateHost, invalidateTenant } from '@/tenancy/invalidateTenant'
import { forgetTenants } from '@/tenancy/resolveTenant'

import { boundTenantSelector } from './hooks/boundTenantSelector'
import { refuseDeletingTenantInUse } from './hooks/refuseDeletingTenantInUse'
import { brandingSchema, featureTogglesSchema, jsonSchema, settingsSchema } from './tenantSchemas'

const byStaffOnly = {
  create: async ({ req }: { req: Parameters<typeof scopeOf>[0] }) => isStaffRequest(req),
  update: async ({ req }: { req: Parameters<typeof scopeOf>[0] }) => isStaffRequest(req),
}

async function isStaffRequest(req: Parameters<typeof scopeOf>[0]): Promise<boolean> {
  const scope = await scopeOf(req)
  return scope !== undefined && isStaff(scope)
}

/** Somebody who works nowhere now: no rows, and no refusal, which the admin would answer with a 500. */
const noneForMembers: Rule = ({ scope }) => scope.kind === 'member' && { id: { in: [] } }

/** Every host at which a tenant answers. */
function hostsOf(tenant: Partial<Tenant> | undefined): string[] {
  const domains = (tenant?.domains ?? []).map(({ domain }) => domain)
  return tenant?.slug ? [`${tenant.slug}.${sitesDomain()}`, ...domains] : domains
}

const localeOptions = LOCALES.map(({ code, name }) => ({ value: code, label: name }))

const localeOfSettings: FieldHook = ({ operation, value, data, siblingData }) => {
  const settings: unknown = data?.settings
  const tag: unknown =
    typeof settings === 'object' && settings !== null ? Reflect.get(settings, 'locale') : undefined
  return operation === 'create' && siblingData.defaultLocale === undefined && tag !== undefined
    ? nearestLocale(tag)
    : value
}

const checkLocales: SelectFieldManyValidation = (value, { siblingData }) => {
  const chosen = localesIn(value)
  const main = nearestLocale(Reflect.get(siblingData, 'defaultLocale'))
  if (value && chosen.length !== value.length) return 'One of these languages is not available.'
  return chosen.length === 0 || chosen.includes(main)
    ? true
    : 'The main language must be among them.'
}

/** The spaces themselves. */
export const Tenants: CollectionConfig = tenantsCollection(
  {
    slug: 'tenants',
    labels: { singular: 'Space', plural: 'Spaces' },
    admin: {
      group: 'Platform',
      useAsTitle: 'name',
      defaultColumns: ['name', 'slug', 'industryModule', 'plan', 'status'],
      // Someone with one tenant never meets the word.
      hidden: ({ user }) => user?.platformRole !== 'platform-admin',
    },
    access: {
      read: allow(anyOf(hasRole(STAFF_ROLES, 'id'), noneForMembers)),
      create: allow(platformOnly),
      update: allow(hasRole(OWNERS, 'id')),
      delete: allow(platformStaff),
    },
    hooks: {
      beforeOperation: [boundTenantSelector],
      beforeDelete: [refuseDeletingTenantInUse],
      afterChange: [
        async ({ doc, previousDoc, req }) => {
          await afterCommit(req, async () => {
            forgetTenants()
            await invalidateTenant(req.payload, doc.id)
            for (const host of new Set([...hostsOf(doc), ...hostsOf(previousDoc)]))
              await invalidateHost(req.payload, host)
          })
          return doc
        },
      ],
      afterDelete: [
        async ({ doc, req }) => {
          await afterCommit(req, async () => {
            forgetTenants()
            for (const host of hostsOf(doc)) await invalidateHost(req.payload, host)
          })
        },
      ],
    },
    fields: [
      { name: 'name', type: 'text', label: 'Name', required: true, maxLength: 120 },
      {
        name: 'slug',
        type: 'text',
        label: 'Sub-domain',
        required: true,
        unique: true,
        maxLength: 63,
        access: byStaffOnly,
        hooks: {
          beforeValidate: [
            ({ value }) => (typeof value === 'string' ? value.trim().toLowerCase() : value),
          ],
        },
        validate: (value: string | null | undefined) =>
          value ? checkSlug(value) : 'This is required.',
        admin: {
          description: 'The space’s address below the platform’s domain, and its X-Tenant name.',
        },
      },
      {
        name: 'domains',
        type: 'array',
        label: 'Own domains',
        labels: { singular: 'Domain', plural: 'Domains' },
        maxRows: 20,
        access: byStaffOnly,
        admin: { description: 'The first is the address that search engines are told.' },
        fields: [
          {
            name: 'domain',
            type: 'text',
            label: 'Domain',
            required: true,
            unique: true,
            maxLength: 253,
            hooks: {
              beforeValidate: [
                ({ value }) =>
                  typeof value === 'string' ? value.trim().toLowerCase().replace(/\.$/, '') : value,
              ],
            },
            validate: (value: string | null | undefined) =>
              value ? checkDomain(value) : 'This is required.',
          },
        ],
      },
      {
        type: 'row',
        fields: [
          {
            name: 'industryModule',
            type: 'select',
            label: 'Industry',
            required: true,
            defaultValue: 'other',
            options: [
              { value: 'coworking', label: 'Coworking' },
              { value: 'studio', label: 'Studio' },
              { value: 'venue', label: 'Venue' },
              { value: 'education', label: 'Education' },
              { value: 'other', label: 'Other' },
            ],
          },
          {
            name: 'plan',
            type: 'select',
            label: 'Plan',
            required: true,
            defaultValue: 'starter',
            access: byStaffOnly,
            options: [
              { value: 'starter', label: 'Starter' },
              { value: 'standard', label: 'Standard' },
              { value: 'premium', label: 'Premium' },
            ],
          },
          {
            name: 'status',
            type: 'select',
            label: 'Status',
            required: true,
            defaultValue: 'active',
            index: true,
            access: byStaffOnly,
            options: [
              { value: 'active', label: 'Active' },
              { value: 'suspended', label: 'Suspended' },
            ],
          },
        ],
      },
      {
        type: 'row',
        fields: [
          {
            name: 'defaultLocale',
            type: 'select',
            label: 'Main language',
            required: true,
            defaultValue: DEFAULT_LOCALE,
            options: localeOptions,
            // Whoever makes a space by its settings alone has said it there.
            hooks: { beforeValidate: [localeOfSettings] },
            admin: {
              width: '50%',
              description:
                'Addresses in it have no prefix. It stands in for what is not translated.',
            },
          },
          {
            name: 'locales',
            type: 'select',
            label: 'Languages',
            hasMany: true,
            // `tenants_locales` is what Payload calls the table of translated fields.
            dbName: 'tenant_locales',
            enumName: 'enum_tenant_locales',
            options: localeOptions,
            validate: checkLocales,
            admin: {
              width: '50%',
              description:
                'What the site is offered in, the main language among them. Empty: that one alone. What is written in a language that is taken away stays, and is not shown.',
            },
          },
        ],
      },
      {
        name: 'branding',
        type: 'json',
        label: 'Branding',
        defaultValue: {},
        jsonSchema: jsonSchema('branding', brandingSchema),
        admin: { components: { Field: '@/admin/SchemaField#SchemaField' } },
      },
      {
        name: 'settings',
        type: 'json',
        label: 'Settings',
        defaultValue: { defaultCurrency: 'EUR', locale: 'en', timeZone: 'UTC' },
        jsonSchema: jsonSchema('settings', settingsSchema),
        admin: { components: { Field: '@/admin/SchemaField#SchemaField' } },
      },
      {
        name: 'featureToggles',
        type: 'json',
        label: 'Feature toggles',
        defaultValue: {},
        jsonSchema: jsonSchema('feature-toggles', featureTogglesSchema),
        admin: { components: { Field: '@/admin/SchemaField#SchemaField' } },
      },
    ],
  },
  {
    gin: ['settings', 'featureToggles'],
    clashes: {
      slug: { field: 'slug', message: 'Another space already has this sub-domain.' },
      children: { field: 'domains', message: 'Another space already has this domain.' },
    },
  },
)
