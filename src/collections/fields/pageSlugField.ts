import type { TextField } from 'payload'

import { slugField, validateSlug } from './slugField'

/** What lies at these addresses of every site is no page (src/proxy.ts). */
const TAKEN: ReadonlySet<string> = new Set(['admin', 'api', 'atrium', 'preview', 'search'])

/** A page's slug, which at the top of the tree is the whole address. */
export const pageSlugField = {
  ...slugField,
  validate: (value: string | null | undefined, { data }: { data?: { parent?: unknown } }) =>
    value && TAKEN.has(value) && !data?.parent
      ? `Every site has something else at “/${value}”.`
      : validateSlug(value),
} satisfies TextField
