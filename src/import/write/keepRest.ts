import type { PoolClient } from 'pg'

import { idText } from '../bson/idText'
import { type AnyTarget, type Prepared } from '../targets/Target'
import { type Placed } from './Placed'
import { type Rows } from './Rows'
import { writeDocuments } from './writeDocuments'

/** What no rule maps, and what the collection here has no place for. */
export async function keepRest(
  client: PoolClient,
  { context, log, target, final }: Rows<AnyTarget>,
  placed: Placed,
  { unmapped }: Pick<Prepared, 'unmapped'>,
  tenant: string,
  rowId: string,
): Promise<void> {
  const { document, id } = placed
  const { collection, document: source } = document.item
  const own = source.get('_id')
  const isEmpty = !document.hasRest && Object.keys(unmapped).length === 0
  if (isEmpty) {
    const { rowCount } = await client.query('select from documents where id = $1', [id])
    if (rowCount === 0) return
  }
  await writeDocuments(
    client,
    [
      {
        id,
        database: collection.database,
        collection: collection.name,
        sourceId: own ? idText(own) : '',
        json: `{"rest":${document.json},"unmapped":${JSON.stringify(unmapped)}}`,
        hash: document.hash,
        row: { collection: target.slug, id: rowId },
      },
    ],
    { tenant, run: context.run.id, at: context.run.created_at },
  )
  if (!final) log.rest(placed)
}
