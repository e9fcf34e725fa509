import { ruleKeyOf } from '../map/applyMap'
import { type CollectionRule, type ImportMap } from '../map/ImportMap'
import { type Source, type SourceCollection, type SourceStream } from './Source'

type CopyOf = NonNullable<CollectionRule['copyOf']>

/** A source with the collections that a map has as copies of others (`copyOf`) besides its own. */
export function copyCollections(source: Source, map: ImportMap): Source {
  const copies = Object.entries(map.collections).flatMap(([key, { copyOf }]) =>
    copyOf === undefined
      ? []
      : source.streams.flatMap((stream) => copiesIn(stream, map, key, copyOf)),
  )
  return {
    ...source,
    streams: [...source.streams, ...copies],
    collections: [...source.collections, ...copies.flatMap(({ collections: [one] }) => one ?? [])],
  }
}

/** Both names are as in a map: with a database before a slash, or of each database. */
const copiesIn = (
  stream: SourceStream,
  map: ImportMap,
  key: string,
  { collection: copied, id = '_id' }: CopyOf,
): SourceStream[] =>
  stream.collections.flatMap((collection) => {
    const { database, name } = collection
    if (copied !== name && copied !== `${database}/${name}`) return []
    const copy: SourceCollection = { ...collection, name: key.slice(key.indexOf('/') + 1) }
    // It is of another database, or this one has rules of its own for the name.
    if (ruleKeyOf(map, copy) !== key) return []
    return {
      ...stream,
      // Checkpoints are by the name of a file.
      file: `${stream.file} as ${copy.name}`,
      collections: [copy],
      copyOf: { stream, collection, id },
    }
  })
