import type { TenantSummary } from '@/tenancy/resolveTenant'
import { siteOrigin } from '@/tenancy/host'

import { buildAlternates } from './buildAlternates'
import type { SitemapEntry } from './loadSitemap'

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** https://www.sitemaps.org/protocol.html: an entry for each page and language, and each with its translations. */
export function buildSitemap(tenant: TenantSummary, pages: readonly SitemapEntry[]): string {
  const origin = siteOrigin(tenant)
  const urls = pages.flatMap(({ paths, updatedAt }) => {
    const alternates = Object.entries(buildAlternates(tenant, paths, origin))
    const links = alternates
      .map(
        ([language, href]) =>
          `<xhtml:link rel="alternate" hreflang="${language}" href="${escape(href)}"/>`,
      )
      .join('')
    return tenant.locales.flatMap((locale) => {
      const own = alternates.find(([language]) => language === locale)?.[1]
      if (own === undefined) return []
      // With one language there is nothing to say about others.
      const others = tenant.locales.length > 1 ? links : ''
      return `  <url><loc>${escape(own)}</loc><lastmod>${updatedAt}</lastmod>${others}</url>`
    })
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`
}
