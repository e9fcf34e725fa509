import type { Tenant } from '@/payload-types'

import { asPlatform } from './actors'
import { uniqueName } from './uniqueName'
import { testPayload } from './usePayload'

export function buildTenant(overrides: Partial<Tenant> = {}): Promise<Tenant> {
  const slug = uniqueName('space')
  return asPlatform()(() =>
    testPayload().create({
      collection: 'tenants',
      data: {
        name: slug,
        slug,
        industryModule: 'other',
        plan: 'starter',
        status: 'active',
        defaultLocale: 'en',
        ...overrides,
      },
    }),
  )
}
