import { join } from 'node:path'

import { writeBson } from '@/import/bson/writeBson'

import { fileName, metadataJson } from '../../mongoDump'
import { documentsOf } from '../parts'
import { type Platform, type PlatformCollection } from '../Platform'
import { writeStreamed } from './writeStreamed'

/** Writes what `mongodump` makes of a platform, with `--gzip` or without. */
export async function dumpPlatform(
  { collections }: Platform,
  folder: string,
  { gzip = false }: { gzip?: boolean } = {},
): Promise<void> {
  const prelude = JSON.stringify({ ServerVersion: '7.0.16', ToolVersion: '100.11.0' })
  await writeStreamed(join(folder, 'prelude.json'), [prelude], { gzip })
  for (const collection of collections) {
    const path = join(folder, collection.database, fileName(collection.name))
    if (collection.type !== 'view')
      await writeStreamed(`${path}.bson`, bsonOf(collection), { gzip })
    await writeStreamed(`${path}.metadata.json`, [metadataJson(collection)], { gzip })
  }
}

function* bsonOf(collection: PlatformCollection): Generator<Buffer> {
  for (const document of documentsOf(collection)) yield writeBson(document)
}
