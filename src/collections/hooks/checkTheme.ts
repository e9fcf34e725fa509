import { ValidationError, type CollectionBeforeChangeHook } from 'payload'

import { themeProblems } from '@/site/themeProblems'

/** Refuses colours in which visitors could not read the site, at the field that mends it. */
export const checkTheme: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const problems = themeProblems({ ...originalDoc?.theme, ...data.theme })
  if (problems.length === 0) return data
  throw new ValidationError({
    collection: 'site-settings',
    errors: problems.map(({ field, message }) => ({ path: `theme.${field}`, message })),
  })
}
