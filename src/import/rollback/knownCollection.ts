import type { CollectionSlug, Payload } from 'payload'

/** @throws Error for a collection that there is none of any more */
export function knownCollection(payload: Payload, slug: string): CollectionSlug {
  const known = Object.values(payload.collections).find(({ config }) => config.slug === slug)
  if (!known) throw new Error(`There is no collection ${slug}`)
  return known.config.slug
}
