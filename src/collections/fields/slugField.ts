import type { TextField } from 'payload'

/** "Über uns!" → "uber-uns": what a title becomes in an address. */
export function slugify(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '')
}

/** What a slug looks like. */
export const validateSlug = (value: string | null | undefined): true | string =>
  !value || /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value)
    ? true
    : 'Use lower-case letters, digits and single hyphens.'

/** The last part of a page's address: made from the title when left empty. */
export const slugField = {
  name: 'slug',
  type: 'text',
  label: 'Address',
  required: true,
  maxLength: 80,
  index: true,
  validate: (value: string | null | undefined) => validateSlug(value),
  hooks: {
    // A copy of the same address would be refused; this one is free, and to be changed.
    beforeDuplicate: [
      ({ value }) =>
        typeof value === 'string'
          ? `${value.slice(0, 60)}-copy-${crypto.randomUUID().slice(0, 4)}`
          : value,
    ],
    beforeValidate: [
      ({ value, data }) => {
        if (typeof value === 'string' && value.trim() !== '') return slugify(value)
        return typeof data?.title === 'string' ? slugify(data.title) : value
      },
    ],
  },
  admin: {
    position: 'sidebar',
    description:
      'The last part of the address. Left empty, it is made from the title; “home” is the start page.',
  },
} satisfies TextField
