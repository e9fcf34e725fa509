import { slugify } from '@/collections/fields/slugField'
import { isReservedSlug } from '@/locales/addresses'

import { type Findings } from './Findings'
import { type Found, shown, textOf } from './plainValue'

/** The start page is called so, whatever it is called elsewhere. */
const HOME = ['', '/', 'index', 'index.html', 'home', '/home', '/index']

/** The last part of a page’s address. What is before it in an address of a source is said by the page above. */
export function pageSlug(found: Found, isTop: boolean, findings: Findings): string | undefined {
  const { path, value } = found
  const given = textOf(value)?.trim()
  if (given === undefined) {
    findings.keep(path, value, `${shown(value)} is no address`)
    return undefined
  }
  const slug = freeSlug(HOME.includes(given.toLowerCase()) ? 'home' : lastOf(given), isTop)
  if (slug === '') {
    findings.keep(path, value, 'has no letter that an address here can have')
    return undefined
  }
  if (slug !== value) {
    if (/.\/./.test(given)) findings.keep(path, value, `the address ends in “${slug}” here`)
    else findings.note(path, `${shown(value)} becomes “${slug}”`)
  }
  return slug
}

const lastOf = (address: string): string =>
  slugify(
    address
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .replace(/\.html?$/i, '')
      .replace(/^.*\//, ''),
  )

/** A slug out of a title. */
export const slugOfTitle = (title: string, isTop: boolean): string =>
  freeSlug(slugify(title), isTop)

/** At the top of a site some addresses are taken. */
const freeSlug = (slug: string, isTop: boolean): string =>
  isTop && isReservedSlug(slug) ? `${slug}-page` : slug
