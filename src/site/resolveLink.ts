import type { Page } from '@/payload-types'

import { populated } from './populated'
import { safeHref } from './safeHref'

/** What `linkField()` stores, required or not. */
export type LinkValue = {
  type?: 'page' | 'url' | null
  label?: string | null
  page?: string | Page | null
  url?: string | null
  newTab?: boolean | null
}

export type ResolvedLink = { href: string; label: string; newTab: boolean }

/** Nothing when it leads nowhere: its page is deleted, not published, or its address is unsafe. */
export const resolveLink = (link: LinkValue | null | undefined): ResolvedLink | undefined => {
  if (!link) return undefined
  const page = link.type === 'url' ? undefined : populated(link.page)
  const href = safeHref(link.type === 'url' ? link.url : page?.path)
  const label = link.label?.trim() || page?.title
  if (!href || !label) return undefined
  return { href, label, newTab: link.type === 'url' && link.newTab === true }
}
