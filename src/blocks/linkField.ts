import type { GroupField } from 'payload'

import { emptyForNull, requiredInMainLanguage } from './requiredInMainLanguage'
import { validateUrl } from './validateUrl'

type LinkFieldOptions = {
  label?: string | false
  description?: string
  /** A link that may be left out shows nothing while it has no target. */
  required?: boolean
  /** In what is one for all languages; a layout is translated as a whole. */
  translated?: boolean
}

/** A link to a page of the same space, which follows the page when it moves, or to an address. */
export const linkField = ({
  label = false,
  description,
  required = true,
  translated = false,
}: LinkFieldOptions = {}): GroupField => ({
  name: 'link',
  type: 'group',
  interfaceName: required ? 'LinkField' : 'OptionalLinkField',
  label,
  admin: { description, hideGutter: true },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'type',
          type: 'radio',
          label: 'Leads to',
          defaultValue: 'page',
          options: [
            { label: 'A page of this site', value: 'page' },
            { label: 'An address', value: 'url' },
          ],
          admin: { width: '50%', layout: 'horizontal' },
        },
        {
          name: 'label',
          type: 'text',
          label: 'Text of the link',
          required,
          ...(translated
            ? {
                localized: true,
                validate: requiredInMainLanguage,
                hooks: { beforeValidate: [emptyForNull] },
              }
            : {}),
          maxLength: 60,
          admin: {
            width: '50%',
            description: 'Say where it leads: “Book a tour”, not “Click here”.',
          },
        },
      ],
    },
    {
      name: 'page',
      type: 'relationship',
      label: 'Page',
      relationTo: 'pages',
      required,
      admin: { condition: (_data, siblings) => siblings?.type !== 'url' },
    },
    {
      name: 'url',
      type: 'text',
      custom: { search: false },
      label: 'Address',
      required,
      maxLength: 500,
      validate: validateUrl,
      admin: {
        condition: (_data, siblings) => siblings?.type === 'url',
        description:
          'https://example.com, mailto:hello@example.com, tel:+49301234567 or /contact#map',
      },
    },
    {
      name: 'newTab',
      type: 'checkbox',
      label: 'Open in a new tab',
      defaultValue: false,
      admin: { condition: (_data, siblings) => siblings?.type === 'url' },
    },
  ],
})
