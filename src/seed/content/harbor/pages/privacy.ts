import { hero, text } from '../../blocks'
import { richText } from '../../richText'
import type { PageSeed } from '../../types'

export const privacy: PageSeed = {
  path: '/privacy',
  title: 'Imprint and privacy',
  meta: {
    description: 'Who is responsible for this site, and what happens to what you send us.',
    noIndex: true,
  },
  layout: [
    hero({
      variant: 'compact',
      heading: 'Imprint and privacy',
      text: 'Last changed on October 2, 2026.',
    }),
    text({
      variant: 'column',
      content: richText(`
        ## Who we are

        Harbor Nine Cooperative, 9 Ropewalk Wharf, Portland, ME 04101, United States. Represented by Marta Silva. Telephone 207-555-0149, [hello@harbor.test](mailto:hello@harbor.test).

        ## What we keep

        When you send a form, we keep what you wrote so that we can answer. If nothing comes of it, we delete it after six months. If you become a member, it goes into your file, which you may read at the front desk whenever you like.

        ## What we don’t

        This site sets no cookies for visitors and loads nothing from other companies. There is no tracking and therefore no banner.

        ## Your rights

        Ask us what we have about you, and we’ll print it. Ask us to delete it, and we’ll delete it, except for invoices, which the state wants kept for seven years.
      `),
    }),
  ],
}
