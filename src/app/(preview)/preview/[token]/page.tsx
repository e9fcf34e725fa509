import config from '@payload-config'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getPayload } from 'payload'

import { env } from '@/env'
import { loadCountries } from '@/site/loadCountries'
import { loadDraft } from '@/site/loadPage'
import { loadSite } from '@/site/loadSite'
import { PageView } from '@/site/PageView'
import { PreviewRefresh } from '@/site/PreviewRefresh'
import { renderFormWith } from '@/site/renderForm'
import { SiteLayout } from '@/site/SiteLayout'
import { wordsOf } from '@/site/words'
import { siteOrigin } from '@/tenancy/host'
import { readPreview } from '@/tenancy/previewToken'
import { resolveMeantTenant } from '@/tenancy/resolveScope'

interface Args {
  params: Promise<{ token: string }>
}

/** The newest draft of one page in one language, at the tenant's own host, for whoever holds the link. Never cached. */
export default async function Page({ params }: Args) {
  const { token } = await params
  const payload = await getPayload({ config })
  const claim = readPreview(decodeURIComponent(token))
  const meant = await resolveMeantTenant(payload, await headers()).catch(() => undefined)
  const tenant = meant?.tenant
  if (!claim || !tenant || tenant.id !== claim.tenant || tenant.status !== 'active') notFound()
  if (!tenant.locales.includes(claim.locale)) notFound()
  const [site, loaded] = await Promise.all([
    loadSite(tenant, claim.locale),
    loadDraft(tenant, claim.locale, claim.page),
  ])
  if (!loaded) notFound()
  const countries = await loadCountries(tenant.id)
  const words = wordsOf(claim.locale)
  const banner =
    loaded.page._status === 'published' ? words.previewOfPublished : words.previewOfDraft
  return (
    <>
      <PreviewRefresh
        origins={[siteOrigin(tenant), new URL(env().NEXT_PUBLIC_SERVER_URL).origin]}
      />
      <SiteLayout
        settings={site.settings}
        reading={site.reading}
        currentPath={loaded.page.path ?? '/'}
        banner={banner}
      >
        <PageView
          page={loaded.page}
          trail={loaded.trail}
          context={{ locale: site.format, renderForm: renderFormWith(countries, claim.locale) }}
        />
      </SiteLayout>
    </>
  )
}
