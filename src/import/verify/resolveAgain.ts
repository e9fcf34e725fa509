import { idText } from '../bson/idText'
import { type PlainValues } from '../targets/Target'
import { idOf } from '../write/entryIds'
import { type Placed } from '../write/Placed'
import { resolveReferences } from '../write/resolveReferences'
import { type RowEntry } from '../write/rowEntries'
import { type Verifying } from './Verifying'
import { type Origin } from './VerifyLog'

interface Resolving {
  readonly verifying: Verifying
  readonly known: ReadonlyMap<string, RowEntry>
  /** Ids in the map of ids whose rows are there, among those that are referred to. */
  readonly referred: ReadonlySet<string>
}

/** The values of a document, with the ids of rows. Every reference is looked at on the way. */
export function resolveAgain(
  { verifying, known, referred }: Resolving,
  placed: Placed,
  origin: Origin,
  missing: Set<string>,
): PlainValues {
  return resolveReferences(placed.document.mapped.values, (reference) => {
    const id = idOf(verifying, placed, reference)
    const entry = known.get(id)
    verifying.log.references += 1
    const shown = `${reference.collection} ${idText(reference.id)}`
    if (!entry?.state) {
      missing.add(shown)
      return undefined
    }
    if (!referred.has(id))
      verifying.log.differ('reference', origin, {
        expected: shown,
        found: `${entry.rowId}, which is not in this space`,
      })
    return entry.rowId
  })
}
