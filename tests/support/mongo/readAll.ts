import { type BsonDocument } from '@/import/bson/BsonValue'
import { openSource, readStream } from '@/import/read/openSource'
import { type SourceItem, type SourceStream } from '@/import/read/Source'

/** Every item of a file. */
export async function readItems(
  stream: SourceStream,
  from?: SourceItem['next'],
): Promise<SourceItem[]> {
  const items: SourceItem[] = []
  for await (const item of readStream(stream, { from })) items.push(item)
  return items
}

/** What a path holds: the documents of each collection, in their order. */
export async function readAll(path: string): Promise<Record<string, BsonDocument[]>> {
  const { collections, streams } = await openSource(path)
  const found = Object.fromEntries(
    collections.map(({ database, name }) => [`${database}.${name}`, new Array<BsonDocument>()]),
  )
  for (const stream of streams) {
    for (const item of await readItems(stream)) {
      const { database, name } = item.collection
      if (item.kind === 'document') found[`${database}.${name}`]?.push(item.document)
    }
  }
  return found
}
