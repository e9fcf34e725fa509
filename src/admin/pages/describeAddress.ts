interface PageState {
  /** The address that visitors know, or that the last save noted. */
  path: unknown
  slug: unknown
  /** The address of the page above; undefined while it is not known. */
  parentPath: string | null | undefined
  publishedAt: unknown
  hasPublished: boolean
}

/** What visitors get at the address of a page, and where it is going to be. */
export type Address =
  | { readonly kind: 'none' }
  | { readonly kind: 'draft' | 'live'; readonly path: string; readonly next: string | null }
  | {
      readonly kind: 'scheduled'
      readonly path: string
      readonly next: string | null
      readonly from: string
    }

export function describeAddress(page: PageState, now: number): Address {
  const saved = typeof page.path === 'string' && page.path !== '' ? page.path : null
  const coming = comingPath(page)
  if (!page.hasPublished) {
    const path = coming ?? saved
    return path === null ? { kind: 'none' } : { kind: 'draft', path, next: null }
  }
  if (saved === null) return { kind: 'none' }
  const next = coming !== null && coming !== saved ? coming : null
  const from = page.publishedAt instanceof Date ? page.publishedAt.toISOString() : page.publishedAt
  if (typeof from === 'string' && Date.parse(from) > now) {
    return { kind: 'scheduled', path: saved, next, from }
  }
  return { kind: 'live', path: saved, next }
}

/** As the trigger atrium_page_path writes it. */
function comingPath({ slug, parentPath }: PageState): string | null {
  if (typeof slug !== 'string' || slug === '' || parentPath === undefined) return null
  if (parentPath === null) return slug === 'home' ? '/' : `/${slug}`
  return `${parentPath === '/' ? '' : parentPath}/${slug}`
}
