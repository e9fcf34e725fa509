import type { Media, PageListBlock } from '@/payload-types'
import { Picture } from '@/site/Picture'
import { populated } from '@/site/populated'
import { safeHref } from '@/site/safeHref'
import { Section } from '@/site/Section'
import { SectionHeading } from '@/site/SectionHeading'

import { itemHeading } from '../itemHeading'
import type { ViewProps } from '../viewProps'

export type ResolvedPage = {
  title: string
  path: string
  description?: string | null
  image?: string | Media | null
}

/** The loader looks up which pages are meant, and puts them here. */
export type ResolvedPageListBlock = PageListBlock & { resolvedPages?: ResolvedPage[] | null }

export const PageListView = ({ block, isFirst }: ViewProps<ResolvedPageListBlock>) => {
  const pages = (block.resolvedPages ?? []).filter(({ path }) => safeHref(path))
  if (pages.length === 0) return null
  const Heading = itemHeading(block)
  const variant = block.variant === 'list' ? 'list' : 'cards'
  return (
    <Section block={block} className={`page-list page-list--${variant}`}>
      <SectionHeading block={block} />
      <ul className="page-list__items" data-count={pages.length}>
        {pages.map(({ title, path, description, image }) => (
          <li key={path} className="page-card">
            {variant === 'cards' ? (
              <div className="page-card__image" data-empty={populated(image)?.url ? undefined : ''}>
                <Picture
                  media={image}
                  sizes="(min-width: 60rem) 26rem, 100vw"
                  eager={isFirst}
                  decorative
                />
              </div>
            ) : null}
            <Heading className="page-card__title">
              <a href={path}>{title}</a>
            </Heading>
            {description ? <p className="page-card__text">{description}</p> : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
