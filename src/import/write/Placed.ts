import { type PreparedDocument } from './PreparedItem'
import { type Space } from './Spaces'

/** A document of which it is known whose it is. */
export interface Placed {
  readonly document: PreparedDocument
  /** Undefined: it is a tenant itself. */
  readonly space: Space | undefined
  /** How the source names its tenant. */
  readonly tenantName: string | undefined
  /** Its id in the map of ids, or among the documents. */
  readonly id: string
}
