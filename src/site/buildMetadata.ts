import type { Metadata } from 'next'

import type { Page, SiteSetting } from '@/payload-types'

import { populated } from './populated'

type MetadataInput = {
  page?: Pick<Page, 'title' | 'path' | 'meta' | '_status'> | null
  settings: Pick<SiteSetting, 'siteName' | 'tagline' | 'description' | 'favicon' | 'shareImage'>
  /** The canonical one: `https://harbor.example`. */
  origin: string
  /** Absolute, by language: where the page is translated. */
  languages?: Record<string, string>
  /** The address that counts, where it is not the page's own: that of the text that stands in for a translation. */
  canonicalPath?: string
  /** The page that the site begins with is named after the site. */
  isHome?: boolean
  /** A draft being previewed: seen by nobody who searches. */
  isDraft?: boolean
}

const absolute = (url: string | null | undefined, origin: string) =>
  url && URL.canParse(url, origin) ? new URL(url, origin).href : undefined

const buildTitle = ({ page, settings: { siteName, tagline }, isHome }: MetadataInput) => {
  const title = page?.meta?.title || page?.title
  if (page && (isHome ?? page.path === '/') && !page.meta?.title)
    return tagline ? `${siteName} – ${tagline}` : siteName
  return title && title !== siteName ? `${title} – ${siteName}` : siteName
}

const buildImage = ({ page, settings, origin }: MetadataInput) => {
  const image = populated(page?.meta?.image) ?? populated(settings.shareImage)
  const og = image?.sizes?.og
  const source = og?.url ? og : image
  const url = absolute(source?.url, origin)
  if (!url) return undefined
  return {
    url,
    width: source?.width ?? undefined,
    height: source?.height ?? undefined,
    alt: image?.alt ?? undefined,
  }
}

/** Everything search engines and social networks read about a page. */
export const buildMetadata = (input: MetadataInput): Metadata => {
  const { page, settings, origin, isDraft, languages = {}, canonicalPath } = input
  const title = buildTitle(input)
  const description =
    page?.meta?.description || settings.description || settings.tagline || undefined
  const canonical = absolute(canonicalPath ?? page?.path, origin)
  // One language, and `x-default`, is no choice.
  const alternates = Object.keys(languages).length > 2 ? { languages } : {}
  const image = buildImage(input)
  const icon = populated(settings.favicon)
  const isHidden = isDraft || !page || page._status === 'draft' || page.meta?.noIndex === true
  return {
    metadataBase: new URL(origin),
    // Absolute: the platform's own title template must not add its name to a tenant's pages.
    title: { absolute: title },
    description,
    alternates: isHidden ? undefined : { canonical, ...alternates },
    robots: isHidden ? { index: false, follow: false } : undefined,
    icons: icon?.url ? { icon: [{ url: icon.url, type: icon.mimeType ?? undefined }] } : undefined,
    openGraph: {
      type: 'website',
      title,
      description,
      url: canonical,
      siteName: settings.siteName,
      images: image ? [image] : undefined,
    },
    twitter: { card: image ? 'summary_large_image' : 'summary', title, description },
  }
}
