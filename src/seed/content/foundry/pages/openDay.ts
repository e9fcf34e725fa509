import { callToAction, gallery, hero, links, text, to } from '../../blocks'
import { picture } from '../../references'
import { richText } from '../../richText'
import type { PageSeed } from '../../types'

export const openDay: PageSeed = {
  path: '/open-day',
  title: 'Open Saturday',
  by: 'editor',
  state: { kind: 'scheduled', inDays: 12 },
  meta: {
    description:
      'The gates open, the kiln comes down, and everything on the seconds table is under a tenner.',
    image: picture('openDay'),
  },
  layout: [
    hero({
      variant: 'cover',
      eyebrow: 'Second Saturday in December, 10 to 4',
      heading: 'Open Saturday',
      text: 'Gates open, kilns unpacked in front of you, thirty makers with stalls in the yard. Free to come in. Bring a bag and somebody who likes bells.',
      image: picture('openDay'),
    }),
    text({
      heading: 'What happens when',
      content: richText(`
        - **10.00** Gates. First look at the seconds table: nothing over £10
        - **11.00** The big kiln comes open
        - **12.30** Soup, bread, and whatever Luca has smoked
        - **14.00** Bronze pour under the crane. Stand behind the yellow line
        - **15.30** Raffle. Top prize: a stool with three and a half legs
      `),
    }),
    gallery({
      variant: 'strip',
      images: [
        { image: picture('openDay'), caption: 'Last summer’s yard' },
        { image: picture('kiln'), caption: 'Unpacking at eleven' },
        { image: picture('hall'), caption: 'The pour at two' },
      ],
      tone: 'tint',
    }),
    callToAction({
      heading: 'Coming from far?',
      intro: 'Twelve minutes from the station. The tram stops at Alma Street.',
      actions: links(to('/visit', 'How to find us')),
    }),
  ],
}
