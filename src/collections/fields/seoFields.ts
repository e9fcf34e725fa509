import type { Field } from 'payload'

/** What search engines and messengers show of a page; empty fields fall back to the page and the site. */
export const seoFields: Field[] = [
  {
    name: 'title',
    type: 'text',
    label: 'Title in search results',
    maxLength: 70,
    localized: true,
    admin: { description: 'Up to 60 characters are shown. Empty: the title of the page.' },
  },
  {
    name: 'description',
    type: 'textarea',
    label: 'Description',
    maxLength: 200,
    localized: true,
    admin: { description: 'One or two sentences, up to 160 characters.' },
  },
  {
    name: 'image',
    type: 'upload',
    relationTo: 'media',
    label: 'Picture when shared',
    admin: { description: 'At least 1200 × 630 pixels.' },
  },
  {
    name: 'noIndex',
    type: 'checkbox',
    label: 'Hide from search engines',
    defaultValue: false,
  },
]
