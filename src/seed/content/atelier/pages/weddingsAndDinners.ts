import {
  callToAction,
  faq,
  features,
  gallery,
  hero,
  links,
  pricing,
  testimonial,
  text,
  to,
} from '../../blocks'
import { picture } from '../../references'
import { richText } from '../../richText'
import type { PageSeed, SeededBlock } from '../../types'

const layoutWith = (menu: string, lunch: SeededBlock[]): SeededBlock[] => [
  hero({
    variant: 'cover',
    eyebrow: 'Weddings and dinners',
    heading: 'One house, one evening, one party',
    text: 'We never hold two events on a day. You have the rooms from noon, and Hana from the first telephone call to the last taxi.',
    image: picture('grandRoom'),
    actions: links(to('/enquire', 'Enquire about a date')),
  }),
  pricing({
    eyebrow: 'What an evening costs',
    heading: 'Three cuts',
    plans: [
      {
        name: 'Reception',
        price: '€ 1,900',
        period: 'for an evening',
        text: 'The Gallery, up to 90 guests, four hours.',
        features: features(
          'Bar and two attendants',
          'Canapés from € 24 a guest',
          'The exhibition, lit',
          'Courtyard in summer',
        ),
        link: to('/rooms/gallery', 'The Gallery'),
      },
      {
        name: 'Dinner',
        price: '€ 4,200',
        period: 'for an evening',
        text: 'The Grand Room, up to 120 guests, from noon to one.',
        features: features(
          'Tables, linen, glass, candles',
          menu,
          'Six people in the house',
          'Piano, tuned',
          'Courtyard for the first glass',
        ),
        link: to('/rooms/grand-room', 'The Grand Room'),
        featured: true,
        badge: 'Most chosen',
      },
      {
        name: 'The whole house',
        price: '€ 7,500',
        period: 'for a day and a night',
        text: 'All rooms, the staircase, the tree. Ceremony, dinner, dancing.',
        features: features(
          'Ceremony for 120 in either room',
          'Dinner and late supper',
          'A room to dress in',
          'Until three in the morning',
        ),
        link: to('/enquire', 'Ask for a date'),
      },
    ],
    note: 'Prices including 21 % VAT. Monday to Thursday a fifth less, in January a third.',
  }),
  ...lunch,
  text({
    heading: 'How we work',
    content: richText(`
      1. **You write.** A date, a number, a wish.
      2. **You visit.** At the hour of your event, because the light is half of it.
      3. **We sketch.** One page: rooms, times, menu, price. It does not grow afterwards.
      4. **We hold.** Two weeks without obligation, then a third as deposit.
    `),
    tone: 'tint',
  }),
  gallery({
    images: [
      { image: picture('courtyard'), caption: 'Ceremony under the linden' },
      { image: picture('stairs'), caption: 'The entrance everybody practises' },
      { image: picture('concert'), caption: 'Music, amplified by nothing' },
    ],
  }),
  testimonial({
    quotes: [
      {
        quote: 'A tailor listens before he cuts. They have kept that.',
        name: 'Emile Verhaegen',
        role: 'Tailor, third generation',
        image: picture('emile'),
      },
    ],
  }),
  faq({
    heading: 'Asked at every visit',
    items: [
      {
        question: 'Can children sleep somewhere?',
        answer: richText(
          'In the dressing room on the second floor, on proper beds, with somebody sitting by the door.',
        ),
      },
      {
        question: 'Do you arrange hotels?',
        answer: richText(
          'Three within five minutes keep rooms for our guests until four weeks before. Hana sends the list with the sketch.',
        ),
      },
      {
        question: 'What about confetti?',
        answer: richText(
          'Linden leaves, punched. We have a machine for it and a broom for afterwards.',
        ),
      },
    ],
    tone: 'tint',
  }),
  callToAction({
    heading: 'Come and see it at the right hour',
    actions: links(to('/enquire', 'Arrange a visit')),
  }),
]

export const weddingsAndDinners: PageSeed = {
  path: '/weddings-and-dinners',
  title: 'Weddings and dinners',
  meta: {
    description:
      'Reception from € 1,900, dinner from € 4,200, the whole house € 7,500. One event a day.',
    image: picture('grandRoom'),
  },
  layout: layoutWith('Four courses from € 78 a guest', []),
  newerDraft: {
    by: 'editor',
    layout: layoutWith('Four courses from € 82 a guest', [
      text({
        eyebrow: 'New',
        heading: 'Sunday lunch',
        content: richText(
          'From March, the Grand Room by daylight: three courses, noon to five, up to sixty guests, **€ 2,600**. For christenings, eightieth birthdays and those who like to be home before dark.',
        ),
      }),
    ]),
  },
}
