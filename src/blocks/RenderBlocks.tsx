import { Fragment, type ReactNode } from 'react'

import type { Page } from '@/payload-types'
import type { SiteContext } from '@/site/SiteContext'

import { CallToActionView } from './CallToAction/view'
import { FaqView } from './Faq/view'
import { FormBlockView } from './FormBlock/view'
import { GalleryView } from './Gallery/view'
import { HeroView } from './Hero/view'
import { ImageView } from './Image/view'
import { OpeningHoursView } from './OpeningHours/view'
import { PageListView } from './PageList/view'
import { PricingView } from './Pricing/view'
import { RichTextView } from './RichText/view'
import { TeamView } from './Team/view'
import { TestimonialView } from './Testimonial/view'

type Layout = NonNullable<Page['layout']>
type LayoutBlock = Layout[number]

type RenderBlocksProps = {
  layout: Layout | null | undefined
  context?: SiteContext
  /** False when the page's title stands above the blocks, so that there is one h1. */
  carriesTitle?: boolean
}

const renderBlock = (
  block: LayoutBlock,
  context: SiteContext | undefined,
  isFirst: boolean,
): ReactNode => {
  switch (block.blockType) {
    case 'hero':
      return <HeroView block={block} context={context} isFirst={isFirst} />
    case 'richText':
      return <RichTextView block={block} context={context} isFirst={isFirst} />
    case 'image':
      return <ImageView block={block} context={context} isFirst={isFirst} />
    case 'gallery':
      return <GalleryView block={block} context={context} isFirst={isFirst} />
    case 'pageList':
      return <PageListView block={block} context={context} isFirst={isFirst} />
    case 'faq':
      return <FaqView block={block} context={context} isFirst={isFirst} />
    case 'pricing':
      return <PricingView block={block} context={context} isFirst={isFirst} />
    case 'cta':
      return <CallToActionView block={block} context={context} isFirst={isFirst} />
    case 'team':
      return <TeamView block={block} context={context} isFirst={isFirst} />
    case 'testimonial':
      return <TestimonialView block={block} context={context} isFirst={isFirst} />
    case 'hours':
      return <OpeningHoursView block={block} context={context} isFirst={isFirst} />
    case 'form':
      return <FormBlockView block={block} context={context} isFirst={isFirst} />
    default:
      // Written by a newer or an older release: the page goes on without it.
      return null
  }
}

export const RenderBlocks = ({ layout, context, carriesTitle = true }: RenderBlocksProps) =>
  (layout ?? []).map((block, index) => (
    <Fragment key={block.id ?? index}>
      {renderBlock(block, context, carriesTitle && index === 0)}
    </Fragment>
  ))
