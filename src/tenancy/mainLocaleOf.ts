import type { Payload } from 'payload'

import { DEFAULT_LOCALE, type Locale } from '@/locales/locales'

import { loadTenantSummaries } from './resolveTenant'

/** The main language of a space. */
export async function mainLocaleOf(payload: Payload, tenant: string | null): Promise<Locale> {
  const [space] = tenant === null ? [] : await loadTenantSummaries(payload, [tenant])
  return space?.defaultLocale ?? DEFAULT_LOCALE
}
