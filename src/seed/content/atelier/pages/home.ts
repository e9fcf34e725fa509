import {
  callToAction,
  gallery,
  hero,
  image,
  links,
  pageList,
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
    title: 'Atelier Verhaegen: rooms for evenings, Antwerp',
    description:
      'Weddings, dinners, concerts and exhibitions in a tailor’s house from 1902. Three rooms and a courtyard in the centre of Antwerp.',
    image: picture('facade'),
  },
  layout: [
    hero({
      variant: 'cover',
      eyebrow: 'Naaldstraat 12, Antwerp',
      heading: 'A house cut to measure for evenings',
      text: 'For seventy years three generations of Verhaegens made coats here. The tables are longer now, the windows are the same, and the measure is still taken by hand.',
      actions: links(to('/enquire', 'Enquire about a date'), to('/rooms', 'See the rooms')),
      image: picture('facade'),
    }),
    text({
      variant: 'statement',
      content: richText(
        'We take one event at a time. Whoever has the house has all of it: the staircase, the linden tree, the piano, and the attention of six people who have done this before.',
      ),
    }),
    pageList({
      eyebrow: 'The rooms',
      heading: 'Three rooms, each with its own light',
      pages: [page('/rooms/grand-room'), page('/rooms/gallery'), page('/rooms/courtyard')],
    }),
    image({
      image: picture('grandRoom'),
      caption: 'The Grand Room on a Saturday in October, a quarter of an hour before the doors.',
      size: 'full',
    }),
    text({
      eyebrow: 'On the walls',
      heading: 'Until January: Loose Threads',
      content: richText(`
        Eleven painters and one weaver on what is left when a pattern has been cut. Open from Thursday to Sunday, noon to six, and by candlelight before each concert.

        [About the exhibition](/exhibitions)
      `),
      tone: 'tint',
    }),
    gallery({
      heading: 'Details we are asked about',
      variant: 'strip',
      images: [
        { image: picture('stairs'), caption: 'The staircase, sixty-one steps of beech' },
        { image: picture('scissors'), caption: 'The founder’s shears, still sharp' },
        { image: picture('courtyard'), caption: 'The linden, planted in 1911' },
        { image: picture('concert'), caption: 'Thursday concert' },
      ],
    }),
    testimonial({
      eyebrow: 'Guests',
      quotes: [
        {
          quote:
            'Nobody looked at a telephone for four hours. I have organised dinners for twenty years and had never seen that.',
          name: 'Ottoline Baert',
          role: 'Museum director',
        },
        {
          quote: 'They remembered that my grandmother could not manage stairs before we did.',
          name: 'Samuel and Inès Okafor-Claes',
          role: 'Married here in June',
        },
      ],
      tone: 'bold',
    }),
    callToAction({
      heading: 'Dates for next spring are being pencilled in',
      intro: 'We hold a date for two weeks without obligation.',
      actions: links(
        to('/enquire', 'Enquire'),
        to('/weddings-and-dinners', 'What an evening costs'),
      ),
      image: picture('courtyard'),
    }),
  ],
}
