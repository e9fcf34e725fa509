import type { CollectionConfig, Field } from 'payload'

import { allow, anyOf, atTenant, hasRole, hasRoleInNew, OWNERS, STAFF_ROLES } from '@/access/rules'
import { linkField } from '@/blocks/linkField'
import { emptyForNull, requiredInMainLanguage } from '@/blocks/requiredInMainLanguage'
import { validateUrl } from '@/blocks/validateUrl'
import { fontStackOptions } from '@/site/fontStacks'
import { socialPlatforms } from '@/site/socialPlatforms'
import { tenantCollection } from '@/tenancy/collectionKinds'

import { checkTheme } from './hooks/checkTheme'

const colourField = (name: string, label: string, defaultValue: string): Field => ({
  name,
  type: 'text',
  label,
  required: true,
  defaultValue,
  maxLength: 7,
  admin: { width: '25%', placeholder: '#1f5f5b' },
  validate: (value: string | null | undefined) =>
    value && /^#[0-9a-fA-F]{6}$/.test(value) ? true : 'Enter a colour as # and six digits.',
})

const header: Field = {
  name: 'header',
  type: 'group',
  label: false,
  fields: [
    {
      name: 'items',
      type: 'array',
      label: 'Menu',
      labels: { singular: 'Entry', plural: 'Entries' },
      maxRows: 8,
      dbName: 'site_menu',
      fields: [
        linkField({ translated: true }),
        {
          name: 'children',
          type: 'array',
          label: 'Entries below',
          labels: { singular: 'Entry', plural: 'Entries' },
          maxRows: 12,
          dbName: 'site_submenu',
          fields: [linkField({ translated: true })],
        },
      ],
    },
    {
      name: 'callToAction',
      type: 'group',
      label: 'Button beside the menu',
      fields: [linkField({ required: false, translated: true })],
    },
  ],
}

const footer: Field = {
  name: 'footer',
  type: 'group',
  label: false,
  fields: [
    { name: 'text', type: 'textarea', label: 'Small print', maxLength: 500, localized: true },
    {
      name: 'columns',
      type: 'array',
      label: 'Columns',
      labels: { singular: 'Column', plural: 'Columns' },
      maxRows: 4,
      dbName: 'site_footer_columns',
      fields: [
        {
          name: 'heading',
          type: 'text',
          label: 'Heading',
          required: true,
          maxLength: 60,
          localized: true,
          validate: requiredInMainLanguage,
          hooks: { beforeValidate: [emptyForNull] },
        },
        {
          name: 'links',
          type: 'array',
          label: 'Links',
          labels: { singular: 'Link', plural: 'Links' },
          maxRows: 12,
          dbName: 'site_footer_links',
          fields: [linkField({ translated: true })],
        },
      ],
    },
  ],
}

/** How one space's site looks and what stands around its pages. One document per space. */
export const SiteSettings: CollectionConfig = tenantCollection(
  {
    slug: 'site-settings',
    labels: { singular: 'Site settings', plural: 'Site settings' },
    admin: { group: 'Website', useAsTitle: 'siteName' },
    access: {
      read: allow(anyOf(hasRole(STAFF_ROLES), atTenant)),
      create: allow(hasRoleInNew(OWNERS)),
      update: allow(hasRole(OWNERS)),
      delete: allow(hasRole(OWNERS)),
    },
    hooks: { beforeChange: [checkTheme] },
    fields: [
      {
        type: 'tabs',
        tabs: [
          {
            label: 'Site',
            fields: [
              {
                name: 'siteName',
                type: 'text',
                label: 'Name of the site',
                required: true,
                maxLength: 120,
              },
              { name: 'tagline', type: 'text', label: 'Tagline', maxLength: 160, localized: true },
              {
                name: 'description',
                type: 'textarea',
                label: 'Description for search engines',
                maxLength: 200,
                localized: true,
              },
              { name: 'logo', type: 'upload', relationTo: 'media', label: 'Logo' },
              {
                name: 'favicon',
                type: 'upload',
                relationTo: 'media',
                label: 'Icon',
                admin: { description: 'Square, PNG or SVG: shown in the tabs of browsers.' },
              },
              {
                name: 'shareImage',
                type: 'upload',
                relationTo: 'media',
                label: 'Picture when shared',
              },
              {
                name: 'social',
                type: 'array',
                label: 'Social networks',
                labels: { singular: 'Profile', plural: 'Profiles' },
                maxRows: 10,
                dbName: 'site_social',
                fields: [
                  {
                    name: 'platform',
                    type: 'select',
                    label: 'Network',
                    required: true,
                    enumName: 'enum_site_social_platform',
                    options: [...socialPlatforms],
                  },
                  {
                    name: 'url',
                    type: 'text',
                    label: 'Address',
                    required: true,
                    maxLength: 500,
                    validate: validateUrl,
                  },
                ],
              },
            ],
          },
          {
            label: 'Look',
            fields: [
              {
                name: 'theme',
                type: 'group',
                label: false,
                fields: [
                  {
                    type: 'row',
                    fields: [
                      colourField('primary', 'Main colour', '#1f5f5b'),
                      colourField('accent', 'Second colour', '#c8643c'),
                      colourField('surface', 'Background', '#fbfaf7'),
                      colourField('text', 'Text', '#1c2321'),
                    ],
                  },
                  {
                    type: 'row',
                    fields: [
                      {
                        name: 'headingFont',
                        type: 'select',
                        label: 'Headings',
                        defaultValue: 'modern',
                        options: fontStackOptions,
                        enumName: 'enum_site_font',
                        admin: { width: '34%' },
                      },
                      {
                        name: 'bodyFont',
                        type: 'select',
                        label: 'Text',
                        defaultValue: 'modern',
                        options: fontStackOptions,
                        enumName: 'enum_site_body_font',
                        admin: { width: '33%' },
                      },
                      {
                        name: 'corners',
                        type: 'select',
                        label: 'Corners',
                        defaultValue: 'soft',
                        options: [
                          { value: 'sharp', label: 'Sharp' },
                          { value: 'soft', label: 'Soft' },
                          { value: 'round', label: 'Round' },
                        ],
                        enumName: 'enum_site_corners',
                        admin: { width: '33%' },
                      },
                    ],
                  },
                ],
              },
            ],
          },
          { label: 'Header', fields: [header] },
          { label: 'Footer', fields: [footer] },
        ],
      },
    ],
  },
  {
    single: true,
    clashes: {
      tenant_id: { field: 'siteName', message: 'This space has its site settings already.' },
      tenant: { field: 'siteName', message: 'This space has its site settings already.' },
    },
  },
)
