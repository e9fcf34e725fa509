import type { PayloadRequest } from 'payload'

import { idOf } from '@/access/rules'
import { signPreview } from '@/tenancy/previewToken'
import { siteOrigin } from '@/tenancy/host'
import { loadTenantSummaries } from '@/tenancy/resolveTenant'

/** The address of a draft on the tenant's own host: a link that holds for an hour and for this one page. */
export async function previewUrl(
  doc: Record<string, unknown>,
  req: PayloadRequest,
): Promise<string | null> {
  const tenant = idOf(doc.tenant)
  if (tenant === undefined || typeof doc.id !== 'string') return null
  const [summary] = await loadTenantSummaries(req.payload, [tenant])
  if (!summary) return null
  const token = signPreview({ tenant, page: doc.id })
  return `${siteOrigin(summary)}/preview/${token}`
}
