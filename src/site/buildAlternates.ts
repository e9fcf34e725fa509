import { addressIn } from '@/locales/addresses'
import type { TenantSummary } from '@/tenancy/resolveTenant'

import type { Paths } from './loadPage'

type Languages = Pick<TenantSummary, 'defaultLocale' | 'locales'>

/**
 * The addresses of a page by language, for `hreflang`: those that it is translated into, and `x-default`, for whoever speaks none
 * of them.
 */
export function buildAlternates(
  { defaultLocale, locales }: Languages,
  paths: Paths,
  origin: string,
): Record<string, string> {
  const alternates: Record<string, string> = {}
  for (const locale of locales) {
    const path = paths[locale]
    if (path === undefined) continue
    const href = new URL(addressIn(locale, defaultLocale, path), origin).href
    alternates[locale] = href
    // The main language comes first.
    alternates['x-default'] ??= href
  }
  return alternates
}
