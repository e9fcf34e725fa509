import type { ImageBlock } from '@/payload-types'
import { Picture } from '@/site/Picture'
import { populated } from '@/site/populated'
import { Section } from '@/site/Section'

import type { ViewProps } from '../viewProps'

const sizes = {
  text: '(min-width: 48rem) 44rem, 100vw',
  wide: '(min-width: 80rem) 76rem, 100vw',
  full: '100vw',
}

export const ImageView = ({ block, isFirst }: ViewProps<ImageBlock>) => {
  const image = populated(block.image)
  if (!image?.url) return null
  const size = block.size === 'text' || block.size === 'full' ? block.size : 'wide'
  return (
    <Section block={block} className={`image image--${size}`}>
      <figure>
        <Picture media={image} sizes={sizes[size]} eager={isFirst} />
        {block.caption ? <figcaption>{block.caption}</figcaption> : null}
      </figure>
    </Section>
  )
}
