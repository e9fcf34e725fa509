import { isHexColour } from '@/site/colour'

import { AtriumMark } from './AtriumMark'
import { BrandTile } from './BrandTile'
import { loadBrand } from './loadBrand'

import './brand.css'

/** Above the sign-in: the space's logo at its own address, Atrium's at the platform's. */
export const Logo = async () => {
  const brand = await loadBrand()
  if (!brand) {
    return (
      <span className="atrium-logo">
        <AtriumMark className="atrium-logo__mark" />
        <span className="atrium-logo__name">Atrium</span>
      </span>
    )
  }
  if (!brand.logo) {
    return (
      <span className="atrium-logo">
        <BrandTile brand={brand} className="atrium-tile--large" />
        <span className="atrium-logo__name">{brand.name}</span>
      </span>
    )
  }
  const { url, width, height } = brand.logo
  return (
    <span
      className="atrium-logo atrium-logo--picture"
      style={isHexColour(brand.surface) ? { background: brand.surface } : undefined}
    >
      {}
      <img src={url} alt={brand.name} width={width} height={height} />
    </span>
  )
}
