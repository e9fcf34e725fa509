import { formSubmissions } from './formSubmissions'
import { forms } from './forms'
import { media } from './media'
import { pages } from './pages'
import { redirects } from './redirects'
import { type Target } from './Target'
import { tenants } from './tenants'
import { users } from './users'

/**
 * What can be imported into, in the order in which it is written: most of what a document refers to is there before it. What is kept as documents
 * has no target.
 */
export const targets: readonly Target[] = [
  tenants,
  media,
  users,
  forms,
  pages,
  redirects,
  formSubmissions,
]

/** The target of a collection here, or undefined. */
export const targetOf = (slug: string): Target | undefined =>
  targets.find((target) => target.slug === slug)
