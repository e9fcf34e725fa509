import { type Locale } from '@/locales/locales'

import { type Findings } from '../Findings'
import { type Found } from '../plainValue'
import { type TargetContext } from '../Target'

/** Some values on their way into fields, in one language. */
export interface Fitting {
  readonly context: TargetContext
  readonly findings: Findings
  readonly locale: Locale
  /** What fields are called elsewhere, if not as in blocks of pages. */
  readonly aliasesOf?: (field: string) => readonly string[]
  /** Rows are the same ones in all languages, and so are their ids. */
  readonly shared?: true
}

/** A row as Payload takes it. */
export type Row = Readonly<Record<string, unknown>>

/** A block as our pages have it. */
export interface FittedBlock {
  readonly row: Row
  /** A line of a text that goes on: it belongs to the text before it. */
  readonly flows: boolean
}

export type FitBlock = (found: Found, fitting: Fitting) => Promise<readonly FittedBlock[]>
