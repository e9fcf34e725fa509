import type { Metadata } from 'next'

import { notePageStatus } from '@/server/pageStatus'
import { buildMetadata } from '@/site/buildMetadata'
import { loadCountries } from '@/site/loadCountries'
import { loadPage, type LoadedPage } from '@/site/loadPage'
import { loadRedirect } from '@/site/loadRedirect'
import { loadSite, loadTenant, type Site } from '@/site/loadSite'
import { MovedView } from '@/site/MovedView'
import { NobodyHereView } from '@/site/NobodyHereView'
import { NotFoundView } from '@/site/NotFoundView'
import { PageView } from '@/site/PageView'
import { renderFormWith } from '@/site/renderForm'
import { SiteLayout } from '@/site/SiteLayout'
import { SuspendedView } from '@/site/SuspendedView'
import { siteOrigin } from '@/tenancy/host'

interface Args {
  params: Promise<{ host: string; path?: string[] }>
}

/** Nothing is known at build time: each page is made at its first visit, and kept. */
export const generateStaticParams = () => []

interface Loaded {
  readonly host: string
  readonly path: string
  readonly site: Site | null
  readonly page: LoadedPage | null
}

async function load(params: Args['params']): Promise<Loaded> {
  const { host: name, path: parts = [] } = await params
  const host = decodeURIComponent(name)
  const path = `/${parts.map(decodeURIComponent).join('/')}`
  const tenant = await loadTenant(host)
  if (!tenant) return { host, path, site: null, page: null }
  const site = await loadSite(tenant)
  return {
    host,
    path,
    site,
    page: tenant.status === 'active' ? await loadPage(tenant.id, path) : null,
  }
}

export async function generateMetadata({ params }: Args): Promise<Metadata> {
  const { site, page } = await load(params)
  if (!site) return { title: 'Not found', robots: { index: false } }
  return buildMetadata({
    page: page?.page,
    settings: site.settings,
    origin: siteOrigin(site.tenant),
  })
}

export default async function Page({ params }: Args) {
  const { host, path, site, page } = await load(params)
  const suspended = site !== null && site.tenant.status !== 'active'
  const moved = site && !suspended && !page ? await loadRedirect(site.tenant.id, path) : null
  notePageStatus(host, path, moved ?? { status: suspended ? 503 : page ? 200 : 404 })
  if (!site) return <NobodyHereView />
  if (suspended) return <SuspendedView siteName={site.tenant.name} theme={site.settings.theme} />
  if (!page) {
    return (
      <SiteLayout settings={site.settings} currentPath={path}>
        {moved ? <MovedView href={moved.location} /> : <NotFoundView />}
      </SiteLayout>
    )
  }
  const renderForm = renderFormWith(await loadCountries(site.tenant.id))
  return (
    <SiteLayout settings={site.settings} currentPath={path}>
      <PageView page={page.page} trail={page.trail} context={{ locale: site.locale, renderForm }} />
    </SiteLayout>
  )
}
