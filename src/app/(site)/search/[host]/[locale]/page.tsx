import type { Metadata } from 'next'

import { localeOf } from '@/locales/locales'
import { addressOf, linkLanguages, readingOf, searchOf } from '@/site/Language'
import { loadSite, loadTenant } from '@/site/loadSite'
import { NobodyHereView } from '@/site/NobodyHereView'
import { NotFoundView } from '@/site/NotFoundView'
import { searchSite } from '@/site/searchSite'
import { SearchView } from '@/site/SearchView'
import { SiteLayout } from '@/site/SiteLayout'
import { SuspendedView } from '@/site/SuspendedView'
import { wordsOf } from '@/site/words'

interface Args {
  params: Promise<{ host: string; locale: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const first = (value: string | string[] | undefined): string =>
  (Array.isArray(value) ? value[0] : value) ?? ''

export async function generateMetadata({ params, searchParams }: Args): Promise<Metadata> {
  const query = first((await searchParams).q)
  const words = wordsOf((await params).locale)
  // What visitors ask for is no page of the site.
  return { title: query ? words.searchFor(query) : words.search, robots: { index: false } }
}

/** `/search` of every site, and `/de/search`. */
export default async function SearchPage({ params, searchParams }: Args) {
  const [{ host, locale: asked }, given] = [await params, await searchParams]
  const tenant = await loadTenant(decodeURIComponent(host))
  if (!tenant) return <NobodyHereView />
  const locale = localeOf(asked)?.code ?? tenant.defaultLocale
  const isOffered = tenant.locales.includes(locale)
  const { settings, reading } = await loadSite(tenant, isOffered ? locale : undefined)
  if (tenant.status !== 'active')
    return <SuspendedView siteName={tenant.name} theme={settings.theme} />
  const query = first(given.q).trim()
  const languages = linkLanguages(tenant, reading.locale, (one) => {
    const target = searchOf(readingOf(tenant, one))
    return query === '' ? target : `${target}?${new URLSearchParams({ q: query }).toString()}`
  })
  if (!isOffered)
    return (
      <SiteLayout settings={settings} reading={reading} languages={languages} currentPath="">
        <NotFoundView reading={reading} />
      </SiteLayout>
    )
  const after = first(given.after)
  const found =
    query === ''
      ? {}
      : await searchSite(tenant.id, { q: query, after: after || undefined }, reading)
  return (
    <SiteLayout
      settings={settings}
      reading={reading}
      languages={languages}
      currentPath={addressOf(reading, '/search')}
    >
      <SearchView query={query} reading={reading} {...found} />
    </SiteLayout>
  )
}
