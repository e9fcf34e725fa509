import type { CollectionConfig, Field, Plugin } from 'payload'

import { isolationOf } from '@/tenancy/collectionKinds'

import { refuseDeletingUsed, refuseTrashingUsed } from './refuseUsed'
import { usagesEndpoint } from './usagesEndpoint'

const panel: Field = {
  name: 'usedBy',
  type: 'ui',
  label: 'Used by',
  admin: {
    position: 'sidebar',
    components: { Field: '@/admin/UsedBy#UsedBy' },
    disableListColumn: true,
    disableBulkEdit: true,
  },
}

/** “Where is this used?” for every collection of tenants that others refer to: a panel, an endpoint, and a refusal. */
export const whereUsed: Plugin = (config) => {
  const collections = config.collections ?? []
  const used = new Set(collections.filter(isTenants).flatMap(({ fields }) => targetsOf(fields)))
  return {
    ...config,
    collections: collections.map((collection) =>
      isTenants(collection) && used.has(collection.slug) ? withUsages(collection) : collection,
    ),
  }
}

const isTenants = (collection: CollectionConfig): boolean =>
  isolationOf(collection)?.isolation === 'tenant'

function targetsOf(fields: readonly Field[]): string[] {
  return fields.flatMap((field): string[] => {
    if (field.type === 'relationship' || field.type === 'upload') return [field.relationTo].flat()
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => targetsOf(tab.fields))
    return 'fields' in field ? targetsOf(field.fields) : []
  })
}

function withUsages(collection: CollectionConfig): CollectionConfig {
  const { endpoints, fields, hooks = {} } = collection
  return {
    ...collection,
    fields: [...fields, panel],
    endpoints:
      endpoints === false ? false : [...(endpoints ?? []), usagesEndpoint(collection.slug)],
    hooks: {
      ...hooks,
      beforeDelete: [...(hooks.beforeDelete ?? []), refuseDeletingUsed],
      beforeChange: [...(hooks.beforeChange ?? []), refuseTrashingUsed],
    },
  }
}
