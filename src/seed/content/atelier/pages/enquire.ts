import { formBlock, hero, hours, image } from '../../blocks'
import { form, picture } from '../../references'
import { richText } from '../../richText'
import type { PageSeed } from '../../types'

export const enquire: PageSeed = {
  path: '/enquire',
  title: 'Enquire',
  meta: {
    description: 'Ask for a date, a visit or a sketch of your evening. Naaldstraat 12, Antwerp.',
    image: picture('facade'),
  },
  layout: [
    hero({
      variant: 'compact',
      eyebrow: 'Enquire',
      heading: 'A date, a number, a wish',
      text: 'That is all we need to begin. Hana replies within two working days.',
    }),
    formBlock({
      heading: 'Your evening',
      intro: richText(`
        If you would rather speak: **+32 3 555 01 42**, Tuesday to Friday from ten to five.

        Dates are held for two weeks without obligation. Visits take forty minutes and are best at the hour of the event.
      `),
      form: form('enquiry'),
      anchor: 'form',
    }),
    hours({
      heading: 'Where to find us',
      hours: [
        { days: ['tue', 'wed', 'thu', 'fri'], opens: '10:00', closes: '17:00', note: 'Office' },
        { days: ['thu', 'fri', 'sat', 'sun'], opens: '12:00', closes: '18:00', note: 'Gallery' },
        { days: ['mon'], note: 'We are polishing' },
      ],
      notice: 'Closed from 21 December to 4 January. Enquiries are read on the 2nd.',
      place: {
        name: 'Atelier Verhaegen',
        address: 'Naaldstraat 12\n2000 Antwerpen\nBelgium',
        directions:
          'Nine minutes on foot from the central station: out by the side of the zoo, second left, third right. Ring at the green door; the bell is the brass thimble.',
        mapUrl: 'https://www.openstreetmap.org/#map=17/51.2172/4.4116',
        phone: '+32 3 555 01 42',
        email: 'hello@atelier.test',
      },
      image: picture('facade'),
    }),
    image({ image: picture('map'), caption: 'From the station to the thimble.' }),
  ],
}
