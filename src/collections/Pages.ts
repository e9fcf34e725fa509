import type { CollectionConfig } from 'payload'

import { byServer } from '@/access/fieldAccess'
import {
  allOf,
  allow,
  anyOf,
  EDITORS,
  hasRole,
  hasRoleInNew,
  notTrashed,
  ownDraftsOf,
  previewed,
  published,
  STAFF_ROLES,
  trashes,
  type Rule,
} from '@/access/rules'
import { blocks } from '@/blocks'
import { copyEndpoint } from '@/copying/copyEndpoint'
import { followPage } from '@/review/followPage'
import { reviewEndpoint } from '@/review/reviewEndpoint'
import { pageTransferEndpoints } from '@/transfer/pages/pageEndpoints'
import { embedLater } from '@/search/embeddings/embedLater'
import { relatedEndpoint } from '@/search/related/relatedEndpoint'
import { tenantCollection } from '@/tenancy/collectionKinds'

import { createdByField } from './fields/createdByField'
import { pageSlugField } from './fields/pageSlugField'
import { referencesField } from './fields/referencesField'
import { seoFields } from './fields/seoFields'
import { keepLock } from './hooks/keepLock'
import { noteReferences } from './hooks/noteReferences'
import { restoreAsDraft } from './hooks/restoreAsDraft'
import { refusePublishingByAuthors } from './hooks/refusePublishingByAuthors'
import { refuseStale } from './hooks/refuseStale'
import { previewUrl } from './previewUrl'

/** Whether a change leaves a draft a draft; the admin asks with the new status whether to offer “Publish”. */
const savesDraft: Rule = ({ data }) => data?._status !== 'published'

/** The pages of a site: a tree, written out of blocks, with drafts and versions. */
export const Pages: CollectionConfig = tenantCollection(
  {
    slug: 'pages',
    labels: { singular: 'Page', plural: 'Pages' },
    trash: true,
    // Seconds after the last change. Nobody unlocks a page that has saved itself and is left.
    lockDocuments: { duration: 120 },
    admin: {
      group: 'Website',
      useAsTitle: 'title',
      defaultColumns: ['title', 'path', '_status', 'updatedAt'],
      listSearchableFields: ['title', 'path'],
      components: {
        beforeListTable: ['@/admin/TransferPanel#TransferPanel', '@/admin/CopyPages#CopyPages'],
        edit: { editMenuItems: ['@/admin/CopyPage#CopyPage'] },
      },
      preview: (doc, { locale, req }) => previewUrl(doc, req, locale),
      livePreview: {
        url: ({ data, locale, req }) => previewUrl(data, req, locale?.code),
        breakpoints: [
          { name: 'phone', label: 'Phone', width: 390, height: 844 },
          { name: 'tablet', label: 'Tablet', width: 820, height: 1180 },
          { name: 'desktop', label: 'Desktop', width: 1440, height: 900 },
        ],
      },
    },
    access: {
      read: allow(anyOf(hasRole(STAFF_ROLES), allOf(anyOf(published, previewed), notTrashed))),
      create: allow(hasRoleInNew(['owner', 'editor', 'author'])),
      update: allow(anyOf(hasRole(EDITORS), allOf(ownDraftsOf(['author']), savesDraft))),
      delete: allow(anyOf(hasRole(EDITORS), allOf(ownDraftsOf(['author']), trashes))),
      readVersions: allow(hasRole(STAFF_ROLES, 'version.tenant')),
    },
    versions: { drafts: { autosave: { interval: 1500 }, schedulePublish: true }, maxPerDoc: 50 },
    endpoints: [copyEndpoint, reviewEndpoint, relatedEndpoint, ...pageTransferEndpoints],
    hooks: {
      beforeOperation: [restoreAsDraft],
      beforeValidate: [refuseStale],
      beforeChange: [refusePublishingByAuthors, noteReferences],
      afterChange: [followPage, keepLock, embedLater],
    },
    fields: [
      {
        name: 'title',
        type: 'text',
        label: 'Title',
        required: true,
        localized: true,
        maxLength: 160,
      },
      {
        type: 'tabs',
        tabs: [
          {
            label: 'Content',
            fields: [
              {
                name: 'layout',
                type: 'blocks',
                label: 'Blocks',
                localized: true,
                labels: { singular: 'Block', plural: 'Blocks' },
                blocks,
                maxRows: 60,
              },
            ],
          },
          { name: 'meta', label: 'Search engines', fields: seoFields },
        ],
      },
      pageSlugField,
      {
        name: 'parent',
        type: 'relationship',
        relationTo: 'pages',
        label: 'Below',
        maxDepth: 0,
        filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
        admin: {
          position: 'sidebar',
          description: 'The page that this one belongs under. Its address begins with that page’s.',
        },
      },
      {
        name: 'path',
        type: 'text',
        label: 'Full address',
        localized: true,
        // Written by the trigger atrium_page_path, whoever writes the row.
        access: byServer,
        admin: {
          readOnly: true,
          position: 'sidebar',
          components: { Field: '@/admin/PageAddress#PageAddress' },
        },
      },
      {
        name: 'publishedAt',
        type: 'date',
        label: 'Visible from',
        admin: {
          position: 'sidebar',
          date: { pickerAppearance: 'dayAndTime' },
          description:
            'Empty: as soon as it is published. A later time: published, but hidden until then.',
        },
      },
      {
        name: 'team',
        type: 'relationship',
        relationTo: 'teams',
        label: 'Team',
        maxDepth: 1,
        admin: { position: 'sidebar', description: 'Who is told what happens to this page.' },
      },
      {
        name: 'conversation',
        type: 'ui',
        admin: {
          position: 'sidebar',
          components: { Field: '@/admin/ReviewPanel#ReviewPanel' },
        },
      },
      createdByField,
      referencesField,
    ],
  },
  {
    unique: [['path']],
    clashes: {
      'tenant_id, _locale, path': {
        field: 'slug',
        message: 'This address is already used by another page of this space.',
      },
      path: {
        field: 'slug',
        message: 'This address is already used by another page of this space.',
      },
      tenant_id: {
        field: 'slug',
        message: 'This address is already used by another page of this space.',
      },
      'tenant_id, path': {
        field: 'slug',
        message: 'This address is already used by another page of this space.',
      },
    },
  },
)
