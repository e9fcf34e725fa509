import type { Metadata } from 'next'

/** What `admin.meta.titleSuffix` adds, which is one for all spaces. */
const PLATFORM_SUFFIX = '· Atrium'

/** The title of an admin page, with the space's name where the platform's was. */
export function withSpaceName(title: Metadata['title'], name: string): Metadata['title'] {
  if (typeof title !== 'string') return title
  const page = title.endsWith(PLATFORM_SUFFIX)
    ? title.slice(0, -PLATFORM_SUFFIX.length).trim()
    : title
  return page === '' ? name : `${page} · ${name}`
}
