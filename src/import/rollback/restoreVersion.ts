import type { Payload } from 'payload'
import type { PoolClient } from 'pg'
import { z } from 'zod'

import { type ScopesTransaction } from '@/db/inScopes'
import { localeOf } from '@/locales/locales'

import { putVersion } from '../write/versions/writeVersion'
import { requestFor } from '../write/writeRow'
import { KEEP_TIMES } from './Rollback'

const versionSchema = z.object({
  parent: z.string(),
  version: z.record(z.string(), z.unknown()),
  autosave: z.boolean().nullish(),
  snapshot: z.boolean().nullish(),
  publishedLocale: z.string().nullish(),
  createdAt: z.string(),
  updatedAt: z.string(),
})

/** Puts a version back that an import overwrote. */
export async function restoreVersion(
  payload: Payload,
  transaction: ScopesTransaction,
  client: PoolClient,
  id: string,
  row: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { autosave, createdAt, parent, publishedLocale, snapshot, updatedAt, version } =
    versionSchema.parse(row)
  await putVersion(client, payload, await requestFor(payload, transaction.req), {
    id,
    page: parent,
    data: version,
    prepared: {
      autosave: autosave === true,
      snapshot: snapshot === true,
      publishedLocale: localeOf(publishedLocale)?.code,
      createdAt,
      updatedAt,
    },
    otherwise: updatedAt,
  })
  // It has ended what the roll back began with.
  await client.query(KEEP_TIMES)
}
