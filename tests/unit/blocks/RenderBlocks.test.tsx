import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'

import { blocks } from '@/blocks'
import { RenderBlocks } from '@/blocks/RenderBlocks'
import type { Page } from '@/payload-types'

type Layout = NonNullable<Page['layout']>

// As it comes out of the database: JSON that a newer release may have written.
const fromJson = (json: string): Layout => JSON.parse(json)

const render = (layout: Layout | null) => renderToStaticMarkup(<RenderBlocks layout={layout} />)

describe('RenderBlocks', () => {
  it('renders nothing without a layout', () => {
    expect(render(null)).toBe('')
  })

  it('leaves out a block that it does not know, and goes on', () => {
    const html = render(
      fromJson('[{"blockType":"hologram"},{"blockType":"cta","heading":"Come by","actions":[]}]'),
    )
    expect(html).toContain('Come by')
    expect(html).not.toContain('hologram')
  })

  it('has a view for every block that the admin offers', () => {
    const image = { id: 'm', url: '/m.jpg', alt: 'A' }
    const anything = {
      heading: 'H',
      image,
      images: [{ image }],
      plans: [{}],
      items: [{}],
      people: [{}],
      quotes: [{}],
      form: { id: 'f', title: 'F' },
      resolvedPages: [{ title: 'P', path: '/p' }],
    }
    const unseen = blocks.filter(
      ({ slug }) => render(fromJson(JSON.stringify([{ ...anything, blockType: slug }]))) === '',
    )
    expect(unseen).toEqual([])
  })
})
