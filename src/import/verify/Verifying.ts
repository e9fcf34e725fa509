import type { Payload } from 'payload'

import type { StoredFiles } from '@/media/storedFiles'

import { type ImportMap } from '../map/ImportMap'
import { type Run } from '../write/runs'
import { type Spaces } from '../write/Spaces'
import { type RejectedPlaces } from './RejectedPlaces'
import { type VerifyLog } from './VerifyLog'

/** What all parts of a comparison in progress share. */
export interface Verifying {
  readonly payload: Payload
  readonly run: Run
  readonly map: ImportMap
  readonly spaces: Spaces
  readonly tenantCollections: ReadonlySet<string>
  /** Undefined: the list is gone, or of other files. */
  readonly rejected: RejectedPlaces | undefined
  /** Whether an import began after the one that is looked at. */
  readonly isLater: (run: string) => boolean
  readonly files: StoredFiles
  readonly log: VerifyLog
}
