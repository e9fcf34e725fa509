import {
  callToAction,
  faq,
  features,
  gallery,
  hero,
  links,
  out,
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
    title: 'Harbor Nine: desks in an old warehouse on the water, Portland',
    description:
      'Coworking on Ropewalk Wharf in Portland, Maine. 140 desks, quiet rooms and good coffee in a warehouse from 1884. Day pass $29.',
    image: picture('quay'),
  },
  layout: [
    hero({
      variant: 'cover',
      eyebrow: 'Ropewalk Wharf, Portland',
      heading: 'Work where the sardines used to be',
      text: 'Warehouse Nine stored canned fish until 1971. Now it holds 140 desks, a dozen rooms with doors, and a rule that nobody takes calls in the hall.',
      actions: links(to('/memberships', 'See memberships'), to('/contact', 'Book a tour')),
      image: picture('quay'),
      facts: [
        { value: '140', label: 'desks, 38 of them by the water' },
        { value: '6 to 10', label: 'open every day, members around the clock' },
        { value: '$29', label: 'for a day, coffee included' },
      ],
    }),
    text({
      variant: 'statement',
      content: richText(
        'We rent desks to people who have work to do. No beanbags, no hustle posters. Daylight from three sides, chairs we would buy for ourselves, and an internet line that has been down for eleven minutes since 2019.',
      ),
    }),
    pageList({
      eyebrow: 'Under one roof',
      heading: 'Pick your noise level',
      intro: 'The hall is quiet, the galley is not, and the studios are whatever you make of them.',
      pages: [
        page('/spaces/main-hall'),
        page('/spaces/meeting-rooms'),
        page('/spaces/private-studios'),
      ],
    }),
    gallery({
      heading: 'A walk through',
      intro:
        'From the front door to the roof takes about two minutes, four if you stop for coffee.',
      images: [
        { image: picture('hall'), caption: 'The hall, around ten in the morning' },
        { image: picture('galley'), caption: 'The galley. Theo roasts on Tuesdays' },
        { image: picture('windowDesk'), caption: 'Studio 4 and its ferry' },
        { image: picture('booths'), caption: 'Calls go here' },
        { image: picture('roof'), caption: 'The roof deck, May to October' },
      ],
      tone: 'tint',
    }),
    pricing({
      eyebrow: 'Memberships',
      heading: 'Three ways in',
      intro: 'Month to month. No joining fee, no deposit, no phone call to leave.',
      plans: [
        {
          name: 'Day pass',
          price: '$29',
          period: 'per day',
          text: 'For visitors, deadlines and home renovations.',
          features: features(
            'Any free desk in the hall',
            'Coffee and tea',
            'One hour in a meeting room',
          ),
          link: to('/contact', 'Come by'),
        },
        {
          name: 'Flex',
          price: '$189',
          period: 'per month',
          text: 'A desk whenever you turn up, which for most of us is three days a week.',
          features: features(
            'Any free desk, around the clock',
            'Four room hours a month',
            'Locker and mail address',
          ),
          link: to('/memberships', 'Choose Flex'),
          featured: true,
          badge: 'Most people',
        },
        {
          name: 'Desk',
          price: '$349',
          period: 'per month',
          text: 'One desk, your lamp, your mess. Nobody else sits there.',
          features: features(
            'A desk of your own',
            'Ten room hours a month',
            'Drawer unit, second monitor',
            'Two guest days',
          ),
          link: to('/memberships', 'Choose Desk'),
        },
      ],
      note: 'Plus 5.5 % sales tax where it applies. Studios from $980, see Memberships.',
    }),
    testimonial({
      eyebrow: 'Members',
      heading: 'Overheard at the galley',
      quotes: [
        {
          quote:
            'I came for a week while our kitchen was being redone. The kitchen has been finished for two years.',
          name: 'Min-jun Park',
          role: 'Translator, Flex member',
          image: picture('minjun'),
        },
        {
          quote:
            'Clients come up the stairs, see the water, and stop talking about our rates for a moment.',
          name: 'Odalys Ferrer',
          role: 'Ferrer & Lund, naval architects',
        },
        {
          quote: 'It is the only office I have had where quiet means quiet.',
          name: 'Gus Thibodeau',
          role: 'Radio producer',
        },
      ],
    }),
    faq({
      eyebrow: 'Before you ask',
      heading: 'Short answers',
      items: [
        {
          question: 'Can I just turn up?',
          answer: richText(
            'Yes, on weekdays between 8 and 6. Ring the bell by the green door and ask for a day pass. On summer Fridays it’s wise to [write first](/contact).',
          ),
        },
        {
          question: 'Are dogs allowed?',
          answer: richText(
            'On the ground floor, if they can lie still through a conference call. Bosun, the house dog, has the last word.',
          ),
        },
        {
          question: 'Is there parking?',
          answer: richText(
            'Not on the wharf. The garage on Fore Street is four minutes away and gives members a monthly rate. Bikes go indoors, behind the galley.',
          ),
        },
      ],
    }),
    callToAction({
      heading: 'Come and hear how quiet it is',
      intro: 'Tours take twenty minutes and end with coffee. Weekdays at 10 and 3.',
      actions: links(to('/contact', 'Book a tour'), out('tel:+12075550149', 'Call 207-555-0149')),
      image: picture('galley'),
    }),
  ],
}
