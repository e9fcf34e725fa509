import { type PlatformFacts, type TenantFacts } from './facts'
import { keyOf, type Notes } from './Notes'
import { countOf } from './parts'
import { type PlatformCollection } from './Platform'
import { type TenantSeed, type World } from './World'

/** What was noted while a platform was made, in order. */
export function factsOf(
  world: World,
  collections: readonly PlatformCollection[],
  notes: Notes,
): PlatformFacts {
  const { faults, files, hostile, references, remoteHosts, secrets, unknownBlocks } = notes
  return {
    tenants: world.tenants.map((tenant) => tenantFacts(tenant, world, collections, notes)),
    documents: countOf(collections, () => true),
    untenanted: countOf(collections, ({ tenant }) => tenant === null),
    faults,
    references,
    files,
    secrets: [...new Set(secrets)],
    hostile: [...hostile],
    remoteHosts: [...remoteHosts],
    unknownBlocks,
    changes: [],
  }
}

const tenantFacts = (
  { domains, name, slug, status }: TenantSeed,
  { id }: World,
  collections: readonly PlatformCollection[],
  { pages, people, versions }: Notes,
): TenantFacts => ({
  ...keyOf('tenants', id('tenants', null, slug)),
  slug,
  name,
  status,
  domains,
  documents: countOf(collections, ({ tenant }) => tenant === slug),
  people: people.filter(({ tenant }) => tenant === slug),
  pages: pages.filter(({ tenant }) => tenant === slug),
  versions: versions.filter(({ tenant }) => tenant === slug),
})
