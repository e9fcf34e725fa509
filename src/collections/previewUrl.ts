import type { PayloadRequest } from 'payload'

import { idOf } from '@/access/rules'
import { localeOf } from '@/locales/locales'
import { signPreview } from '@/tenancy/previewToken'
import { siteOrigin } from '@/tenancy/host'
import { loadTenantSummaries } from '@/tenancy/resolveTenant'

/** The address of a draft in a language, on the tenant's own host: a link that holds for an hour and for this one page. */
export async function previewUrl(
  doc: Record<string, unknown>,
  req: PayloadRequest,
  locale: string | undefined,
): Promise<string | null> {
  const tenant = idOf(doc.tenant)
  if (tenant === undefined || typeof doc.id !== 'string') return null
  const [summary] = await loadTenantSummaries(req.payload, [tenant])
  if (!summary) return null
  const chosen = localeOf(locale)?.code
  const offered = summary.locales.find((one) => one === chosen) ?? summary.defaultLocale
  const token = signPreview({ tenant, page: doc.id, locale: offered })
  return `${siteOrigin(summary)}/preview/${token}`
}
