import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'

import { CallToActionView } from '@/blocks/CallToAction/view'
import { FaqView } from '@/blocks/Faq/view'
import { FormBlockView } from '@/blocks/FormBlock/view'
import { GalleryView } from '@/blocks/Gallery/view'
import { HeroView } from '@/blocks/Hero/view'
import { ImageView } from '@/blocks/Image/view'
import { OpeningHoursView } from '@/blocks/OpeningHours/view'
import { PageListView } from '@/blocks/PageList/view'
import { PricingView } from '@/blocks/Pricing/view'
import { RichTextView } from '@/blocks/RichText/view'
import { TeamView } from '@/blocks/Team/view'
import { TestimonialView } from '@/blocks/Testimonial/view'
import type { Form } from '@/payload-types'

import { buildMedia, buildPage } from '../site/buildPage'
import { paragraph, richText, text } from '../site/richText'

const HOSTILE = '"><script>alert(1)</script>'
const SCRIPT = 'javascript:alert(1)'

/** Every view with each of its texts set to `value`, and each of its addresses to `url`. */
const populatedViews = (value: string, url: string): [string, ReactElement][] => {
  const head = { id: 'b1', eyebrow: value, heading: value, intro: value, anchor: 'here' }
  const image = buildMedia({ alt: value })
  const prose = richText(paragraph(text(value)))
  const actions = [{ link: { type: 'url' as const, label: value, url } }]
  const form = {
    id: 'f',
    title: value,
    fields: [{ blockType: 'text', name: 'a', label: value }],
  } as Form
  return [
    [
      'hero',
      <HeroView
        key=""
        block={{
          ...head,
          variant: 'split',
          text: value,
          image,
          actions,
          facts: [{ value, label: value }],
        }}
      />,
    ],
    [
      'hero cover',
      <HeroView key="" block={{ ...head, variant: 'cover', text: value, image, actions }} />,
    ],
    ['rich text', <RichTextView key="" block={{ ...head, variant: 'aside', content: prose }} />],
    ['image', <ImageView key="" block={{ ...head, image, caption: value, size: 'wide' }} />],
    [
      'gallery',
      <GalleryView key="" block={{ ...head, images: [{ image, caption: value }, { image }] }} />,
    ],
    [
      'gallery strip',
      <GalleryView
        key=""
        block={{ ...head, variant: 'strip', images: [{ image, caption: value }] }}
      />,
    ],
    [
      'call to action',
      <CallToActionView key="" block={{ ...head, tone: 'bold', image, actions }} />,
    ],
    [
      'pricing',
      <PricingView
        key=""
        block={{
          ...head,
          note: value,
          plans: [
            {
              name: value,
              price: value,
              period: value,
              text: value,
              badge: value,
              featured: true,
              features: [{ text: value }],
              link: { type: 'url', label: value, url },
            },
          ],
        }}
      />,
    ],
    ['faq', <FaqView key="" block={{ ...head, items: [{ question: value, answer: prose }] }} />],
    [
      'team',
      <TeamView
        key=""
        block={{
          ...head,
          people: [
            { name: value, role: value, text: value, email: value },
            { name: value, image },
          ],
        }}
      />,
    ],
    [
      'hours',
      <OpeningHoursView
        key=""
        block={{
          ...head,
          image,
          notice: value,
          hours: [{ days: ['mon', 'tue'], opens: '08:00', closes: '20:00', note: value }],
          place: {
            name: value,
            address: value,
            directions: value,
            mapUrl: url,
            phone: value,
            email: value,
          },
        }}
      />,
    ],
    [
      'testimonial',
      <TestimonialView
        key=""
        block={{ ...head, quotes: [{ quote: value, name: value, role: value, image }] }}
      />,
    ],
    [
      'testimonials',
      <TestimonialView
        key=""
        block={{
          ...head,
          quotes: [
            { quote: value, name: value },
            { quote: value, name: value },
          ],
        }}
      />,
    ],
    ['form', <FormBlockView key="" block={{ ...head, intro: prose, form }} />],
    [
      'page list',
      <PageListView
        key=""
        block={{
          ...head,
          variant: 'cards',
          resolvedPages: [
            { title: value, path: '/a', description: value, image },
            { title: value, path: url },
          ],
        }}
      />,
    ],
  ]
}

/** What an editor sees in the preview right after adding a block: not even what is required is there. */
const emptyViews: [string, ReactElement][] = [
  ['hero', <HeroView key="" block={{}} />],
  [
    'hero with empty rows',
    <HeroView key="" block={{ actions: [{} as never], facts: [{} as never] }} />,
  ],
  ['rich text', <RichTextView key="" block={{}} />],
  ['image', <ImageView key="" block={{ image: 'some-id' }} />],
  ['gallery', <GalleryView key="" block={{ images: [{ image: 'some-id' }] }} />],
  ['call to action', <CallToActionView key="" block={{}} />],
  ['pricing', <PricingView key="" block={{ plans: [{} as never] }} />],
  ['faq', <FaqView key="" block={{ items: [{} as never] }} />],
  ['team', <TeamView key="" block={{ people: [{} as never] }} />],
  ['hours', <OpeningHoursView key="" block={{ hours: [{} as never], place: {} }} />],
  ['testimonial', <TestimonialView key="" block={{ quotes: [{} as never] }} />],
  ['form', <FormBlockView key="" block={{ form: 'some-id' }} />],
  ['page list', <PageListView key="" block={{}} />],
]

describe('block views', () => {
  it.each(populatedViews('Plain words', 'https://example.com/x'))(
    '%s shows what it is given',
    (_, view) => {
      expect(renderToStaticMarkup(view)).toContain('Plain words')
    },
  )

  it.each(populatedViews(HOSTILE, SCRIPT))(
    '%s escapes markup and drops addresses that run',
    (_, view) => {
      const html = renderToStaticMarkup(view)
      expect(html).not.toContain('<script')
      expect(html).not.toMatch(/(href|src|action)="\s*javascript:/i)
    },
  )

  it.each(emptyViews)('%s survives an empty draft', (_, view) => {
    expect(() => renderToStaticMarkup(view)).not.toThrow()
  })

  it('heads its items below its own heading, or in its place', () => {
    const plans = [{ name: 'Flex', price: '€ 1', link: {} }]
    expect(renderToStaticMarkup(<PricingView block={{ heading: 'Plans', plans }} />)).toContain(
      '<h3',
    )
    expect(renderToStaticMarkup(<PricingView block={{ plans }} />)).not.toContain('<h3')
  })

  it('a section is named by its heading', () => {
    const html = renderToStaticMarkup(<CallToActionView block={{ id: 'a1', heading: 'Come by' }} />)
    expect(html).toContain('aria-labelledby="h-a1"')
    expect(html).toContain('<h2 id="h-a1">')
  })

  it('the first picture of a page does not wait', () => {
    const block = { heading: 'x', image: buildMedia(), variant: 'split' as const }
    expect(renderToStaticMarkup(<HeroView block={block} isFirst />)).toContain('loading="eager"')
    expect(renderToStaticMarkup(<HeroView block={block} />)).toContain('loading="lazy"')
  })

  it('a form is rendered by the route when it offers to', () => {
    const form = { id: 'f', title: 'Contact' } as Form
    const html = renderToStaticMarkup(
      <FormBlockView
        block={{ id: 'b1', form }}
        context={{ renderForm: ({ id }, prefix) => <p>{`${id} ${prefix}`}</p> }}
      />,
    )
    expect(html).toContain('<p>f f-b1</p>')
  })

  it('a button leads to where its page is now', () => {
    const page = buildPage({ path: '/house/tour', title: 'Tour' })
    const html = renderToStaticMarkup(
      <HeroView
        block={{ heading: 'x', actions: [{ link: { type: 'page', page, label: 'Book' } }] }}
      />,
    )
    expect(html).toContain('href="/house/tour"')
  })
})
