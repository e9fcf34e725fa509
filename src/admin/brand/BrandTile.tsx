import { isHexColour } from '@/site/colour'
import { readableOn } from '@/site/contrast'

import type { Brand } from './loadBrand'

import './brand.css'

/** Signs that a small square shows whole. */
const isSquare = ({ width, height }: { width: number; height: number }) =>
  width / height > 0.75 && width / height < 1.34

/**
 * A space in a small square: its icon, else a logo that is square enough, else its initial. On its own surface colour, since
 * a dark mark would be lost on the dark theme.
 */
export const BrandTile = ({ brand, className = '' }: { brand: Brand; className?: string }) => {
  const picture = brand.icon ?? (brand.logo && isSquare(brand.logo) ? brand.logo : null)
  if (picture) {
    return (
      <span className={`atrium-tile ${className}`} style={colours(brand.surface)}>
        {}
        <img src={picture.url} alt="" width={picture.width} height={picture.height} />
      </span>
    )
  }
  return (
    <span className={`atrium-tile ${className}`} style={colours(brand.primary)} aria-hidden="true">
      {[...brand.name.trim()][0]?.toUpperCase() ?? '·'}
    </span>
  )
}

const colours = (background: string) =>
  isHexColour(background) ? { background, color: readableOn(background) } : undefined
