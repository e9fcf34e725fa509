import { formBlock, gallery, hero, hours, image, links, text, to } from '../../blocks'
import { form, picture } from '../../references'
import { richText } from '../../richText'
import type { PageSeed } from '../../types'

const overview: PageSeed = {
  path: '/exhibitions',
  title: 'Exhibitions and concerts',
  meta: {
    description:
      'Four exhibitions and ten concerts a year. Until 17 January: Loose Threads. Thursday to Sunday, free of charge.',
    image: picture('gallery'),
  },
  layout: [
    hero({
      eyebrow: 'Exhibitions and concerts',
      heading: 'Thursday to Sunday, the door is open',
      text: 'Four exhibitions a year in the Gallery, ten concerts in the Grand Room. Looking is free, listening costs € 18, and there is a glass of something in the interval.',
      image: picture('gallery'),
    }),
    text({
      eyebrow: 'On the walls until 17 January',
      heading: 'Loose Threads',
      content: richText(`
        Every coat leaves a second coat behind: the cloth between the pieces. Tailors call it *cabbage* and used to keep it as a perquisite. For this exhibition eleven painters and one weaver were given the cabbage of our own cutting room, sorted by decade, and no further instructions.

        Ruth Abadi painted the holes at their original size. Joris van Ekeren unpicked a waistcoat from 1934 and wove it again as a landscape. Thandiwe Moyo’s four canvases hang so that one must walk around them as one walks around a person being measured.

        > It is the only material I know that remembers the shape of what it is not. (Ruth Abadi)

        Curated by Hana Sato and Mateo Ruiz. Guided by one of the artists on Saturdays at three, without booking: meet at the foot of the staircase.
      `),
      variant: 'column',
      anchor: 'loose-threads',
    }),
    gallery({
      images: [
        { image: picture('scissors'), caption: 'Shears from the cutting room, on loan from Emile' },
        { image: picture('cutting'), caption: 'The source of the material' },
      ],
    }),
    text({
      eyebrow: 'Thursdays at eight',
      heading: 'Concerts this winter',
      content: richText(`
        - **3 December**: Fauré and Boulanger. Cello and piano
        - **17 December**: Songs for short days. Baritone, accordion
        - **14 January**: Three Bach suites, without interval
        - **28 January**: New music for an old staircase. The audience stands

        Tickets at the door from half past seven.
      `),
      tone: 'tint',
    }),
    image({
      image: picture('concert'),
      caption: 'Nobody has ever coughed during the Sarabande.',
      size: 'full',
    }),
    hours({
      heading: 'Visiting',
      hours: [
        { days: ['thu', 'fri', 'sat', 'sun'], opens: '12:00', closes: '18:00', note: 'Free entry' },
        { days: ['mon', 'tue', 'wed'], note: 'By appointment' },
      ],
      place: { name: 'The Gallery', address: 'Atelier Verhaegen\nNaaldstraat 12\n2000 Antwerpen' },
    }),
    formBlock({
      heading: 'Be invited',
      intro: richText(
        'One letter for each opening and each concert. Your address stays in this house.',
      ),
      form: form('newsletter'),
    }),
  ],
}

const lining: PageSeed = {
  path: '/exhibitions/the-lining',
  title: 'The Lining',
  by: 'editor',
  state: { kind: 'scheduled', inDays: 40 },
  meta: {
    description: 'Photographs from the inside of coats. From 28 January.',
    image: picture('cutting'),
  },
  layout: [
    hero({
      eyebrow: 'From 28 January',
      heading: 'The Lining',
      text: 'Ninety photographs from the inside of coats: names, tickets, a lock of hair, the address of somebody in Lisbon. A collection begun by a cloakroom attendant.',
      image: picture('cutting'),
      actions: links(to('/exhibitions', 'All exhibitions')),
    }),
    text({
      variant: 'column',
      content: richText(`
        Between 1958 and 1991 Maria Peeters took care of the coats at the opera. She photographed what she found sewn, pinned or forgotten in them, put everything back, and told nobody.

        Her niece found the negatives in a hatbox. They are shown here for the first time, at the size of a pocket.
      `),
    }),
  ],
}

export const exhibitions: PageSeed[] = [overview, lining]
