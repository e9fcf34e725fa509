import { type AnyTarget } from '../targets/Target'
import { type NoteKind } from './lines'
import { type Placed } from './Placed'
import { prepare } from './prepareBatches'
import { type Rows } from './Rows'
import { keptDocument } from './keptDocument'
import { writeDocuments } from './writeDocuments'

/** Keeps a document whole among the documents, although a rule maps it: why is told. */
export async function keepWhole(
  { context, log, scope, transaction }: Rows<AnyTarget>,
  placed: Placed,
  kind: NoteKind,
  reason: string,
): Promise<void> {
  const document = prepare(placed.document.item, context.map, true)
  const { run } = context
  const [result] = await transaction.inScope(scope, async (client) => {
    await client.query(`delete from import_rows where id = $1 and row_hash = ''`, [placed.id])
    return writeDocuments(client, [keptDocument({ ...placed, document })], {
      tenant: placed.space?.id ?? '',
      run: run.id,
      at: run.created_at,
    })
  })
  if (typeof result !== 'string') return log.reject(placed, result?.refused ?? 'it was not written')
  log.outcome(placed, result)
  if (result !== 'unchanged') log.note(placed, kind, { path: '$', reason })
}
