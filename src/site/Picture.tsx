import type { Media } from '@/payload-types'

import { populated } from './populated'

type PictureProps = {
  media: Media | string | number | null | undefined
  /** How wide it is shown, as in the `sizes` attribute. */
  sizes?: string
  /** For what is seen first: loaded at once, and before other pictures. */
  eager?: boolean
  className?: string
  /** When the text beside it says the same. */
  decorative?: boolean
}

type Candidate = { url?: string | null; width?: number | null; height?: number | null }

// Crops, such as the one for social networks, have another ratio and must not get into a srcset.
const hasRatioOf = (media: Candidate, { width, height }: Candidate) =>
  !media.width ||
  !media.height ||
  !width ||
  !height ||
  Math.abs(width / height / (media.width / media.height) - 1) < 0.02

// Spaces separate the parts of a srcset.
const encode = (url: string) => url.replaceAll(' ', '%20')

// Larger originals are photographs straight from a camera: the large size stands in for them.
const LARGEST_ORIGINAL = 2000

const buildSrcSet = (media: Media) => {
  const original = media.width && media.width <= LARGEST_ORIGINAL ? [media] : []
  const candidates: Candidate[] = [...Object.values(media.sizes ?? {}), ...original]
  const byWidth = new Map<number, string>()
  for (const candidate of candidates) {
    if (candidate?.url && candidate.width && hasRatioOf(media, candidate)) {
      byWidth.set(candidate.width, encode(candidate.url))
    }
  }
  if (byWidth.size < 2) return undefined
  return [...byWidth]
    .sort(([a], [b]) => a - b)
    .map(([width, url]) => `${url} ${width}w`)
    .join(', ')
}

/** A picture of the media library in the size that the screen needs, cut around its focal point. */
export const Picture = ({ media, sizes = '100vw', eager, className, decorative }: PictureProps) => {
  const document = populated(media)
  if (!document?.url) return null
  const srcSet = buildSrcSet(document)
  return (
    <img
      className={className}
      src={encode(document.sizes?.large?.url ?? document.url)}
      srcSet={srcSet}
      sizes={srcSet ? sizes : undefined}
      width={document.width ?? undefined}
      height={document.height ?? undefined}
      alt={decorative ? '' : (document.alt ?? '')}
      loading={eager ? 'eager' : 'lazy'}
      fetchPriority={eager ? 'high' : undefined}
      decoding="async"
      style={{ objectPosition: `${document.focalX ?? 50}% ${document.focalY ?? 50}%` }}
    />
  )
}
