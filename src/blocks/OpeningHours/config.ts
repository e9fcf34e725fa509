import type { Block, Field } from 'payload'

import { headingFields } from '../headingFields'
import { sectionFields } from '../sectionFields'
import { thumbnail } from '../thumbnail'
import { validateWebUrl } from '../validateUrl'

const timeField = (name: string, label: string): Field => ({
  name,
  type: 'text',
  custom: { search: false },
  label,
  maxLength: 5,
  validate: (value: string | null | undefined) =>
    !value || /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(value)
      ? true
      : 'Hours and minutes, as in 08:30',
  admin: { width: '25%', placeholder: '08:30' },
})

export const OpeningHours: Block = {
  slug: 'hours',
  interfaceName: 'OpeningHoursBlock',
  labels: { singular: 'Opening hours and place', plural: 'Opening hours and places' },
  admin: {
    group: 'Contact',
    images: thumbnail('hours', 'A table of hours beside an address'),
  },
  fields: [
    ...headingFields({ heading: 'When and where' }),
    {
      name: 'hours',
      type: 'array',
      label: 'Hours',
      labels: { singular: 'Line', plural: 'Lines' },
      maxRows: 14,
      admin: { description: 'Days of one line share its hours. Without times, they are closed.' },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'days',
              type: 'select',
              label: 'Days',
              hasMany: true,
              required: true,
              options: [
                { label: 'Monday', value: 'mon' },
                { label: 'Tuesday', value: 'tue' },
                { label: 'Wednesday', value: 'wed' },
                { label: 'Thursday', value: 'thu' },
                { label: 'Friday', value: 'fri' },
                { label: 'Saturday', value: 'sat' },
                { label: 'Sunday', value: 'sun' },
              ],
              admin: { width: '50%' },
            },
            timeField('opens', 'Opens'),
            timeField('closes', 'Closes'),
          ],
        },
        {
          name: 'note',
          type: 'text',
          label: 'Note',
          maxLength: 80,
          admin: { description: '“Members only”, “by appointment”' },
        },
      ],
    },
    {
      name: 'notice',
      type: 'text',
      label: 'Notice',
      maxLength: 200,
      admin: { description: 'Holidays and exceptions, shown prominently.' },
    },
    {
      name: 'place',
      type: 'group',
      label: 'Place',
      fields: [
        { name: 'name', type: 'text', label: 'Name', maxLength: 80 },
        {
          name: 'address',
          type: 'textarea',
          label: 'Address',
          maxLength: 240,
          admin: { rows: 3, description: 'One line each for street, postcode and town.' },
        },
        {
          name: 'directions',
          type: 'textarea',
          label: 'How to get there',
          maxLength: 400,
          admin: { rows: 2 },
        },
        {
          name: 'mapUrl',
          type: 'text',
          custom: { search: false },
          label: 'Map',
          maxLength: 500,
          validate: validateWebUrl,
          admin: {
            description: 'The address of the place on a map service. It is linked, never embedded.',
          },
        },
        {
          type: 'row',
          fields: [
            {
              name: 'phone',
              type: 'text',
              label: 'Telephone',
              maxLength: 30,
              admin: { width: '50%' },
            },
            { name: 'email', type: 'email', label: 'E-mail', admin: { width: '50%' } },
          ],
        },
      ],
    },
    { name: 'image', type: 'upload', label: 'Picture of the place', relationTo: 'media' },
    sectionFields('tint'),
  ],
}
