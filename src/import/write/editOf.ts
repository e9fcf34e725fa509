import { type RowEntry } from './rowEntries'
import { type Rows } from './Rows'

/** Why a row is left as it is: somebody works with it here. */
export function editOf(
  { context, target }: Pick<Rows, 'context' | 'target'>,
  before: RowEntry | undefined,
  isThere: boolean,
  state: string | undefined,
  /** Of a row that several documents make: how imports left it. */
  left?: readonly string[],
): string | undefined {
  if (context.run.options.overwriteEdited) return undefined
  if (left && isThere) {
    if (left.length === 0) return 'they are here already, and stay as they are'
    return state !== undefined && left.includes(state)
      ? undefined
      : 'it was changed here since it came in'
  }
  if (!before)
    return isThere && target.slug === 'tenants'
      ? 'a space of this name is here already, and stays as it is'
      : undefined
  if (before.state === '') return undefined
  if (!isThere) return 'it was deleted here since it came in'
  return state === before.state ? undefined : 'it was changed here since it came in'
}
