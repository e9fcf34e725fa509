import { faq, features, formBlock, hero, pricing, to } from '../../blocks'
import { form, picture } from '../../references'
import { richText } from '../../richText'
import type { PageSeed, SeededBlock } from '../../types'

type Prices = { flex: string; desk: string; studio: string; note: string }

const layoutWith = ({ flex, desk, studio, note }: Prices): SeededBlock[] => [
  hero({
    variant: 'compact',
    eyebrow: 'Memberships',
    heading: 'Plain prices, month to month',
    text: 'You can leave at the end of any month by telling Sam before the 20th. You don’t have to give a reason, though she’ll ask whether it was the chairs.',
  }),
  pricing({
    plans: [
      {
        name: 'Day pass',
        price: '$29',
        period: 'per day',
        text: 'Weekdays, 8 to 6.',
        features: features(
          'Any free desk in the hall',
          'Coffee and tea',
          'One hour in a meeting room',
        ),
        link: to('/contact', 'Come by'),
      },
      {
        name: 'Flex',
        price: flex,
        period: 'per month',
        text: 'A desk whenever you turn up.',
        features: features(
          'Any free desk, around the clock',
          'Four room hours a month',
          'Locker and mail address',
          '20 % off evening events',
        ),
        link: { type: 'url', url: '/memberships#ask', label: 'Ask for Flex' },
        featured: true,
        badge: 'Most people',
      },
      {
        name: 'Desk',
        price: desk,
        period: 'per month',
        text: 'One desk, your lamp, your mess.',
        features: features(
          'A desk of your own',
          'Ten room hours a month',
          'Drawer unit and second monitor',
          'Two guest days a month',
        ),
        link: { type: 'url', url: '/memberships#ask', label: 'Ask for a desk' },
      },
      {
        name: 'Studio',
        price: studio,
        period: 'per month',
        text: 'A room with a door for two to eight people. Nine of them; two are free.',
        features: features(
          'Your own key and your own thermostat',
          'Twenty room hours a month',
          'Name on the board downstairs',
          'Heating and internet included',
        ),
        link: to('/spaces/private-studios', 'See the studios'),
      },
    ],
    note,
    anchor: 'prices',
  }),
  faq({
    heading: 'The small print, in large print',
    items: [
      {
        question: 'What happens if I’m away for a month?',
        answer: richText(
          'Tell us before the 20th and we pause the membership. You keep your locker.',
        ),
      },
      {
        question: 'How do room hours work?',
        answer: richText(
          'You book them in the member app, in half hours. Unused hours last until the end of the following month. Extra hours cost what [everyone pays](/spaces/meeting-rooms).',
        ),
      },
      {
        question: 'Can two of us share one Desk membership?',
        answer: richText(
          'Yes, if you’re never both here. People have tried to make that work with calendars. It goes well for about six weeks.',
        ),
      },
      {
        question: 'Do you offer anything for students?',
        answer: richText(
          'Flex at half price with a valid student card, from **June to August** and for the last month before a thesis is due.',
        ),
      },
    ],
    tone: 'tint',
  }),
  formBlock({
    eyebrow: 'Next step',
    heading: 'Ask for a desk',
    intro: richText(`
      Tell us roughly what you need. There’s no sales team, so this goes to Sam, who also knows where the spare keys are.

      - Answer the same working day
      - A tour if you want one
      - A trial day on the house before you decide
    `),
    form: form('membership'),
    anchor: 'ask',
  }),
]

export const memberships: PageSeed = {
  path: '/memberships',
  title: 'Memberships',
  meta: {
    description:
      'Day pass $29, Flex $189, your own desk $349, studios from $980 a month. No deposit, leave any month.',
    image: picture('hall'),
  },
  layout: layoutWith({
    flex: '$189',
    desk: '$349',
    studio: 'from $980',
    note: 'Plus 5.5 % sales tax where it applies. Prices for 2026.',
  }),
  newerDraft: {
    by: 'editor',
    layout: layoutWith({
      flex: '$195',
      desk: '$360',
      studio: 'from $980',
      note: 'Plus 5.5 % sales tax where it applies. Prices from January 2027; members who joined earlier keep theirs until June.',
    }),
  },
}
