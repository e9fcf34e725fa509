import {
  callToAction,
  faq,
  features,
  gallery,
  hero,
  image,
  links,
  pageList,
  pricing,
  testimonial,
  text,
  to,
} from '../../blocks'
import { picture } from '../../references'
import { richText } from '../../richText'
import type { PageSeed } from '../../types'

const overview: PageSeed = {
  path: '/spaces',
  title: 'Spaces',
  meta: {
    description:
      'The hall, the meeting rooms, the studios: what is where in Warehouse Nine, and how loud.',
    image: picture('galley'),
  },
  layout: [
    hero({
      eyebrow: 'Spaces',
      heading: 'Four floors, one staircase, no elevator music',
      text: 'The building was made to keep things cool, dry and in order. We’ve kept the columns, the hoists and the thickness of the walls, and added heating.',
      image: picture('galley'),
      facts: [
        { value: '1884', label: 'built for the Casco Packing Company' },
        { value: '26 in', label: 'of brick between you and the street' },
      ],
    }),
    pageList({ heading: 'Where you can sit' }),
    text({
      eyebrow: 'House rules',
      heading: 'Three of them',
      content: richText(`
        1. **Calls happen in booths, rooms or on the stairs.** The hall is for typing.
        2. **What you use, you wash.** The dishwasher is the tall one.
        3. **The last one out turns the brass key twice.** Once isn’t enough, ask anybody.
      `),
      tone: 'tint',
    }),
    image({
      image: picture('roof'),
      caption: 'The roof deck is open to members from May to October, until ten.',
    }),
    callToAction({
      heading: 'Better seen than described',
      actions: links(to('/contact', 'Book a tour'), to('/memberships', 'See prices')),
    }),
  ],
}

const mainHall: PageSeed = {
  path: '/spaces/main-hall',
  title: 'The hall',
  meta: {
    description:
      'Ninety desks under a 21-foot ceiling, arched windows to the water, and no phone calls.',
    image: picture('hall'),
  },
  layout: [
    hero({
      variant: 'stacked',
      eyebrow: 'First floor',
      heading: 'The hall',
      text: 'Ninety desks between two rows of iron columns. Morning sun from the east windows until about eleven; after that the light is even and stays that way.',
      actions: links(to('/memberships', 'Get a desk')),
      image: picture('hall'),
    }),
    text({
      heading: 'What you get',
      content: richText(`
        Oak tops, five feet wide. A lamp you can turn away from your neighbor. Two outlets and a wired connection at each place, because wireless is a favor and a cable is a promise.

        The chairs are Aeron B and C. Take the one with the tag in your color and leave it adjusted the way you like; Theo resets the others on Sundays.

        - Desks 1 to 38 face the water
        - Desks 60 to 90 are the quietest, furthest from the stairs
        - Standing desks along the north wall
      `),
    }),
    gallery({
      heading: 'Close at hand',
      variant: 'strip',
      images: [
        {
          image: picture('booths'),
          caption: 'Three booths per floor, no time limit within reason',
        },
        { image: picture('galley'), caption: 'The galley, forty steps away' },
        { image: picture('windowDesk'), caption: 'A window place, after the ferry has left' },
      ],
      tone: 'tint',
    }),
    testimonial({
      quotes: [
        {
          quote: 'Desk 17. Don’t tell anyone.',
          name: 'Rosalind Achterberg',
          role: 'Tax adviser, here since the first week',
        },
      ],
    }),
  ],
}

const meetingRooms: PageSeed = {
  path: '/spaces/meeting-rooms',
  title: 'Meeting rooms',
  meta: {
    description: 'Rooms for 4, 8 and 10 people by the hour, the hall for an evening. From $25.',
    image: picture('keel'),
  },
  layout: [
    hero({
      eyebrow: 'By the hour',
      heading: 'Meeting rooms with a door that closes',
      text: 'Three rooms, each with a screen that works on the first try, a whiteboard with pens that write, and a window. Members use their hours, everybody else pays by the hour.',
      actions: links(to('/contact', 'Ask for a room')),
      image: picture('keel'),
    }),
    pricing({
      heading: 'Rooms and rates',
      plans: [
        {
          name: 'Gangway',
          price: '$25',
          period: 'per hour',
          text: 'Four people around a small table. Good for interviews and difficult news.',
          features: features('4 seats', 'Screen and camera', 'Faces the alley, cool in summer'),
        },
        {
          name: 'Bosun',
          price: '$35',
          period: 'per hour',
          text: 'Eight people, one long whiteboard, no chairs if you take them out.',
          features: features('8 seats', 'Whiteboard wall, 16 feet', 'Screen and camera'),
        },
        {
          name: 'Keel',
          price: '$45',
          period: 'per hour',
          text: 'Ten people at a table built by a boatbuilder, who says it would float.',
          features: features(
            '10 seats',
            'Screen, camera, conference phone',
            'Three windows to the basin',
            'Coffee for ten included',
          ),
          featured: true,
          badge: 'With the view',
        },
        {
          name: 'The hall, after six',
          price: '$600',
          period: 'per evening',
          text: 'Talks, launches, one wedding so far.',
          features: features(
            '120 seats in rows',
            'Stage, projector, sound',
            'Somebody who knows the fuse box',
          ),
          link: to('/events', 'See what’s on'),
        },
      ],
      note: 'Half days count as four hours, full days as seven. Plus tax.',
      tone: 'tint',
    }),
    faq({
      heading: 'About the rooms',
      items: [
        {
          question: 'Can my guests come in by themselves?',
          answer: richText(
            'They ring at the green door, say the name of the room, and we send them up.',
          ),
        },
        {
          question: 'Is lunch possible?',
          answer: richText(
            'The fish counter two doors down brings chowder and rolls for any number, if told by ten.',
          ),
        },
        {
          question: 'What if I cancel?',
          answer: richText('Until the evening before: nothing. On the day: half.'),
        },
      ],
    }),
  ],
}

const privateStudios: PageSeed = {
  path: '/spaces/private-studios',
  title: 'Private studios',
  meta: {
    description:
      'Nine rooms with a door for two to eight people, from $980 a month, heating and internet included.',
    image: picture('windowDesk'),
  },
  layout: [
    hero({
      eyebrow: 'Second and third floor',
      heading: 'A room of your own, with a ferry in it',
      text: 'Nine studios between 140 and 520 square feet. The ferry passes the east windows at 7:45, 12:10 and 5:30; you’ll stop noticing in a month and miss it on vacation.',
      actions: links(to('/memberships', 'Ask about a studio')),
      image: picture('windowDesk'),
    }),
    text({
      heading: 'Free at the moment',
      content: richText(`
        **Studio 4**, 190 square feet, east window, two to three desks. $1,150 a month, from December 1.

        **Studio 8**, 410 square feet under the roof, six desks and a skylight. $2,240 a month, from January 15.

        The list for the others is short and honest. [Write to us](/contact) and we’ll tell you where you’d be on it.
      `),
      tone: 'tint',
    }),
    gallery({
      images: [
        { image: picture('windowDesk'), caption: 'Studio 4' },
        { image: picture('roof'), caption: 'The deck above Studio 8' },
        { image: picture('keel'), caption: 'Twenty hours a month in the Keel are included' },
      ],
    }),
    pageList({ heading: 'If a room is too much', source: 'related', limit: 3 }),
    callToAction({
      heading: 'Bring your own table',
      intro:
        'Studios come empty or furnished at the same price. Moving in by hoist is possible and, on weekdays, free.',
      actions: links(to('/contact', 'See a studio')),
    }),
  ],
}

/** Only a draft so far: the shed across the yard opens when the permit does. */
const boatShed: PageSeed = {
  path: '/spaces/boat-shed',
  title: 'The boat shed',
  by: 'author',
  state: { kind: 'draft' },
  layout: [
    hero({
      eyebrow: 'Opens in spring',
      heading: 'The boat shed',
      text: 'A workshop across the yard for people who make prototypes, props and noise. Waiting for: the permit, the dust extractor, a better last sentence here.',
    }),
    text({
      heading: 'What goes in',
      content: richText(`
        - Six benches
        - A 3D printer, a band saw, a sink you can wash brushes in
        - Big doors to the slip

        *Priya: ask Theo for the floor plan and a picture before this goes out.*
      `),
    }),
  ],
}

export const spaces: PageSeed[] = [overview, mainHall, meetingRooms, privateStudios, boatShed]
