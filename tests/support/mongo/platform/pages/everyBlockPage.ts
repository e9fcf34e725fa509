import { type TenantSeed } from '../World'
import { type PageSeed } from './PageSeed'

/** A page with each block that is not on the others. */
export const everyBlockPage = ({ name }: TenantSeed): PageSeed => ({
  name: 'everything',
  title: `Everything at ${name}`,
  slug: 'everything',
  texts: [
    'Is there parking?',
    'Behind the house.',
    'Day ticket',
    `I never want to leave ${name}`,
    'Closed on holidays',
    'The front in winter',
    'Seen from the garden',
  ],
  blocks: (to) => [
    to.block('faq', {
      heading: 'Questions, answered',
      items: to.rows({ question: 'Is there parking?', answer: to.richText('Behind the house.') }),
      tone: 'plain',
    }),
    to.block('pricing', {
      heading: 'Prices',
      plans: to.rows({
        name: 'Day ticket',
        price: '€ 29',
        period: 'per day',
        features: to.rows({ text: 'Coffee' }, { text: 'A desk' }),
        ...to.linkToPage('Book', 'contact'),
        featured: true,
        badge: 'Most popular',
      }),
      note: 'All prices plus VAT.',
      tone: 'tint',
    }),
    to.block('testimonial', {
      quotes: to.rows({
        quote: `I never want to leave ${name}`,
        name: 'Cleo',
        image: to.picture('portrait'),
      }),
      tone: 'plain',
    }),
    to.block('hours', {
      heading: 'When and where',
      hours: to.rows({ days: ['mon', 'tue'], opens: '08:30', closes: '24:00' }, { days: ['sun'] }),
      notice: 'Closed on holidays',
      place: { name, address: 'Quay 1\n20457 Hamburg', phone: '+49 40 1234567' },
      tone: 'tint',
    }),
    to.block('image', {
      image: to.picture('front'),
      caption: 'The front in winter',
      size: 'wide',
      tone: 'plain',
    }),
    to.block('gallery', {
      variant: 'grid',
      images: to.rows(
        { image: to.picture('front') },
        { image: to.picture('garden'), caption: 'Seen from the garden' },
      ),
      tone: 'plain',
    }),
  ],
})
