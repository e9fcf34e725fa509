import type { GalleryBlock } from '@/payload-types'
import { Picture } from '@/site/Picture'
import { populated } from '@/site/populated'
import { Section } from '@/site/Section'
import { SectionHeading } from '@/site/SectionHeading'

import type { ViewProps } from '../viewProps'

export const GalleryView = ({ block, isFirst }: ViewProps<GalleryBlock>) => {
  const pictures = (block.images ?? []).filter(({ image }) => populated(image)?.url)
  if (pictures.length === 0) return null
  const isStrip = block.variant === 'strip'
  const items = pictures.map(({ id, image, caption }, index) => (
    <li key={id ?? index}>
      <figure>
        <Picture
          media={image}
          sizes={isStrip ? '(min-width: 48rem) 36rem, 80vw' : '(min-width: 48rem) 50vw, 100vw'}
          eager={isFirst && index < 2}
        />
        {caption ? <figcaption>{caption}</figcaption> : null}
      </figure>
    </li>
  ))
  return (
    <Section block={block} className={`gallery gallery--${isStrip ? 'strip' : 'grid'}`}>
      <SectionHeading block={block} />
      {isStrip ? (
        // Scrolls sideways, so the keyboard must be able to get in and move it.
        <div
          className="gallery__strip"
          role="region"
          aria-label={`${block.heading || 'Gallery'}: scroll sideways`}
          tabIndex={0}
        >
          <ul>{items}</ul>
        </div>
      ) : (
        <ul className="gallery__grid" data-count={Math.min(pictures.length, 6)}>
          {items}
        </ul>
      )}
    </Section>
  )
}
