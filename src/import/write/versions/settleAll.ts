import type { PoolClient } from 'pg'

import { type AnyTarget } from '../../targets/Target'
import { type Rows } from '../Rows'
import { settleVersions } from './settleVersions'

/** Settles the versions of all pages of a batch that need it. Not in a part of the transaction: it has one of its own. */
export async function settleAll(
  { context, scope, transaction, unsettled }: Rows<AnyTarget>,
  client: PoolClient,
): Promise<void> {
  const settling = { payload: context.payload, client, req: transaction.req, scope }
  for (const page of unsettled) await settleVersions(settling, page)
}
