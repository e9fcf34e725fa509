import type { Field } from 'payload'

type HeadingOptions = { heading?: string; required?: boolean; intro?: boolean }

/** What most blocks open with: a small line above, the heading, a sentence or two below. */
export const headingFields = ({
  heading,
  required = false,
  intro = true,
}: HeadingOptions = {}): Field[] => [
  {
    type: 'row',
    fields: [
      {
        name: 'eyebrow',
        type: 'text',
        label: 'Line above the heading',
        maxLength: 60,
        admin: { width: '35%', description: 'Two or three words. May stay empty.' },
      },
      {
        name: 'heading',
        type: 'text',
        label: 'Heading',
        maxLength: 120,
        required,
        defaultValue: heading,
        admin: { width: '65%' },
      },
    ],
  },
  ...(intro
    ? [
        {
          name: 'intro' as const,
          type: 'textarea' as const,
          label: 'Introduction',
          maxLength: 500,
          admin: { rows: 2, description: 'One or two sentences below the heading.' },
        },
      ]
    : []),
]
