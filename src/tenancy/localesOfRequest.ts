import type { Payload } from 'payload'

import { tenantsOf } from '@/db/scope'
import { DEFAULT_LOCALE, LOCALE_CODES, type Locale } from '@/locales/locales'

import { contextOf } from './resolveScope'
import { loadTenantSummaries, type TenantSummary } from './resolveTenant'

/** The languages that a request may name, and the one that it means when it names none. */
export interface RequestLocales {
  /** The space whose languages these are; null where the request means several, or none. */
  readonly tenant: TenantSummary | null
  readonly offered: readonly Locale[]
  readonly defaultLocale: Locale
}

const EVERY: RequestLocales = {
  tenant: null,
  offered: LOCALE_CODES,
  defaultLocale: DEFAULT_LOCALE,
}

const ofTenant = (tenant: TenantSummary): RequestLocales => ({
  tenant,
  offered: tenant.locales,
  defaultLocale: tenant.defaultLocale,
})

const SELECTED = /(?:^|;\s*)payload-tenant=([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/

/**
 * The languages of the space that a request means: by its address or header, as the only one of the person's, or as the one that is
 * selected in the admin, which is a filter here as everywhere. Where several are meant, every language that there is.
 */
export async function localesOfRequest(
  payload: Payload,
  headers: Headers,
): Promise<RequestLocales> {
  const { tenant, scope } = await contextOf(payload, headers)
  if (tenant) return ofTenant(tenant)
  const mine = tenantsOf(scope)
  const selected = SELECTED.exec(headers.get('cookie') ?? '')?.[1]
  const meant =
    mine.length === 1
      ? mine[0]
      : scope.kind === 'platform' || mine.some((id) => id === selected)
        ? selected
        : undefined
  if (meant === undefined) return EVERY
  const [summary] = await loadTenantSummaries(payload, [meant])
  return summary ? ofTenant(summary) : EVERY
}
