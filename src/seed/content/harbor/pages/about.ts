import { callToAction, hero, image, links, team, text, to } from '../../blocks'
import { picture } from '../../references'
import { richText } from '../../richText'
import type { PageSeed } from '../../types'

export const about: PageSeed = {
  path: '/about',
  title: 'About',
  meta: {
    description: 'Who runs Harbor Nine, and how a sardine warehouse became an office.',
    image: picture('quay'),
  },
  layout: [
    hero({
      variant: 'stacked',
      eyebrow: 'About',
      heading: 'Four people and a building',
      text: 'Harbor Nine belongs to the people who work at the front desk. There’s no investor, which is why the coffee is good and the website took a while.',
      image: picture('quay'),
    }),
    text({
      heading: 'How it came about',
      content: richText(`
        The Casco Packing Company built Warehouse Nine in 1884 to keep sardines from the sun. It held fish, then rope, then for eleven years nothing but pigeons.

        Marta rented the first floor in 2017 to have somewhere to put a drawing table. The drawing table needed a heater, the heater needed a neighbor to share it with, and by the winter of 2018 there were thirty of them.

        We bought the building in 2021, with a loan from the credit union and a letter signed by eighty-four members. The hoist still works. We use it for pianos.
      `),
    }),
    team({
      heading: 'The crew',
      intro: 'One of us is always in the house. If you can’t find us, try the roof.',
      people: [
        {
          name: 'Marta Silva',
          role: 'Founder, architect',
          image: picture('marta'),
          text: 'Drew every desk in the house and can tell you the load of every floor.',
          email: 'marta@harbor.test',
        },
        {
          name: 'Theo Brandt',
          role: 'House and galley',
          image: picture('theo'),
          text: 'Fixes what leaks, roasts what’s served. Former ship’s engineer.',
          email: 'theo@harbor.test',
        },
        {
          name: 'Priya Nair',
          role: 'Events and words',
          image: picture('priya'),
          text: 'Finds the speakers, writes the signs, chairs the potato salad list.',
          email: 'priya@harbor.test',
        },
        {
          name: 'Sam Whitfield',
          role: 'Members',
          image: picture('sam'),
          text: 'Knows who’s in, who’s away, and who left a bicycle pump at desk 52.',
          email: 'sam@harbor.test',
        },
      ],
      tone: 'tint',
    }),
    image({ image: picture('galley'), size: 'full' }),
    callToAction({
      heading: 'Say hello in person',
      actions: links(to('/contact', 'Find us')),
    }),
  ],
}
