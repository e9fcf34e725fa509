import type { PayloadRequest } from 'payload'

import { AtriumError } from '@/errors'
import type { Locale } from '@/locales/locales'
import { loadTenantSummaries } from '@/tenancy/resolveTenant'

/** The languages of a space, the main one among them. */
export interface Languages {
  readonly main: Locale
  readonly offered: readonly Locale[]
}

/** The languages of a space. @throws AtriumError NOT_FOUND for a space that is not there. */
export async function languagesOf({ payload }: PayloadRequest, tenant: string): Promise<Languages> {
  const [space] = await loadTenantSummaries(payload, [tenant])
  if (!space) throw new AtriumError('NOT_FOUND')
  return { main: space.defaultLocale, offered: space.locales }
}
