import { hero, image, team, text } from '../../blocks'
import { picture } from '../../references'
import { richText } from '../../richText'
import type { PageSeed } from '../../types'

export const people: PageSeed = {
  path: '/people',
  title: 'People',
  meta: {
    description: 'The five who keep Foundry Row standing, and the story of the roof.',
    image: picture('yard'),
  },
  layout: [
    hero({
      variant: 'compact',
      eyebrow: 'People',
      heading: 'Five of us, and whoever’s in',
      text: 'We’re a co-operative: everybody with a bench has a vote, and the annual meeting has cake.',
    }),
    team({
      heading: 'Ask one of these',
      people: [
        {
          name: 'Ingrid Solberg',
          role: 'Runs the place',
          image: picture('ingrid'),
          text: 'Forty years a pattern-maker. Signed the lease in 2014 with a pencil.',
          email: 'ingrid@foundry.test',
        },
        {
          name: 'Luca Ferrari',
          role: 'Wood, and the calendar',
          image: picture('luca'),
          text: 'Chairs, mostly. If it’s booked twice, it was him.',
          email: 'luca@foundry.test',
        },
        {
          name: 'Amara Diallo',
          role: 'Clay and glazes',
          image: picture('amara'),
          text: 'Keeper of the notebook. Can hear a pot crack two rooms away.',
          email: 'amara@foundry.test',
        },
        {
          name: 'Kwame Mensah',
          role: 'Metal',
          image: picture('kwame'),
          text: 'Gates, railings, and a patient way of saying “again”.',
        },
        {
          name: 'Ewan Murray',
          role: 'Print',
          image: picture('ewan'),
          text: 'Sets type faster than you can spell. Do not touch the guillotine.',
          email: 'ewan@foundry.test',
        },
      ],
    }),
    image({ image: picture('yard'), caption: 'November, half past four.', size: 'full' }),
    text({
      heading: 'The roof',
      content: richText(`
        Brightside & Alma cast iron here from 1867 until 1968. The moulds went to a museum, the pigeons came to stay, and in 2014 the council asked if anybody wanted eleven bays of broken glass.

        We’ve reglazed seven. Each bay takes £9,400 and about three hundred cups of tea. The names of those who paid for a pane are scratched into the putty, where you’ll find them if you’re up a ladder.
      `),
      tone: 'tint',
    }),
  ],
}
