import type { ReactNode } from 'react'

import type { FormDefinition } from './formDefinition'

/** What views need besides their own block. All of it may be left out. */
export type SiteContext = {
  /** BCP 47, for the names of days and the look of times. */
  locale?: string
  /** Puts a form where its block is: the route knows the address, the token and what was sent before. */
  renderForm?: (form: FormDefinition, idPrefix: string) => ReactNode
}
