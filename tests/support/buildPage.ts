import type { Page, Tenant } from '@/payload-types'

import { asPlatform } from './actors'
import { uniqueName } from './uniqueName'
import { testPayload } from './usePayload'

type PageOverrides = Partial<Omit<Page, 'tenant'>> & { readonly tenant: Pick<Tenant, 'id'> }

/** A published page, unless `_status` says otherwise. */
export function buildPage({ tenant, ...overrides }: PageOverrides): Promise<Page> {
  const slug = uniqueName('page')
  return asPlatform()(() =>
    testPayload().create({
      collection: 'pages',
      depth: 0,
      data: { title: slug, slug, _status: 'published', tenant: tenant.id, ...overrides },
    }),
  )
}
