import type { PayloadRequest } from 'payload'

import { removeStoredFile } from '@/media/storeFile'
import type { LeadFile } from '@/payload-types'

import { leadFileKey } from './storedLeadFile'

/**
 * Removes stored files that no lead has: because it was erased, or never came to be.
 *
 * @throws AtriumError STORAGE_UNAVAILABLE; what is left can be removed by another try
 */
export async function removeStrays(
  req: PayloadRequest,
  tenant: string,
  names: readonly string[],
): Promise<void> {
  const { docs } = await req.payload.db.find<LeadFile>({
    collection: 'lead-files',
    where: { filename: { in: [...names] } },
    pagination: false,
    req,
  })
  const kept = new Set(docs.map(({ filename }) => filename))
  for (const name of names.filter((one) => !kept.has(one)))
    await removeStoredFile(leadFileKey(tenant, name))
}
