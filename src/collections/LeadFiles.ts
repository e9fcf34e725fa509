import type { CollectionConfig } from 'payload'

import { allOf, EDITORS, hasRole, readBy, type Rule } from '@/access/rules'
import { env } from '@/env'
import { downloadEndpoint } from '@/leads/files/downloadEndpoint'
import { STORED_TYPES } from '@/leads/files/fileKinds'
import { fetchNothing } from '@/media/fetchNothing'
import { tenantCollection } from '@/tenancy/collectionKinds'

/** Never simply `true`: Payload then serves a file without asking whose it is. */
const rowsOnly: Rule = () => ({ id: { exists: true } })

const readOnly = { readOnly: true } as const

/** What visitors sent with a form. Written by src/leads/files only, shown at its lead, and gone with it. */
export const LeadFiles: CollectionConfig = tenantCollection(
  {
    slug: 'lead-files',
    labels: { singular: 'File of a lead', plural: 'Files of leads' },
    graphQL: false,
    disableDuplicate: true,
    lockDocuments: false,
    admin: { hidden: true, useAsTitle: 'name' },
    defaultSort: '-createdAt',
    access: readBy(allOf(hasRole(EDITORS), rowsOnly)),
    upload: {
      staticDir: env().MEDIA_DIR,
      mimeTypes: [...STORED_TYPES],
      filenameCompoundIndex: ['tenant', 'filename'],
      // The bytes are stored by src/leads/files, which knows when to take them back. Nothing here decodes what a stranger sent.
      filesRequiredOnCreate: false,
      crop: false,
      focalPoint: false,
      pasteURL: false,
      externalFileHeaderFilter: fetchNothing,
    },
    endpoints: [downloadEndpoint],
    fields: [
      { name: 'name', type: 'text', label: 'Name', required: true, admin: readOnly },
      { name: 'field', type: 'text', label: 'Question', required: true, admin: readOnly },
      {
        name: 'lead',
        type: 'relationship',
        relationTo: 'form-submissions',
        label: 'Lead',
        required: true,
        index: true,
        maxDepth: 0,
        admin: readOnly,
      },
      { name: 'prefix', type: 'text', maxLength: 60, admin: { hidden: true } },
    ],
  },
  { onSite: false, goesWith: ['lead'] },
)
