import { NoPlace, Refusal } from '../targets/Target'
import { type Placed } from './Placed'
import { type RowInProgress, type Rows } from './Rows'
import { writeOnce } from './writeOnce'
import { draftInstead, refusalOf } from './writeRow'

/** Writes a document, as a draft if it cannot be published. Why it cannot be written at all, or that there is no place for it, or nothing. */
export async function tryToWrite(
  rows: Rows,
  placed: Placed,
  row: RowInProgress,
): Promise<string | NoPlace | undefined> {
  try {
    await writeOnce(rows, placed, row, undefined)
    return undefined
  } catch (error) {
    if (error instanceof NoPlace) return error
    const reason = refusalOf(error)
    if (reason === undefined) throw error
    if (rows.target.slug !== 'pages' || error instanceof Refusal) return reason
    return tryAsDraft(rows, placed, row, reason)
  }
}

async function tryAsDraft(
  rows: Rows,
  placed: Placed,
  row: RowInProgress,
  reason: string,
): Promise<string | undefined> {
  row.missing.length = 0
  try {
    await writeOnce(rows, placed, row, 'draft')
    if (rows.final || row.missing.length === 0)
      rows.log.note(placed, 'target', draftInstead(reason))
    return undefined
  } catch (error) {
    return refusalOf(error) === undefined ? throwOn(error) : reason
  }
}

const throwOn = (error: unknown): never => {
  throw error
}
