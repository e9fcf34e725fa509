import { AtriumMark } from './AtriumMark'
import { BrandTile } from './BrandTile'
import { loadBrand } from './loadBrand'

import './brand.css'

/** The way home, at the beginning of the admin's breadcrumb. */
export const Icon = async () => {
  const brand = await loadBrand()
  return brand ? (
    <BrandTile brand={brand} className="atrium-tile--small" />
  ) : (
    <AtriumMark className="atrium-icon" />
  )
}
