import type { TextFieldServerProps } from 'payload'

import { idOf } from '@/access/rules'
import { DEFAULT_LOCALE } from '@/locales/locales'
import { siteOrigin } from '@/tenancy/host'
import { loadTenantSummaries } from '@/tenancy/resolveTenant'

import { PageAddressField } from './pages/PageAddressField'

/** Where a page is to be found, instead of a field that cannot be written anyway. */
export const PageAddress = async ({ data, path, payload }: TextFieldServerProps) => {
  const tenant = idOf(data.tenant)
  const [space] = tenant === undefined ? [] : await loadTenantSummaries(payload, [tenant])
  return (
    <PageAddressField
      path={path}
      origin={space ? siteOrigin(space) : null}
      defaultLocale={space?.defaultLocale ?? DEFAULT_LOCALE}
    />
  )
}
