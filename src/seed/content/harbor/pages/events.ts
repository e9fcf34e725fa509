import { callToAction, hero, image, links, text, to } from '../../blocks'
import { picture } from '../../references'
import { richText } from '../../richText'
import type { PageSeed } from '../../types'

const overview: PageSeed = {
  path: '/events',
  title: 'Events',
  meta: {
    description: 'Talks, a repair night and a long table: what happens in the hall after six.',
    image: picture('talk'),
  },
  layout: [
    hero({
      variant: 'cover',
      eyebrow: 'After six',
      heading: 'The hall turns its chairs around',
      text: 'Two or three evenings a month. Members come free, neighbors pay what a sandwich costs.',
      image: picture('talk'),
    }),
    text({
      heading: 'What’s on',
      content: richText(`
        ### First Tuesday talks
        One person, one subject, forty minutes. Next: *How the harbor freezes*, with the pilot who has seen it twice. Doors at six, $8, members free.

        ### Repair night
        Third Thursday. Bring what’s broken and fits through the door. Last time: eleven lamps, two accordions, one marriage of convenience between a toaster and a fuse.

        ### Long table
        Last Friday of the month. Everybody brings one dish for six. There’s a list, so that it isn’t twenty potato salads again.
      `),
    }),
    image({ image: picture('galley'), caption: 'The galley stays open until the last question.' }),
    callToAction({
      heading: 'Want the hall for an evening?',
      intro: '120 seats, a stage and somebody who knows the fuse box, for $600.',
      actions: links(to('/contact', 'Ask for a date'), to('/spaces/meeting-rooms', 'All rooms')),
    }),
  ],
}

const winterResidency: PageSeed = {
  path: '/events/winter-residency',
  title: 'Winter residency',
  state: { kind: 'scheduled', inDays: 24 },
  by: 'editor',
  meta: {
    description:
      'Six weeks, a desk by the window and a key: the winter residency for people with one thing to finish.',
    image: picture('windowDesk'),
  },
  layout: [
    hero({
      eyebrow: 'January 12 to February 20',
      heading: 'Six weeks to finish one thing',
      text: 'January is when the wharf is emptiest and the light is lowest. We give three desks, three keys and a pot of soup a day to people who have something to finish.',
      image: picture('windowDesk'),
      actions: links(to('/contact', 'Apply')),
    }),
    text({
      heading: 'How it works',
      content: richText(`
        Write us one page: what you’ve begun, what’s left, and what has kept you from it. Past residents finished a cookbook, a chart of the clam flats, and most of an opera.

        - A desk by the water and a key to the building
        - Soup at noon
        - One evening in the hall at the end, to show what came of it

        It costs nothing. Applications until **December 28**.
      `),
    }),
  ],
}

export const events: PageSeed[] = [overview, winterResidency]
