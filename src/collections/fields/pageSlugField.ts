import type { TextField } from 'payload'

import { isReservedSlug } from '@/locales/addresses'

import { slugField, validateSlug } from './slugField'

/** A page's slug in each language, which at the top of the tree is the whole address. */
export const pageSlugField = {
  ...slugField,
  localized: true,
  validate: (value: string | null | undefined, { data }: { data?: { parent?: unknown } }) =>
    value && isReservedSlug(value) && !data?.parent
      ? `Every site has something else at “/${value}”.`
      : validateSlug(value),
} satisfies TextField
