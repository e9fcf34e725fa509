import { type PageSeed } from './PageSeed'

/** Where a page is: the slugs above it, and its own. */
export function pathOf(page: PageSeed, pages: readonly PageSeed[]): string {
  if (page.slug === 'home' && page.parent === undefined) return '/'
  const parent = pages.find(({ name }) => name === page.parent)
  return `${parent ? pathOf(parent, pages) : ''}/${page.slug}`
}
