import { type BsonDocument } from '../bson/BsonValue'
import { type Sample } from '../map/Sample'
import { readStream } from '../read/openSource'
import { type Source, type SourceCollection } from '../read/Source'
import { SourceError } from '../read/SourceError'

/** As many documents of a collection say what it is. */
const ENOUGH = 200
/** In an archive, the collections come in turns: so many documents are looked at for all of them. */
const MAX_READ = 200_000

/** Some documents of each collection, from the beginning of its file. A file that cannot be read further is a smaller sample. */
export async function sampleSource(source: Source): Promise<Sample[]> {
  const samples = new Map<SourceCollection, BsonDocument[]>(
    source.collections.filter(({ kind }) => kind !== 'view').map((one) => [one, []]),
  )
  for (const stream of source.streams) {
    const open = new Set(stream.collections)
    let read = 0
    try {
      for await (const item of readStream(stream)) {
        read += 1
        const documents = samples.get(item.collection)
        if (item.kind === 'document' && documents && documents.length < ENOUGH)
          documents.push(item.document)
        if (!documents || documents.length >= ENOUGH) open.delete(item.collection)
        if (open.size === 0 || read >= MAX_READ) break
      }
    } catch (error) {
      if (!(error instanceof SourceError)) throw error
    }
  }
  return [...samples].map(([{ database, name }, documents]) => ({ database, name, documents }))
}
