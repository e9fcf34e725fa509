import { Link } from '@payloadcms/ui'
import type { ServerProps } from 'payload'

import { AtriumMark } from './AtriumMark'
import { BrandTile } from './BrandTile'
import { loadBrand } from './loadBrand'

import './brand.css'

/** Whose admin this is, at the top of the menu. */
export const NavBrand = async ({ payload }: ServerProps) => {
  const brand = await loadBrand()
  return (
    <Link className="atrium-nav-brand" href={payload.config.routes.admin} prefetch={false}>
      {brand ? <BrandTile brand={brand} /> : <AtriumMark className="atrium-nav-brand__mark" />}
      <span className="atrium-nav-brand__name">{brand?.name ?? 'Atrium'}</span>
    </Link>
  )
}
