import type { LeadFile } from '@/payload-types'

/** Names in the storage are made up: what a stranger called a file leads nowhere. */
export const STORED_NAME = /^[0-9a-f-]{36}\.[a-z\d]{1,5}$/

/** In the tenant's folder, apart from what its site shows. */
export const leadFileFolder = (tenant: string): string => `${tenant}/leads`

export const leadFileKey = (tenant: string, filename: string): string =>
  `${leadFileFolder(tenant)}/${filename}`

/** Where those who may read the lead get the file. */
export const leadFilePath = ({ filename }: Pick<LeadFile, 'filename'>): string =>
  `/api/lead-files/file/${filename ?? ''}`

/** What is handed out about a file: not where it lies, and no address that needs no sign-in. There is none. */
export const describeLeadFile = ({ field, name, mimeType, filesize }: LeadFile) => ({
  field,
  name,
  type: mimeType ?? null,
  size: filesize ?? null,
})
