import { safeHref } from '@/site/safeHref'

import { normalizePath } from './redirectPath'

export const MAX_TARGET = 1000

/** “.” and “..” between slashes, as browsers read them. With them a path is another one than it says, or even another host. */
const DOTS = /\/(?:\.|%2e){1,2}(?:[/?#]|$)/i

/** @returns what is wrong with where a redirect leads, in words for people. */
export function problemOfTarget(target: string): string | undefined {
  if (target.trim() === '') return 'Enter the new address.'
  if (target.length > MAX_TARGET) return `Use up to ${MAX_TARGET} characters.`
  const safe = safeHref(target)
  if (safe === undefined || !/^(?:\/|https?:)/i.test(safe))
    return 'Enter a path of this site that starts with “/”, or a full address (https://…).'
  if (safe.startsWith('/') && DOTS.test(safe.replace(/[?#].*$/, '')))
    return 'Leave out “.” and “..” between slashes.'
  return undefined
}

/** The space's own address is cut off: the site may move to another domain, and circles are found by paths. */
export function normalizeTarget(target: string, hosts: readonly string[]): string {
  const trimmed = target.trim()
  if (!/^https?:/i.test(trimmed) || !URL.canParse(trimmed)) return trimmed
  const { hostname, pathname, search, hash } = new URL(trimmed)
  return hosts.includes(hostname) ? `${pathname}${search}${hash}` : trimmed
}

/** The path on the site to which a target leads, as redirects are looked up; undefined when it leaves the site. */
export const pathOfTarget = (target: string): string | undefined =>
  target.startsWith('/') ? normalizePath(target.replace(/[?#].*$/, '')) || '/' : undefined
