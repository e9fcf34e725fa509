import type { FaultContext } from '@/db/pgErrors'
import { isolationOf } from '@/tenancy/collectionKinds'

import { collections } from '.'

/** What broken unique rules mean to people, by collection. */
export const clashMessages: Record<string, FaultContext['clashes']> = Object.fromEntries(
  collections.map((collection) => [collection.slug, isolationOf(collection)?.clashes ?? {}]),
)
