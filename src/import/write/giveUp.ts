import { type AnyTarget } from '../targets/Target'
import { isOwnRow } from './isOwnRow'
import { noteChange } from './noteChange'
import { type Placed } from './Placed'
import { rowEntries, type RowEntry } from './rowEntries'
import { type Rows } from './Rows'

interface GivenUp {
  readonly rowId: string
  readonly existing?: Readonly<Record<string, unknown>> | null
  /** References that lead nowhere, so far. */
  readonly missing: readonly string[]
  readonly reason: string
}

/** A document that cannot come in now: it waits for what it refers to, or is rejected. */
export async function giveUp(
  rows: Rows<AnyTarget>,
  placed: Placed,
  before: RowEntry | undefined,
  { rowId, existing, missing, reason }: GivenUp,
): Promise<void> {
  const { context, target, transaction, scope, log, final, known } = rows
  // It has come in, and has been counted: it stays as it is, without what it refers to.
  if (final && before && before.state !== '')
    return log.note(placed, 'problem', {
      path: '$',
      reason: `is here without what came in after it: ${reason}`,
    })
  if (final || missing.length === 0) {
    log.reject(placed, reason)
    await transaction.inScope(scope, (client) =>
      client.query(`delete from import_rows where id = $1 and row_hash = ''`, [placed.id]),
    )
    return
  }
  const tenant = placed.space?.id ?? rowId
  const entry = await transaction.inScope(scope, async (client) => {
    // The row stays, and its entry is another: that is a change, too.
    if (existing && before && !isOwnRow(rows, placed, before))
      await noteChange(client, rows, tenant, rowId, existing)
    return rowEntries.save(client, placed, before, {
      tenant,
      run: context.run.id,
      target: target.slug,
      rowId,
      state: before?.state ?? '',
      missing,
    })
  })
  known.set(placed.id, entry)
}

/** Tells which references lead nowhere. */
export function noteDangling(
  { log }: Rows<AnyTarget>,
  placed: Placed,
  missing: readonly string[],
): void {
  for (const reference of new Set(missing))
    log.note(placed, 'dangling', {
      path: '$',
      reason: `refers to what has not come in: ${reference}`,
    })
}
