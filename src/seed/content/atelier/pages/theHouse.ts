import { hero, image, team, text } from '../../blocks'
import { picture } from '../../references'
import { richText } from '../../richText'
import type { PageSeed } from '../../types'

export const theHouse: PageSeed = {
  path: '/the-house',
  title: 'The house',
  meta: {
    description:
      'From the first coat in 1902 to the first concert in 2016: the story of Naaldstraat 12 and who keeps it.',
    image: picture('cutting'),
  },
  layout: [
    hero({
      eyebrow: 'The house',
      heading: 'Seventy years of coats, ten of evenings',
      text: 'Naaldstraat means Needle Street. There were nineteen tailors in it once. We are what remains, and we do not sew.',
      image: picture('cutting'),
    }),
    text({
      heading: 'A short history',
      content: richText(`
        **1902.** Cornelius Verhaegen has the house built around a staircase wide enough for two people in fittings to pass.

        **1911.** His wife Hortense plants a linden in the courtyard, against advice.

        **1934.** Thirty tailors, eleven apprentices, one tenor. The windows on the first floor are enlarged to the height you see.

        **1973.** Emile Verhaegen, his grandson, sends away the last coat, a grey loden, and locks the cutting room.

        **2014.** Colette Marchand asks for the key. It takes two years, a roof and a great deal of plaster.

        **2016.** The first concert. The piano is carried up the stairs by the guests.
      `),
    }),
    image({
      image: picture('stairs'),
      caption: 'Sixty-one steps. The brass is polished on Wednesdays.',
      size: 'full',
    }),
    team({
      heading: 'Who keeps it',
      people: [
        {
          name: 'Colette Marchand',
          role: 'Director',
          image: picture('colette'),
          text: 'Restored the house room by room. Does the flowers when she is left alone with them.',
          email: 'colette@atelier.test',
        },
        {
          name: 'Hana Sato',
          role: 'Events and exhibitions',
          image: picture('hana'),
          text: 'Your counterpart from the first call. Trained as a conservator, plans like one.',
          email: 'hana@atelier.test',
        },
        {
          name: 'Mateo Ruiz',
          role: 'Music and words',
          image: picture('mateo'),
          text: 'Chooses the concerts, writes the wall texts, tunes what is not a piano.',
          email: 'mateo@atelier.test',
        },
        {
          name: 'Yasmina El Amrani',
          role: 'Kitchen',
          image: picture('yasmina'),
          text: 'Cooks what the market had at six. Preserved lemons are involved.',
        },
        {
          name: 'Emile Verhaegen',
          role: 'Tailor, retired',
          image: picture('emile'),
          text: 'Lives on the third floor and comes down for Bach.',
        },
      ],
      tone: 'tint',
    }),
  ],
}
