import { postgresAdapter } from '@payloadcms/db-postgres'
import { configToSchema } from '@payloadcms/graphql'
import type { GraphQLSchema } from 'graphql'
import { getPayload, type Payload, type SanitizedConfig } from 'payload'

import { hideAddedColumns } from '../../src/db/rls/addedColumns'
import { declareIsolation } from '../../src/db/rls/declareIsolation'
import { tenantColumns } from '../../src/db/rls/tenantColumns'

/** One of the two that are compared: the same collections, rules and hooks on the same database. */
export interface Contender {
  readonly name: 'isolated' | 'bypassed'
  readonly payload: Payload
  readonly config: SanitizedConfig
  /** Payload keeps instances by it. */
  readonly key: string
  readonly graphQL: GraphQLSchema
}

/**
 * Atrium as it is, and Atrium with Payload's own adapter instead of ours, connected as a role that policies do not apply to.
 * The second one must name the tenant in its queries; in the first one the database does.
 */
export async function loadContenders(
  config: SanitizedConfig,
  bypassedUrl: string,
): Promise<[Contender, Contender]> {
  const isolated = await contender('isolated', config)
  const bypassed = await contender('bypassed', { ...config, db: plainAdapter(bypassedUrl) })
  return [isolated, bypassed]
}

async function contender(name: Contender['name'], config: SanitizedConfig): Promise<Contender> {
  const key = `bench-${name}`
  const payload = await getPayload({ config, key })
  payload.logger.level = 'silent'
  return { name, payload, config, key, graphQL: configToSchema(config).schema }
}

/** Payload's adapter on our schema, its transactions and its pool as they come. */
function plainAdapter(connectionString: string): SanitizedConfig['db'] {
  const base = postgresAdapter({
    // One more than ours: Payload keeps one for itself.
    pool: { connectionString, max: 11 },
    idType: 'uuidv7',
    blocksAsJSON: true,
    push: false,
    disableCreateDatabase: true,
    beforeSchemaInit: [tenantColumns],
    afterSchemaInit: [declareIsolation],
  })
  return {
    ...base,
    allowIDOnCreate: base.allowIDOnCreate ?? false,
    name: base.name ?? 'postgres',
    init: ({ payload }) => {
      const adapter = base.init({ payload })
      const connect = adapter.connect?.bind(adapter)
      adapter.connect = async (options) => {
        hideAddedColumns(adapter)
        await connect?.(options)
        // Its pool is not closed by Payload: the server that ends takes the connections along.
        adapter.pool.on('error', () => undefined)
      }
      return adapter
    },
  }
}
