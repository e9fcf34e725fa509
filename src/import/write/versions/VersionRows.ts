import { type VersionTarget } from '../../targets/Target'
import { type Rows } from '../Rows'
import { type VersionedPage } from './VersionedPage'

/** What the versions of one space in a batch share. */
export interface VersionRows extends Rows<VersionTarget> {
  readonly pages: ReadonlyMap<string, VersionedPage>
}
