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
  text,
  to,
} from '../../blocks'
import { picture } from '../../references'
import { richText } from '../../richText'
import type { PageSeed } from '../../types'

const overview: PageSeed = {
  path: '/workshops',
  title: 'Workshops',
  meta: {
    description:
      'Clay, print, wood and metal: what stands where in the old foundry, and who looks after it.',
    image: picture('hall'),
  },
  layout: [
    hero({
      variant: 'cover',
      eyebrow: 'Workshops',
      heading: 'Everything heavy is already here',
      text: 'Kilns, presses, a planer older than the Queen was, and a crane that lifts two tonnes. You bring the idea and closed shoes.',
      image: picture('hall'),
    }),
    pageList({ heading: 'Through which door?' }),
    text({
      heading: 'How it works',
      content: richText(`
        1. **Induction first.** An hour for each workshop, free, so that you know which button stops it.
        2. **Then come and go.** Book a machine on the board by the kettle; benches need no booking.
        3. **Ask.** There’s a tutor in each shed from ten to six, and somebody who knows until ten.
        4. **Sweep.** Last ten minutes are everybody’s.
      `),
    }),
    image({
      image: picture('tools'),
      caption: 'Everything has an outline. An empty outline has a name on the board.',
    }),
    callToAction({
      heading: 'Come and put your hand on things',
      intro: 'Open for a look most days from ten. Ring the bell shaped like a bell.',
      actions: links(to('/visit', 'Plan a visit')),
    }),
  ],
}

const clay: PageSeed = {
  path: '/workshops/clay',
  title: 'Clay',
  meta: {
    description:
      'Eight wheels, two kilns and a glaze kitchen. Thursday is stoneware, every second Monday earthenware.',
    image: picture('clay'),
  },
  layout: [
    hero({
      eyebrow: 'The south shed',
      heading: 'Clay',
      text: 'Eight wheels by the window, a slab roller, and glazes Amara mixes from a notebook nobody else can read.',
      actions: links(to('/classes', 'Throwing for beginners')),
      image: picture('clay'),
    }),
    text({
      heading: 'What’s in the shed',
      content: richText(`
        - Eight wheels, one of them left-handed
        - Slab roller, extruder, a pug mill with a name (Doris)
        - **Big kiln**, gas, 1,260 °C, every Thursday
        - **Small kiln**, electric, 1,060 °C, every second Monday
        - Forty-two glazes, all food-safe but the green one

        Clay is £14 a bag, reclaimed clay is free and a bit of a lottery.
      `),
    }),
    image({
      image: picture('kiln'),
      caption: 'Friday, seven in the morning. Nobody touches anything until eight.',
      size: 'full',
    }),
    pricing({
      heading: 'Firing',
      plans: [
        {
          name: 'A shelf',
          price: '£22',
          period: 'per firing',
          text: '45 by 50 cm, up to 20 cm high.',
          features: features('Stoneware or earthenware', 'Packed by us'),
        },
        {
          name: 'Half a kiln',
          price: '£90',
          period: 'per firing',
          text: 'Four shelves, any height you like.',
          features: features('Your own firing curve', 'Two weeks’ notice'),
        },
      ],
      note: 'Members with a bench have one shelf a month included.',
      tone: 'tint',
    }),
    faq({
      heading: 'Muddy questions',
      items: [
        {
          question: 'Can I bring in pots that I made at home?',
          answer: richText(
            'If you know the clay and can show us the bag. What melts at 1,100 °C ruins four people’s work at 1,260.',
          ),
        },
        {
          question: 'How long does a pot take?',
          answer: richText(
            'From lump to cupboard: three weeks. One to dry, one for the first firing, one for the glaze. Presents for December want starting in October.',
          ),
        },
      ],
    }),
  ],
}

const print: PageSeed = {
  path: '/workshops/print',
  title: 'Print',
  meta: {
    description: 'A Heidelberg, three proofing presses, 190 cases of type and a screen table.',
    image: picture('print'),
  },
  layout: [
    hero({
      variant: 'stacked',
      eyebrow: 'Above the loading bay',
      heading: 'Print',
      text: 'Letterpress, linocut and screen. 190 cases of type, saved from four printers who were glad to see it go somewhere noisy.',
      image: picture('print'),
      actions: links(to('/classes', 'Print a poster')),
    }),
    text({
      heading: 'What’s in the room',
      content: richText(`
        - A **cylinder press** from 1924 for posters up to 50 × 70 cm
        - Three proofing presses you can learn in an afternoon
        - Wood type from 6 to 60 line; the ampersand drawer is worth the trip alone
        - Screen table, exposure unit, drying racks
        - A guillotine that only Ewan operates, for reasons he’ll show you

        Ink is included. Paper is on the shelf at cost.
      `),
      tone: 'tint',
    }),
    gallery({
      heading: 'Off the press',
      images: [
        { image: picture('print'), caption: 'Gig posters for the Leadmill' },
        { image: picture('tools'), caption: 'Reference for the three-colour tool print' },
      ],
    }),
    callToAction({
      heading: 'Need 300 of something?',
      intro: 'We print small jobs on Wednesdays: invitations, labels, the odd manifesto.',
      actions: links(to('/visit', 'Send us the text')),
    }),
  ],
}

const woodAndMetal: PageSeed = {
  path: '/workshops/wood-and-metal',
  title: 'Wood and metal',
  meta: {
    description:
      'Joiner’s benches and machines on one side of the wall, forge and welding bays on the other.',
    image: picture('wood'),
  },
  layout: [
    hero({
      eyebrow: 'The north sheds',
      heading: 'Wood on the left, sparks on the right',
      text: 'One wall between them, for good reasons. Sixteen joiner’s benches and every machine you need for a table; then a forge, four welding bays and Kwame.',
      image: picture('wood'),
      actions: links(to('/membership', 'Rent a bench')),
    }),
    text({
      heading: 'Wood',
      content: richText(`
        Planer-thicknesser, table saw, band saw, spindle moulder, two lathes. Hand tools on the wall, sharp on Mondays. Timber from a yard in Rotherham, brought over on the first of the month.

        You use machines after an induction, and the spindle moulder after two.
      `),
    }),
    image({ image: picture('metal'), caption: 'Bay three, most evenings.' }),
    text({
      heading: 'Metal',
      content: richText(`
        A coal forge and a gas one, three anvils, MIG and TIG in four bays, a roller and a folder. We pour bronze twice a year, under the crane, with the doors open and the street watching.

        **Leather, cotton or wool in here.** What melts on you stays on you.
      `),
      tone: 'tint',
    }),
  ],
}

export const workshops: PageSeed[] = [overview, clay, print, woodAndMetal]
