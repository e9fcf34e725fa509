import { features, formBlock, gallery, hero, pricing, testimonial, text } from '../../blocks'
import { form, picture } from '../../references'
import { richText } from '../../richText'
import type { PageSeed, SeededBlock } from '../../types'

const layoutWith = (intro: string, extra: SeededBlock[]): SeededBlock[] => [
  hero({
    eyebrow: 'Membership',
    heading: 'A bench, a key to the kettle, and neighbours',
    text: intro,
    image: picture('tools'),
  }),
  pricing({
    plans: [
      {
        name: 'Evenings',
        price: '£48',
        period: 'per month',
        text: 'Two evenings a week, after the day job.',
        features: features('Tuesday and Thursday, 5 to 10', 'One workshop', 'A shelf'),
      },
      {
        name: 'Bench',
        price: '£125',
        period: 'per month',
        text: 'Come when you like, seven days a week.',
        features: features(
          'Every day, 8 to 10',
          'All four workshops, after induction',
          'A locker and a bench',
          'One kiln shelf a month',
          'Materials at cost',
        ),
        featured: true,
        badge: 'Nine free',
      },
      {
        name: 'Corner',
        price: '£290',
        period: 'per month',
        text: 'Twelve square metres of your own, for people who make a living at it.',
        features: features(
          'A key, around the clock',
          'Loading bay and forklift Fridays',
          'A stall on open days',
          'Your name on the gate',
        ),
      },
    ],
    note: 'No joining fee. One month’s notice. Concessions at a third off, no forms: just say.',
    anchor: 'prices',
  }),
  ...extra,
  text({
    heading: 'What we ask back',
    content: richText(`
      - Two hours a month for the place: sweeping, painting, answering the door on open days
      - That you put tools back on their outline
      - That you show somebody newer what somebody older showed you
    `),
    tone: 'tint',
  }),
  gallery({
    images: [
      { image: picture('wood'), caption: 'Bench 12' },
      { image: picture('clay'), caption: 'The wheel by the window goes first' },
      { image: picture('kiln'), caption: 'A shelf a month is yours' },
    ],
  }),
  testimonial({
    quotes: [
      {
        quote: 'It’s the only place in town where you can borrow a two-tonne crane and an opinion.',
        name: 'Kwame Mensah',
        role: 'Corner 3, gates and railings',
        image: picture('kwame'),
      },
    ],
  }),
  formBlock({
    heading: 'Ask for a bench',
    intro: richText(
      'Tell us what you’re making. There’s no wrong answer, but “I don’t know yet” gets the best tour.',
    ),
    form: form('membership'),
    anchor: 'ask',
  }),
]

export const membership: PageSeed = {
  path: '/membership',
  title: 'Membership',
  meta: {
    description:
      'Evenings £48, a bench £125, a corner of your own £290 a month. No joining fee, one month’s notice.',
    image: picture('tools'),
  },
  layout: layoutWith(
    'Sixty-one benches, nine of them free. You get the tools, the heat, the advice and, at eleven and four, tea.',
    [],
  ),
  newerDraft: {
    by: 'author',
    layout: layoutWith(
      'Sixty-one benches, seven of them free. You get the tools, the heat, the advice and, at eleven and four, tea.',
      [
        text({
          heading: 'New: a bench to share',
          content: richText(
            'Two people, one bench, £75 each. You’re both in the workshop at once only on Sundays, so choose somebody you like. *Amara: Ingrid to confirm the price before this goes live.*',
          ),
        }),
      ],
    ),
  },
}
