import type { CollectionConfig } from 'payload'

import type { FaultContext } from '@/db/pgErrors'

import { copyTenant } from './copyTenant'
import { invalidateAfterCommit } from './invalidateAfterCommit'
import { refuseForeignLocale, refuseForeignWriting } from './refuseForeignLocale'
import { setTenant } from './setTenant'

/** Which table a collection gets, see docs/isolation.md. */
export type Isolation = 'tenant' | 'tenants' | 'identity' | 'platform' | 'reference'

export interface IsolationOptions {
  /** Uniqueness inside a tenant, in the database: lists of field names; the tenant is added. */
  readonly unique?: readonly (readonly string[])[]
  /** Indexes for lists, led by the tenant. */
  readonly index?: readonly (readonly string[])[]
  /** One document for each tenant, which the admin opens at once instead of a list. */
  readonly single?: boolean
  /** Whether the site shows any of it: a change then drops the tenant's cached pages. True if nothing is said. */
  readonly onSite?: boolean
  /** References to documents of the tenant with which a row vanishes, by column (`to_reference`). Others keep what they refer to. */
  readonly goesWith?: readonly string[]
  /** References that only say where a row came from, by column: they keep a document from being deleted, not from the trash. */
  readonly recordOf?: readonly string[]
  /** JSONB fields with a GIN index. */
  readonly gin?: readonly string[]
  /** What a broken unique rule means to a person, by the column that Payload reports. */
  readonly clashes?: FaultContext['clashes']
}

export interface IsolationDescriptor extends IsolationOptions {
  readonly isolation: Isolation
}

const describe = (
  config: CollectionConfig,
  isolation: Isolation,
  options: IsolationOptions,
): CollectionConfig => ({
  ...config,
  custom: { ...config.custom, isolation: { isolation, ...options } satisfies IsolationDescriptor },
})

/**
 * A collection whose rows belong to one tenant each. It gets its tenant set automatically, a policy on its table, its
 * versions and its child tables, composite foreign keys, and the invalidation of the tenant's cached pages.
 */
export function tenantCollection(
  config: CollectionConfig,
  options: IsolationOptions = {},
): CollectionConfig {
  const invalidates = options.onSite === false ? [] : [invalidateAfterCommit]
  return describe(
    {
      ...config,
      hooks: {
        ...config.hooks,
        beforeOperation: [
          refuseForeignLocale,
          copyTenant,
          ...(config.hooks?.beforeOperation ?? []),
        ],
        beforeValidate: [setTenant, refuseForeignWriting, ...(config.hooks?.beforeValidate ?? [])],
        afterChange: [...(config.hooks?.afterChange ?? []), ...invalidates],
        afterDelete: [...(config.hooks?.afterDelete ?? []), ...invalidates],
      },
    },
    'tenant',
    options,
  )
}

/** The tenants themselves: a row is its own tenant. */
export const tenantsCollection = (config: CollectionConfig, options: IsolationOptions = {}) =>
  describe(config, 'tenants', options)

/** Accounts: rows follow their user, not a tenant. */
export const identityCollection = (config: CollectionConfig, options: IsolationOptions = {}) =>
  describe(config, 'identity', options)

/** Rows that only platform staff and named background work see. */
export const platformCollection = (config: CollectionConfig, options: IsolationOptions = {}) =>
  describe(config, 'platform', options)

/** Shared lists that everybody reads and only the platform writes. */
export const referenceCollection = (config: CollectionConfig, options: IsolationOptions = {}) =>
  describe(config, 'reference', options)

/** What {@link tenantCollection} and its siblings noted on a collection. */
export function isolationOf(collection: {
  custom?: Record<string, unknown>
}): IsolationDescriptor | undefined {
  const descriptor: unknown = collection.custom?.isolation
  return typeof descriptor === 'object' && descriptor !== null && 'isolation' in descriptor
    ? (descriptor as IsolationDescriptor)
    : undefined
}

/** Every tenant collection, as the official plugin wants to be told of it: for the tenant field and the selector. */
export const forMultiTenantPlugin = (
  collections: readonly CollectionConfig[] = [],
): Record<string, { isGlobal: boolean }> =>
  Object.fromEntries(
    collections.flatMap((collection) => {
      const { isolation, single = false } = isolationOf(collection) ?? {}
      return isolation === 'tenant' ? [[collection.slug, { isGlobal: single }]] : []
    }),
  )
