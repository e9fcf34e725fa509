import type { CollectionSlug } from 'payload'

/** Versions of pages, as the map and the map of ids call them: Payload keeps them in a table, and has no collection of this name. */
export const PAGE_VERSIONS = 'page-versions'

/** What a row that came in belongs to. */
export type RowCollection = CollectionSlug | typeof PAGE_VERSIONS
