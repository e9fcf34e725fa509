import { faq, hero, hours, image, text } from '../../blocks'
import { picture } from '../../references'
import { richText } from '../../richText'
import type { PageSeed } from '../../types'

export const visit: PageSeed = {
  path: '/visit',
  title: 'Visit',
  meta: {
    description:
      '14 Alma Yard, Sheffield. Open most days from ten. Ring the bell shaped like a bell.',
    image: picture('map'),
  },
  layout: [
    hero({
      eyebrow: 'Visit',
      heading: 'Through the arch, past the anvil',
      text: 'You don’t need an appointment to look round. You do need shoes with toes in them.',
      image: picture('yard'),
    }),
    hours({
      heading: 'When there’s somebody in',
      hours: [
        { days: ['mon', 'wed', 'fri'], opens: '10:00', closes: '18:00', note: 'Everybody' },
        {
          days: ['tue', 'thu'],
          opens: '10:00',
          closes: '22:00',
          note: 'Members’ evenings from five',
        },
        {
          days: ['sat', 'sun'],
          opens: '09:30',
          closes: '17:00',
          note: 'Classes; look in at lunch',
        },
      ],
      notice:
        'Closed from 24 December to 2 January, apart from the kiln, which doesn’t know it’s Christmas.',
      place: {
        name: 'Foundry Row',
        address: '14 Alma Yard\nSheffield S3',
        directions:
          'From the station, follow the river downstream for twelve minutes until it smells of toast: that’s the forge. Trams to Alma Street. Two parking bays, usually full of timber.',
        mapUrl: 'https://www.openstreetmap.org/#map=17/53.3890/-1.4720',
        phone: '0114 496 0182',
        email: 'hello@foundry.test',
      },
      image: picture('map'),
    }),
    text({
      heading: 'Write or ring',
      content: richText(
        'Mail to [hello@foundry.test](mailto:hello@foundry.test) gets read by whoever has clean hands. The telephone is on the wall by the kiln; let it ring.\n\nFor a class there’s [a form](/classes), for a bench [another](/membership).',
      ),
    }),
    faq({
      heading: 'Before you come',
      items: [
        {
          question: 'Can I bring children?',
          answer: richText('Yes, by the hand, and on open days without. The crane driver waves.'),
        },
        {
          question: 'Do you take old tools?',
          answer: richText(
            'Gladly, if they’re steel. We sharpen and share them out. No more lawnmowers, please.',
          ),
        },
        {
          question: 'Can I film here?',
          answer: richText('Ask Ingrid a week before. Half the fee goes to the roof.'),
        },
      ],
    }),
    image({ image: picture('map') }),
  ],
}
