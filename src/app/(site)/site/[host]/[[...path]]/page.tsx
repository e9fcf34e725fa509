import type { Metadata } from 'next'

import { readAddress } from '@/locales/addresses'
import type { Locale } from '@/locales/locales'
import { notePageStatus } from '@/server/pageStatus'
import { buildAlternates } from '@/site/buildAlternates'
import { buildMetadata } from '@/site/buildMetadata'
import { addressOf, homeOf, linkLanguages, readingOf } from '@/site/Language'
import { loadCountries } from '@/site/loadCountries'
import { loadPage, type LoadedPage, type Paths } from '@/site/loadPage'
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
import type { TenantSummary } from '@/tenancy/resolveTenant'

interface Args {
  params: Promise<{ host: string; path?: string[] }>
}

/** Nothing is known at build time: each page is made at its first visit, and kept. */
export const generateStaticParams = () => []

interface Loaded {
  readonly host: string
  /** As it was asked for, the language included. */
  readonly address: string
  readonly site: Site | null
  readonly page: LoadedPage | null
}

async function load(params: Args['params']): Promise<Loaded> {
  const { host: name, path: parts = [] } = await params
  const host = decodeURIComponent(name)
  const address = `/${parts.map(decodeURIComponent).join('/')}`
  const tenant = await loadTenant(host)
  if (!tenant) return { host, address, site: null, page: null }
  const { locale = tenant.defaultLocale, path } = readAddress(address)
  // One page has one address: the main language has no prefix, and others are not offered.
  const isKnown =
    tenant.locales.includes(locale) && address === addressOf(readingOf(tenant, locale), path)
  return {
    host,
    address,
    site: await loadSite(tenant, isKnown ? locale : undefined),
    page: tenant.status === 'active' && isKnown ? await loadPage(tenant, locale, path) : null,
  }
}

/** Where a page is in a language: its translation, or else the text that stands in for it. */
function hrefIn(tenant: TenantSummary, paths: Paths | undefined, locale: Locale): string {
  const path = paths?.[locale] ?? paths?.[tenant.defaultLocale]
  const reading = readingOf(tenant, locale)
  return path === undefined ? homeOf(reading) : addressOf(reading, path)
}

export async function generateMetadata({ params }: Args): Promise<Metadata> {
  const { site, page } = await load(params)
  if (!site) return { title: 'Not found', robots: { index: false } }
  const { tenant, settings, reading } = site
  const origin = siteOrigin(tenant)
  const paths = page?.paths ?? {}
  const standsIn = paths[reading.locale] === undefined
  return buildMetadata({
    page: page?.page,
    settings,
    origin,
    languages: buildAlternates(tenant, paths, origin),
    canonicalPath: standsIn ? paths[tenant.defaultLocale] : undefined,
    isHome: page?.page.path === homeOf(reading),
  })
}

export default async function Page({ params }: Args) {
  const { host, address, site, page } = await load(params)
  const suspended = site !== null && site.tenant.status !== 'active'
  const moved = site && !suspended && !page ? await loadRedirect(site.tenant, address) : null
  notePageStatus(host, address, moved ?? { status: suspended ? 503 : page ? 200 : 404 })
  if (!site) return <NobodyHereView />
  const { tenant, settings, reading } = site
  if (suspended) return <SuspendedView siteName={tenant.name} theme={settings.theme} />
  const languages = linkLanguages(tenant, reading.locale, (locale) =>
    hrefIn(tenant, page?.paths, locale),
  )
  const around = { settings, reading, languages, currentPath: address }
  if (!page) {
    return (
      <SiteLayout {...around}>
        {moved ? (
          <MovedView href={moved.location} reading={reading} />
        ) : (
          <NotFoundView reading={reading} />
        )}
      </SiteLayout>
    )
  }
  const renderForm = renderFormWith(await loadCountries(tenant.id), reading.locale)
  return (
    <SiteLayout {...around}>
      <PageView page={page.page} trail={page.trail} context={{ locale: site.format, renderForm }} />
    </SiteLayout>
  )
}
