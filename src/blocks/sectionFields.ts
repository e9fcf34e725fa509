import type { CollapsibleField } from 'payload'

/** How a block sits on its page. Folded away: the defaults are right for most. */
export const sectionFields = (tone: 'plain' | 'tint' | 'bold' = 'plain'): CollapsibleField => ({
  type: 'collapsible',
  label: 'Background and link target',
  admin: { initCollapsed: true },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'tone',
          type: 'select',
          label: 'Background',
          defaultValue: tone,
          required: true,
          options: [
            { label: 'Plain', value: 'plain' },
            { label: 'Light tint of the brand colour', value: 'tint' },
            { label: 'Brand colour', value: 'bold' },
          ],
          admin: { width: '50%' },
        },
        {
          name: 'anchor',
          type: 'text',
          custom: { search: false },
          label: 'Link target',
          maxLength: 40,
          validate: (value: string | null | undefined) =>
            !value || /^[a-z][a-z0-9-]{0,39}$/.test(value)
              ? true
              : 'Small letters, digits and hyphens, starting with a letter: “prices”.',
          admin: {
            width: '50%',
            description: 'Lets a link jump here: with “prices”, the address is /page#prices',
          },
        },
      ],
    },
  ],
})
