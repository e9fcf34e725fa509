import { faq, features, formBlock, hero, pricing, text } from '../../blocks'
import { form, picture } from '../../references'
import { richText } from '../../richText'
import type { PageSeed } from '../../types'

const overview: PageSeed = {
  path: '/classes',
  title: 'Classes',
  meta: {
    description:
      'Throwing, stool-making, letterpress and welding for people who have never done it. From £38, materials included.',
    image: picture('clay'),
  },
  layout: [
    hero({
      eyebrow: 'Classes',
      heading: 'Go home with something you made',
      text: 'Eight people at most, one tutor, proper tools. It may be wonky. It’ll be yours.',
      image: picture('clay'),
    }),
    pricing({
      heading: 'On now',
      plans: [
        {
          name: 'Throwing for beginners',
          price: '£165',
          period: 'six Mondays',
          text: 'With Amara, 6.30 to 9. You’ll make thirty pots and keep five.',
          features: features(
            'All clay and two firings',
            'Eight wheels, eight people',
            'An apron you can’t hurt',
          ),
          featured: true,
          badge: 'Starts soon',
        },
        {
          name: 'One-day stool',
          price: '£85',
          period: 'per day',
          text: 'With Luca, Saturdays, 9.30 to 5. Three legs, because three never wobble.',
          features: features(
            'Ash and oak included',
            'Soup and bread at one',
            'Carry it home on the tram',
          ),
        },
        {
          name: 'Print a poster',
          price: '£60',
          period: 'per day',
          text: 'With Ewan, Sundays, 10 to 4. Wood type, two colours, twenty copies.',
          features: features(
            'Paper and ink',
            'Words of your choosing, within the law',
            'A tube to carry them in',
          ),
        },
        {
          name: 'Welding taster',
          price: '£38',
          period: 'per evening',
          text: 'With Kwame, Wednesdays, 6 to 9. One bead, then a better one.',
          features: features('Mask, gloves, jacket', 'Steel to practise on', 'Six people at most'),
        },
      ],
      note: 'A third off if money’s short, no questions. Gift cards at the desk.',
    }),
    text({
      heading: 'What to wear',
      content: richText(
        'Closed shoes you don’t love. Sleeves that roll up. Hair that ties back. For welding: cotton or wool, nothing that says polyester on the label. We have aprons, goggles and a drawer of odd socks.',
      ),
      tone: 'tint',
    }),
    formBlock({
      heading: 'Save a place',
      intro: richText(
        'Classes fill about three weeks ahead. If yours is full, we’ll put you on the list, and the list does move.',
      ),
      form: form('class'),
      anchor: 'book',
    }),
    faq({
      heading: 'Fair questions',
      items: [
        {
          question: 'Is there an age limit?',
          answer: richText(
            'Fourteen for clay and print, with a grown-up. Eighteen for wood machines and anything that’s on fire.',
          ),
        },
        {
          question: 'I use a wheelchair. Which sheds work?',
          answer: richText(
            'Clay and wood are level from the yard, and two wheels and four benches come down. Print is upstairs; the goods lift takes a chair, slowly. Tell us and somebody will work it.',
          ),
        },
        {
          question: 'What if I can’t make it?',
          answer: richText(
            'A week before: money back. After that: send a friend, or come to the next one.',
          ),
        },
      ],
    }),
  ],
}

const blacksmithing: PageSeed = {
  path: '/classes/blacksmithing',
  title: 'A weekend at the forge',
  by: 'author',
  state: { kind: 'draft' },
  layout: [
    hero({
      eyebrow: 'From March, if the insurer nods',
      heading: 'A weekend at the forge',
      text: 'Two days, four people, one coal fire. You’ll make a hook, a poker, and on Sunday afternoon a knife that cuts butter.',
      image: picture('metal'),
    }),
    text({
      heading: 'Still open',
      content: richText(`
        - Price: Kwame says £240, Ingrid says £220
        - Does lunch count as included if it’s toast done on the forge?
        - Photograph with fewer sparks and more faces
      `),
    }),
  ],
}

export const classes: PageSeed[] = [overview, blacksmithing]
