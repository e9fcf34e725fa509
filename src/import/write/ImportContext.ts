import type { Payload } from 'payload'

import { type ScopesTransaction } from '@/db/inScopes'

import { type ImportMap } from '../map/ImportMap'
import { type RunFiles } from './RunFiles'
import { type Run } from './runs'
import { type Spaces } from './Spaces'

/** Does something in a transaction: one for each batch, or, in a dry run, one for them all that is never committed. */
export type Transact = <T>(work: (transaction: ScopesTransaction) => Promise<T>) => Promise<T>

/** What all parts of an import in progress share. */
export interface ImportContext {
  readonly payload: Payload
  readonly run: Run
  readonly map: ImportMap
  readonly transact: Transact
  readonly spaces: Spaces
  readonly files: RunFiles
  /** Source collections whose documents are tenants. */
  readonly tenantCollections: ReadonlySet<string>
  /** Nothing of it stays, so no file is stored. */
  readonly isDry: boolean
  /** Stop at the first document that cannot come in. */
  readonly stopOnReject: boolean
}
