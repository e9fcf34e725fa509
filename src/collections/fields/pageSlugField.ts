import type { TextField } from 'payload'

import { isReservedSlug } from '@/locales/addresses'

import { checkSlugForm, slugField } from './slugField'

const isAtTop = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && !Reflect.get(data, 'parent')

/** A page's slug in each language. At the top of the tree it begins an address, and some beginnings mean something else. */
export const pageSlugField: TextField = {
  ...slugField,
  localized: true,
  validate: (value: string | null | undefined, { data }: { data: unknown }) =>
    value && isAtTop(data) && isReservedSlug(value)
      ? `“/${value}” is an address of the site itself. Choose another one.`
      : checkSlugForm(value),
}
