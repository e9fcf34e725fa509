import { type RowEntry } from './rowEntries'
import { type Rows } from './Rows'

/** Why a row is left as it is: somebody works with it here. */
export function editOf(
  { context, target }: Pick<Rows, 'context' | 'target'>,
  before: RowEntry | undefined,
  isThere: boolean,
  state: string | undefined,
): string | undefined {
  if (context.run.options.overwriteEdited) return undefined
  if (!before)
    return isThere && target.slug === 'tenants'
      ? 'a space of this name is here already, and stays as it is'
      : undefined
  if (before.state === '') return undefined
  if (!isThere) return 'it was deleted here since it came in'
  return state === before.state ? undefined : 'it was changed here since it came in'
}
