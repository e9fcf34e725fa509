import { type AnyTarget } from '../targets/Target'
import { rowReference } from './entryIds'
import { type Placed } from './Placed'
import { type RowEntry } from './rowEntries'
import { type Rows } from './Rows'

/** Whether this import made the row: nothing of anybody's is overwritten then. */
export function isOwnRow(
  { context, known }: Rows<AnyTarget>,
  placed: Placed,
  before: RowEntry | undefined,
): boolean {
  const [other] = rowReference(context, placed)
  const maker = other === undefined ? before : known.get(other)
  return maker?.madeBy === context.run.id
}
