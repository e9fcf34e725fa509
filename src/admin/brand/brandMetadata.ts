import type { Metadata } from 'next'

import { loadBrand } from './loadBrand'
import { withSpaceName } from './withSpaceName'

/** The title and icon of an admin page at a space's own address: the space's. */
export async function brandMetadata(metadata: Metadata): Promise<Metadata> {
  const brand = await loadBrand()
  if (!brand) return metadata
  return {
    ...metadata,
    title: withSpaceName(metadata.title, brand.name),
    ...(brand.icon ? { icons: [{ rel: 'icon', url: brand.icon.url }] } : {}),
  }
}
