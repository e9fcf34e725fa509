import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { Payload, SanitizedConfig } from 'payload'

/** The adapter with its schema built from the config, and no connection: for tools that read or write the schema. */
export async function loadAdapter(config: SanitizedConfig): Promise<PostgresAdapter> {
  const payload = {
    config,
    collections: Object.fromEntries(
      config.collections.map((collection) => [collection.slug, { config: collection }]),
    ),
    logger: console,
  } as unknown as Payload
  const adapter = config.db.init({ payload }) as unknown as PostgresAdapter
  payload.db = adapter as unknown as Payload['db']
  await adapter.init?.()
  return adapter
}
