import { type CollectionRule, type ImportMap } from '../map/ImportMap'
import { rulesFor } from '../map/applyMap'
import { type Source, type SourceCollection, type SourceStream } from '../read/Source'
import { type AnyTarget } from '../targets/Target'

/** A pass over the source, which brings in the collections of one target, or those that are kept as documents. */
export interface Stage {
  readonly name: string
  /** Undefined: documents are kept as they are. */
  readonly target: AnyTarget | undefined
  readonly streams: readonly SourceStream[]
  /** Whether a collection comes in at this stage. */
  readonly takes: (collection: SourceCollection) => boolean
}

export const DOCUMENTS = 'documents'

/** Documents whose row is that of another collection's. */
const ADDITIONS = ' (additions)'

/** A collection as people write it: with its database, if the file says one. */
export const nameOf = ({ database, name }: Pick<SourceCollection, 'database' | 'name'>): string =>
  database === '' ? name : `${database}/${name}`

/** The target of a collection, if it has one here. */
export const targetOf = (
  rules: CollectionRule,
  targets: readonly AnyTarget[],
): AnyTarget | undefined => targets.find(({ slug }) => slug === rules.to)

/**
 * The passes over a source, in the order of the targets: what others refer to comes before them, and so do documents with a row of their
 * own before those that add to it. Files without any collection of a pass are not read in it.
 */
export function stagesOf(source: Source, map: ImportMap, targets: readonly AnyTarget[]): Stage[] {
  const stageNameOf = (collection: SourceCollection): string => {
    const rules = rulesFor(map, collection)
    const slug = rules.leave === undefined ? targetOf(rules, targets)?.slug : undefined
    if (slug === undefined) return DOCUMENTS
    return rules.id ? `${slug}${ADDITIONS}` : slug
  }
  const passes = targets.flatMap((target) => [
    { name: target.slug, target },
    { name: `${target.slug}${ADDITIONS}`, target },
  ])
  return [...passes, { name: DOCUMENTS, target: undefined }].flatMap(({ name, target }) => {
    const takes = (collection: SourceCollection) => stageNameOf(collection) === name
    const streams = source.streams.filter(({ collections }) => collections.some(takes))
    return streams.length === 0 ? [] : [{ name, target, streams, takes }]
  })
}
