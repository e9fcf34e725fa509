import { formBlock, hero, hours, image } from '../../blocks'
import { form, picture } from '../../references'
import { richText } from '../../richText'
import type { PageSeed } from '../../types'

export const contact: PageSeed = {
  path: '/contact',
  title: 'Contact',
  meta: {
    description:
      '9 Ropewalk Wharf, Portland, Maine. Tours on weekdays at 10 and 3. Front desk: 207-555-0149.',
    image: picture('map'),
  },
  layout: [
    hero({
      variant: 'compact',
      eyebrow: 'Contact',
      heading: 'The green door, on the water side',
      text: 'Tours leave from the galley on weekdays at 10 and 3. You don’t need an appointment, but it’s nice to know you’re coming.',
    }),
    formBlock({
      heading: 'Write to us',
      intro: richText(`
        Or call the front desk at **207-555-0149**, weekdays from 8 to 6.

        For memberships, the [longer form](/memberships) saves us both a second e-mail.
      `),
      form: form('contact'),
      anchor: 'write',
    }),
    hours({
      heading: 'Hours and address',
      hours: [
        {
          days: ['mon', 'tue', 'wed', 'thu', 'fri'],
          opens: '08:00',
          closes: '18:00',
          note: 'Front desk and day passes',
        },
        { days: ['sat'], opens: '09:00', closes: '14:00', note: 'Front desk only' },
        { days: ['sun'], note: 'Members come and go around the clock' },
      ],
      notice: 'Front desk closed November 26 and 27. Members’ keys work as always.',
      place: {
        name: 'Harbor Nine',
        address: 'Warehouse Nine\n9 Ropewalk Wharf\nPortland, ME 04101',
        directions:
          'Eight minutes on foot from the train: down Fore Street, left at the net loft, and along the water until the bricks turn red. Bus 8 stops at Custom House.',
        mapUrl: 'https://www.openstreetmap.org/#map=17/43.6558/-70.2498',
        phone: '207-555-0149',
        email: 'hello@harbor.test',
      },
      image: picture('quay'),
      anchor: 'hours',
    }),
    image({
      image: picture('map'),
      caption: 'From the station to the wharf: eight minutes, mostly downhill.',
    }),
  ],
}
