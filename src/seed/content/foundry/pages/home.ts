import {
  callToAction,
  features,
  gallery,
  hero,
  links,
  pageList,
  pricing,
  testimonial,
  text,
  to,
} from '../../blocks'
import { page, picture } from '../../references'
import { richText } from '../../richText'
import type { PageSeed } from '../../types'

export const home: PageSeed = {
  path: '/',
  title: 'Home',
  meta: {
    title: 'Foundry Row: workshops for clay, print, wood and metal, Sheffield',
    description:
      'Four workshops in an iron foundry from 1867. Benches by the month, classes by the day, kilns, presses and a forge. Alma Yard, Sheffield.',
    image: picture('yard'),
  },
  layout: [
    hero({
      variant: 'split',
      eyebrow: 'Alma Yard, Sheffield',
      heading: 'Make it here. Sweep up after.',
      text: 'Clay, print, wood and metal under one leaky, beautiful saw-tooth roof. Come for a Saturday, rent a bench for a year, or just ask what the noise is.',
      actions: links(to('/classes', 'Find a class'), to('/membership', 'Rent a bench')),
      image: picture('hall'),
      facts: [
        { value: '4', label: 'workshops and their tutors' },
        { value: '61', label: 'benches, nine of them free' },
        { value: '1,260 °C', label: 'in the big kiln on Thursdays' },
      ],
    }),
    pageList({
      eyebrow: 'Workshops',
      heading: 'Three doors off the yard',
      intro: 'Each has its own smell. You’ll know which is yours.',
      pages: [page('/workshops/clay'), page('/workshops/print'), page('/workshops/wood-and-metal')],
    }),
    text({
      variant: 'statement',
      content: richText(
        'They cast railings here for a hundred years, then manhole covers, then nothing. We kept the crane, mended half the roof, and put the kettle where the foreman sat.',
      ),
      tone: 'tint',
    }),
    gallery({
      heading: 'This week in the sheds',
      variant: 'strip',
      images: [
        { image: picture('kiln'), caption: 'Thursday’s firing, Friday morning' },
        { image: picture('metal'), caption: 'Kwame and a gate for number 40' },
        { image: picture('print'), caption: 'Two colours down, one to go' },
        { image: picture('wood'), caption: 'A chair, third attempt' },
        { image: picture('tools'), caption: 'Whoever has the mallet: bring it back' },
      ],
    }),
    pricing({
      eyebrow: 'Membership',
      heading: 'Rent a bench',
      intro:
        'Tools, heating, tutors on hand and a shelf with your name. Clay, paper and timber at what we pay.',
      plans: [
        {
          name: 'Evenings',
          price: '£48',
          period: 'per month',
          text: 'Two evenings a week, after the day job.',
          features: features('Tuesday and Thursday, 5 to 10', 'One workshop', 'A shelf'),
          link: to('/membership', 'Evenings, please'),
        },
        {
          name: 'Bench',
          price: '£125',
          period: 'per month',
          text: 'Come when you like, seven days, with a bench to leave things on.',
          features: features(
            'Every day, 8 to 10',
            'All four workshops, after induction',
            'A locker and a bench',
            'One kiln shelf a month',
          ),
          link: to('/membership', 'A bench, please'),
          featured: true,
          badge: 'Nine free',
        },
        {
          name: 'Corner',
          price: '£290',
          period: 'per month',
          text: 'For people who make a living at it.',
          features: features(
            'Twelve square metres of your own',
            'A key',
            'Loading bay and forklift Fridays',
            'A stall on open days',
          ),
          link: to('/membership', 'Ask about corners'),
        },
      ],
      note: 'No joining fee. One month’s notice. Concessions at a third off, no forms to fill in: just say.',
    }),
    testimonial({
      quotes: [
        {
          quote:
            'I came to make one bowl for my sister. My sister now owns nineteen bowls and has asked me to stop.',
          name: 'Tomasz Wilk',
          role: 'Clay, since March',
        },
        {
          quote: 'Nobody here has ever told me a stupid question was one, and I’ve checked.',
          name: 'Josephine Adeyemi',
          role: 'Wood, Tuesdays and Thursdays',
        },
      ],
      tone: 'tint',
    }),
    callToAction({
      heading: 'Never held a chisel?',
      intro: 'Good. You’ve nothing to unlearn. One day, one stool, £85 with the oak.',
      actions: links(to('/classes', 'See the classes'), to('/visit', 'Have a look round')),
      image: picture('wood'),
    }),
  ],
}
