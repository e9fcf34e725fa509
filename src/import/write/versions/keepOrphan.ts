import { idText } from '../../bson/idText'
import { type Placed } from '../Placed'
import { prepare } from '../prepareBatches'
import { writeDocuments } from '../writeDocuments'
import { type VersionRows } from './VersionRows'

/** Keeps a version whose page is not there whole, among the documents. */
export async function keepOrphan(rows: VersionRows, placed: Placed): Promise<void> {
  const { context, log, scope, transaction } = rows
  const { item } = placed.document
  const whole = prepare(item, context.map, true)
  const own = item.document.get('_id')
  const [result] = await transaction.inScope(scope, async (client) => {
    await client.query(`delete from import_rows where id = $1 and row_hash = ''`, [placed.id])
    return writeDocuments(
      client,
      [
        {
          id: placed.id,
          database: item.collection.database,
          collection: item.collection.name,
          sourceId: own ? idText(own) : '',
          json: whole.json,
          hash: whole.hash,
          row: undefined,
        },
      ],
      { tenant: placed.space?.id ?? '', run: context.run.id, at: context.run.created_at },
    )
  })
  if (typeof result !== 'string') return log.reject(placed, result?.refused ?? 'it was not written')
  log.outcome(placed, result)
  if (result !== 'unchanged')
    log.note(placed, 'dangling', {
      path: '$',
      reason: 'a version of a page that has not come in: kept as a document',
    })
}
