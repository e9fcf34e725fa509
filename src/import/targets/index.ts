import { formSubmissions } from './formSubmissions'
import { forms } from './forms'
import { media } from './media'
import { pages } from './pages'
import { pageVersions } from './pageVersions'
import { redirects } from './redirects'
import { siteSettings } from './siteSettings'
import { type AnyTarget, type Target } from './Target'
import { tenants } from './tenants'
import { users } from './users'

/** Rows that can be imported, in the order in which they are written: most of what a document refers to is there before it. */
export const rowTargets: readonly Target[] = [
  tenants,
  media,
  users,
  forms,
  pages,
  siteSettings,
  redirects,
  formSubmissions,
]

/** All that can be imported into; versions behind what they are versions of and what they name. What is kept as documents has no target. */
export const targets: readonly AnyTarget[] = [...rowTargets, pageVersions]

/** The target of a collection here, or undefined. */
export const targetOf = (slug: string): Target | undefined =>
  rowTargets.find((target) => target.slug === slug)
