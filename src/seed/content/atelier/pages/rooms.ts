import { callToAction, faq, gallery, hero, image, links, pageList, text, to } from '../../blocks'
import { picture } from '../../references'
import { richText } from '../../richText'
import type { PageSeed } from '../../types'

const overview: PageSeed = {
  path: '/rooms',
  title: 'Rooms',
  meta: {
    description:
      'The Grand Room for 120 at table, the Gallery for 90 standing, the Courtyard for 60 in summer.',
    image: picture('stairs'),
  },
  layout: [
    hero({
      eyebrow: 'Rooms',
      heading: 'Around one staircase',
      text: 'Ground floor, first floor and a courtyard between them. You move through the house as the evening does, from daylight to candles.',
      image: picture('stairs'),
      facts: [
        { value: '120', label: 'at table in the Grand Room' },
        { value: '90', label: 'standing in the Gallery' },
        { value: '60', label: 'in the Courtyard, May to September' },
      ],
    }),
    pageList({ heading: 'Choose a light' }),
    text({
      heading: 'Measured',
      content: richText(`
        - **The Grand Room**: 16 × 9.6 m, 5.2 m high, six arched windows to the west
        - **The Gallery**: 12.5 × 9.2 m, skylight, white walls, hanging rails
        - **The Courtyard**: 14 × 13 m, paved, one linden, wall of ivy to the south
        - **Lift** to all floors, 1.1 × 1.4 m; a level entrance from the courtyard gate
      `),
      tone: 'tint',
    }),
    faq({
      heading: 'Practical matters',
      items: [
        {
          question: 'Until when may we stay?',
          answer: richText(
            'Until one in the morning with music, until three with conversation. The neighbours have been patient since 1902.',
          ),
        },
        {
          question: 'May we bring our own kitchen?',
          answer: richText(
            'Yasmina’s kitchen cooks for the house. For festive traditions that need their own cook, she shares the stove and has never once regretted it.',
          ),
        },
        {
          question: 'Is there a piano?',
          answer: richText(
            'A Bechstein from 1921, tuned before each concert and for any event that asks a week ahead.',
          ),
        },
      ],
    }),
  ],
}

const grandRoom: PageSeed = {
  path: '/rooms/grand-room',
  title: 'The Grand Room',
  meta: {
    description:
      'Where thirty tailors sat by the window: 120 at table, 160 in rows, six arches to the west.',
    image: picture('grandRoom'),
  },
  layout: [
    hero({
      variant: 'stacked',
      eyebrow: 'First floor',
      heading: 'The Grand Room',
      text: 'Thirty tailors sat here cross-legged by the windows, because the light was best. It still is: from four in the afternoon it comes in low and gold and stays for dinner.',
      image: picture('grandRoom'),
      actions: links(to('/enquire', 'Enquire about the Grand Room')),
    }),
    text({
      heading: 'How it can be set',
      content: richText(`
        - Two long tables: 96 guests
        - Three long tables: 120 guests
        - Rows towards the windows: 160 guests
        - Empty, with the doors to the staircase open: 200 standing

        Tables, chairs, linen, candlesticks and glass belong to the house and to the price. Flowers are yours, or Colette’s if you ask her.
      `),
    }),
    gallery({
      images: [
        { image: picture('concert'), caption: 'Set for music' },
        { image: picture('facade'), caption: 'The same windows from the street' },
        { image: picture('stairs'), caption: 'How one arrives' },
      ],
      tone: 'tint',
    }),
    callToAction({
      heading: 'From € 4,200 for an evening',
      intro: 'The room, the staff, the candles. Dinner from € 78 a guest.',
      actions: links(to('/weddings-and-dinners', 'What is included'), to('/enquire', 'Enquire')),
    }),
  ],
}

const galleryRoom: PageSeed = {
  path: '/rooms/gallery',
  title: 'The Gallery',
  meta: {
    description:
      'A white room under a skylight for receptions of 90, talks of 70 and the exhibitions of the house.',
    image: picture('gallery'),
  },
  layout: [
    hero({
      eyebrow: 'Ground floor',
      heading: 'The Gallery',
      text: 'The old fitting room. Customers stood under this skylight because it hides nothing, which is as useful for paintings as it was for shoulders.',
      image: picture('gallery'),
      actions: links(to('/exhibitions', 'What is on the walls')),
    }),
    text({
      heading: 'With the pictures, or without',
      content: richText(`
        Receptions take place among the current exhibition: our insurance knows, and so do the artists. For presentations the walls can be cleared with six weeks’ notice.

        Ninety standing, seventy in rows, thirty-six at one table. From **€ 1,900** for an evening.
      `),
      tone: 'tint',
    }),
    image({ image: picture('cutting'), caption: 'Next door: the cutting room, as Emile left it.' }),
  ],
}

const courtyardRoom: PageSeed = {
  path: '/rooms/courtyard',
  title: 'The Courtyard',
  meta: {
    description: 'Sixty at small tables under a linden from 1911, May to September.',
    image: picture('courtyard'),
  },
  layout: [
    hero({
      variant: 'cover',
      eyebrow: 'May to September',
      heading: 'The Courtyard',
      text: 'Sixty at small tables, or the first glass of a longer evening. The linden flowers in the last week of June; book early if you want to be drunk on that alone.',
      image: picture('courtyard'),
      actions: links(to('/enquire', 'Enquire about the Courtyard')),
    }),
    text({
      heading: 'If it rains',
      content: richText(
        'The glazed doors lead straight to the Grand Room, which we keep free for you until noon of the day. You decide; we carry. Ceremonies under the tree end at ten for the sake of a blackbird.',
      ),
    }),
    callToAction({
      heading: 'From € 1,400 for an afternoon',
      intro: 'With tables, parasols and a bar beneath the arch.',
      actions: links(to('/enquire', 'Enquire')),
    }),
  ],
}

const cuttingRoom: PageSeed = {
  path: '/rooms/cutting-room',
  title: 'The Cutting Room',
  by: 'author',
  state: { kind: 'draft' },
  layout: [
    hero({
      eyebrow: 'From autumn',
      heading: 'The Cutting Room',
      text: 'A table for fourteen, among four hundred bolts of cloth. We have never let it before, and Emile has conditions.',
      image: picture('cutting'),
    }),
    text({
      heading: 'His conditions',
      content: richText(`
        1. Nobody touches the shears.
        2. Red wine only after the cloth is covered.
        3. He is invited.

        *Mateo: price and fire officer’s visit still missing.*
      `),
    }),
  ],
}

export const rooms: PageSeed[] = [overview, grandRoom, galleryRoom, courtyardRoom, cuttingRoom]
