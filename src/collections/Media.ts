import type { CollectionConfig, Where } from 'payload'

import { byServer } from '@/access/fieldAccess'
import {
  allOf,
  allow,
  anyOf,
  atTenant,
  EDITORS,
  hasRole,
  hasRoleInNew,
  notTrashed,
  STAFF_ROLES,
  trashes,
  type Rule,
} from '@/access/rules'
import { env } from '@/env'
import { fetchNothing } from '@/media/fetchNothing'
import { tenantCollection } from '@/tenancy/collectionKinds'
import { mediaTransferEndpoints } from '@/transfer/media/mediaEndpoints'

import { createdByField } from './fields/createdByField'
import { checkUpload } from './hooks/checkUpload'
import { forgetUploadEdits } from './hooks/forgetUploadEdits'
import { lookInOwnFolder } from './hooks/lookInOwnFolder'
import { noteStoredFiles } from './hooks/noteStoredFiles'
import { reuseStoredFile } from './hooks/reuseStoredFile'
import { setMediaPrefix } from './hooks/setMediaPrefix'

const textAt = (holder: unknown, key: string): string | null => {
  const value: unknown =
    typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : null
  return typeof value === 'string' ? value : null
}

/** The small size; a picture that has none, such as an SVG, is its own. */
const thumbnailOf = (doc: Record<string, unknown>): string | null => {
  const { sizes } = doc
  const small =
    typeof sizes === 'object' && sizes !== null
      ? textAt(Reflect.get(sizes, 'thumbnail'), 'url')
      : null
  return small ?? (textAt(doc, 'mimeType')?.startsWith('image/') ? textAt(doc, 'url') : null)
}

/** Everything in the scope of somebody at a tenant's address, as a `where`. */
const whereverOne: Rule = (question): false | Where =>
  atTenant(question) ? { id: { exists: true } } : false

/** What authors uploaded themselves. */
const ownUploads: Rule = ({ scope }) =>
  scope.kind === 'member' && { createdBy: { equals: scope.userId } }

/**
 * What may be uploaded. HTML, XML and scripts are not among it: they would run at the tenant's own address. SVG is, and is
 * served with a policy under which nothing in it runs.
 */
export const MEDIA_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/avif',
  'image/gif',
  'image/svg+xml',
  'application/pdf',
  'video/mp4',
  'video/webm',
  'audio/mpeg',
]

/** Pictures and files of a space. Served through the scope of who asks, at `/api/media/file/<name>` of the space's own host. */
export const Media: CollectionConfig = tenantCollection(
  {
    slug: 'media',
    labels: { singular: 'Medium', plural: 'Media' },
    trash: true,
    // Payload would fetch the file from its own public address (3.90), and nothing is fetched.
    disableDuplicate: true,
    admin: {
      group: 'Website',
      useAsTitle: 'filename',
      defaultColumns: ['filename', 'alt', 'updatedAt'],
      listSearchableFields: ['filename', 'alt'],
      components: { beforeListTable: ['@/admin/TransferPanel#TransferPanel'] },
    },
    access: {
      // Never simply `true`: Payload then serves a file without asking whose it is.
      read: allow(anyOf(hasRole(STAFF_ROLES), allOf(whereverOne, notTrashed))),
      create: allow(hasRoleInNew(['owner', 'editor', 'author'])),
      update: allow(anyOf(hasRole(EDITORS), ownUploads)),
      delete: allow(anyOf(hasRole(EDITORS), allOf(ownUploads, trashes))),
    },
    upload: {
      staticDir: env().MEDIA_DIR,
      mimeTypes: MEDIA_TYPES,
      focalPoint: true,
      crop: true,
      filenameCompoundIndex: ['tenant', 'filename'],
      adminThumbnail: ({ doc }) => thumbnailOf(doc),
      // A URL to fetch from is a way into the network of the server.
      pasteURL: false,
      externalFileHeaderFilter: fetchNothing,
      imageSizes: [
        { name: 'thumbnail', width: 320, withoutEnlargement: true },
        { name: 'small', width: 640, withoutEnlargement: true },
        { name: 'medium', width: 1024, withoutEnlargement: true },
        { name: 'large', width: 1600, withoutEnlargement: true },
        { name: 'og', width: 1200, height: 630, position: 'centre' },
      ],
      modifyResponseHeaders: ({ headers }) => {
        headers.set('X-Content-Type-Options', 'nosniff')
        headers.set(
          'Content-Security-Policy',
          "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
        )
        headers.set('Cross-Origin-Resource-Policy', 'cross-origin')
        return headers
      },
    },
    endpoints: mediaTransferEndpoints,
    hooks: {
      beforeOperation: [checkUpload, reuseStoredFile, lookInOwnFolder],
      beforeChange: [setMediaPrefix, forgetUploadEdits],
      afterChange: [noteStoredFiles],
    },
    fields: [
      {
        name: 'alt',
        type: 'text',
        label: 'Description (alt text)',
        required: true,
        localized: true,
        maxLength: 300,
        admin: {
          description:
            'What the picture shows, for people who do not see it and for search engines.',
        },
      },
      { name: 'caption', type: 'text', label: 'Caption', maxLength: 300, localized: true },
      {
        name: 'prefix',
        type: 'text',
        maxLength: 40,
        access: byServer,
        admin: { hidden: true },
      },
      createdByField,
    ],
  },
  {
    clashes: {
      filename: { field: 'filename', message: 'A file of this name already exists in this space.' },
      tenant_id: {
        field: 'filename',
        message: 'A file of this name already exists in this space.',
      },
    },
  },
)
