import { type CollectionRule } from './ImportMap'
import { languagesOf } from './languagesOf'
import { type Recognised, type RecognisedDatabase } from './Recognised'
import { recognisePayload } from './recognisePayload'
import { recogniseTenantApp } from './recogniseTenantApp'
import { type Sample } from './Sample'
import { tenantOfDatabase } from './tenantRules'

/** Says what the databases of a source are, by the names of their collections and some documents of each, and how to map them. */
export function recognise(samples: readonly Sample[]): Recognised {
  const names = [...new Set(samples.map(({ database }) => database))]
  const keyOf = ({ database, name }: Sample): string =>
    names.length > 1 ? `${database}/${name}` : name
  const databases = names.map((database) => {
    const own = samples.filter((sample) => sample.database === database)
    return (
      recogniseTenantApp(database, own, keyOf) ??
      recognisePayload(database, own, keyOf) ??
      unknownDatabase(database, own, keyOf)
    )
  })
  const collections: Record<string, CollectionRule> = Object.fromEntries(
    databases
      .flatMap(({ collections, unknown }) => [...collections, ...unknown])
      // No map can name it, see syntaxProblems.ts; without rules it is kept like every other.
      .filter(({ key }) => key !== '__proto__')
      .map(({ key, rules }) => [key, rules]),
  )
  const languages = languagesOf(samples)
  return {
    databases,
    map: { version: 1, ...(languages.length > 0 && { languages }), collections },
  }
}

const unknownDatabase = (
  database: string,
  samples: readonly Sample[],
  keyOf: (sample: Sample) => string,
): RecognisedDatabase => ({
  database,
  shape: 'nothing that is known here',
  evidence: ['neither Payload’s collections nor tenants with a tenant_id'],
  collections: [],
  unknown: samples.map((sample) => ({
    key: keyOf(sample),
    why: 'a collection of its own, kept as documents',
    rules: { tenant: tenantOfDatabase(database) },
  })),
})
