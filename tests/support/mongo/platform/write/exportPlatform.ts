import { join } from 'node:path'

import { buildExport, type ExportForm } from '../../mongoExport'
import { fileName } from '../../mongoDump'
import { documentsOf } from '../parts'
import { type Platform, type PlatformCollection } from '../Platform'
import { writeStreamed } from './writeStreamed'

export interface PlatformExport {
  readonly format?: ExportForm
  /** `--jsonArray`: one list instead of lines. */
  readonly array?: boolean
  readonly gzip?: boolean
}

/** Writes a file of `mongoexport` for each collection of a platform, in a folder that is called after the database. */
export async function exportPlatform(
  { collections }: Platform,
  folder: string,
  { array = false, format = 'canonical', gzip = false }: PlatformExport = {},
): Promise<void> {
  for (const collection of collections) {
    if (collection.type === 'view') continue
    const path = join(folder, collection.database, `${fileName(collection.name)}.json`)
    const lines = linesOf(collection, format)
    await writeStreamed(path, array ? listOf(lines) : lines, { gzip })
  }
}

function* linesOf(collection: PlatformCollection, form: ExportForm): Generator<string> {
  for (const document of documentsOf(collection)) yield buildExport([document], { form })
}

function* listOf(lines: Iterable<string>): Generator<string> {
  let before = '['
  for (const line of lines) {
    yield before + line.trimEnd()
    before = ','
  }
  // Of no documents, mongoexport makes an empty list.
  yield before === '[' ? '[]\n' : ']\n'
}
