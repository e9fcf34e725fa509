import type { Metadata } from 'next'

import { loadSite, loadTenant } from '@/site/loadSite'
import { NobodyHereView } from '@/site/NobodyHereView'
import { searchPath } from '@/site/searchPath'
import { searchSite } from '@/site/searchSite'
import { SearchView } from '@/site/SearchView'
import { SiteLayout } from '@/site/SiteLayout'
import { SuspendedView } from '@/site/SuspendedView'

interface Args {
  params: Promise<{ host: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const first = (value: string | string[] | undefined): string =>
  (Array.isArray(value) ? value[0] : value) ?? ''

export async function generateMetadata({ searchParams }: Args): Promise<Metadata> {
  const query = first((await searchParams).q)
  // What visitors ask for is no page of the site.
  return { title: query ? `Search: ${query}` : 'Search', robots: { index: false } }
}

/** `/search` of every site. */
export default async function SearchPage({ params, searchParams }: Args) {
  const [{ host }, asked] = [await params, await searchParams]
  const tenant = await loadTenant(decodeURIComponent(host))
  if (!tenant) return <NobodyHereView />
  const { settings } = await loadSite(tenant)
  if (tenant.status !== 'active')
    return <SuspendedView siteName={tenant.name} theme={settings.theme} />
  const query = first(asked.q).trim()
  const after = first(asked.after)
  const found =
    query === '' ? {} : await searchSite(tenant.id, { q: query, after: after || undefined })
  return (
    <SiteLayout settings={settings} currentPath={searchPath}>
      <SearchView query={query} {...found} />
    </SiteLayout>
  )
}
