import type { Page } from '@/payload-types'
import { RenderBlocks } from '@/blocks/RenderBlocks'

import { Breadcrumbs, type Crumb } from './Breadcrumbs'
import type { SiteContext } from './SiteContext'

type PageViewProps = {
  page: Pick<Page, 'title' | 'layout'>
  context?: SiteContext
  /** From the top of the tree down to this page; not shown for a page that has none above it. */
  trail?: Crumb[]
}

/** A page between header and footer. It has one h1: the hero's, or else the page's title. */
export const PageView = ({ page, context, trail = [] }: PageViewProps) => {
  const [first] = page.layout ?? []
  const heroCarriesTitle = first?.blockType === 'hero' && Boolean(first.heading)
  return (
    <>
      <Breadcrumbs trail={trail} locale={context?.locale} />
      {heroCarriesTitle ? null : (
        <header className="page-title">
          <h1>{page.title}</h1>
        </header>
      )}
      <RenderBlocks layout={page.layout} context={context} carriesTitle={heroCarriesTitle} />
    </>
  )
}
