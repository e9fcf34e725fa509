import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'

import { namedFile } from './collectionOfFile'
import { type SkippedPart } from './Source'
import { SourceError } from './SourceError'

/** A file that has a meaning by its name. */
export interface FoundFile {
  /** Relative to the root, with slashes. */
  readonly file: string
  readonly path: string
  readonly size: number
  readonly database: string
  readonly format: 'bson' | 'json' | 'metadata' | 'prelude'
  readonly gzip: boolean
}

export interface FoundFiles {
  readonly files: readonly FoundFile[]
  readonly skipped: readonly SkippedPart[]
}

/** A dump has a folder for each database, and mongodump makes none below. */
const DEEPEST = 1

/**
 * The files of a dump, of one database, or of exports. A file is of the database that its folder is called after. Sorted by name, so
 * that every machine reads them in the same order.
 */
export async function findFiles(
  root: string,
  { onlyMetadata = false }: { onlyMetadata?: boolean } = {},
): Promise<FoundFiles> {
  const files: FoundFile[] = []
  const skipped: SkippedPart[] = []
  const visit = async (folder: string, path: string, depth: number): Promise<void> => {
    const names = await namesIn(path)
    for (const name of names.sort()) {
      const file = folder === '' ? name : `${folder}/${name}`
      const full = join(path, name)
      const found = await stat(full).catch(() => undefined)
      // A link that leads nowhere, say.
      if (!found && !onlyMetadata) skipped.push({ name: file, reason: 'cannot be read' })
      if (found?.isDirectory() && !onlyMetadata) {
        if (depth < DEEPEST) await visit(file, full, depth + 1)
        else skipped.push({ name: file, reason: 'a folder inside of a database' })
        continue
      }
      if (!found?.isFile()) continue
      const format = formatOf(name)
      const database = basename(path)
      if (format && (!onlyMetadata || format.format === 'metadata'))
        files.push({ file, path: full, size: found.size, database, ...format })
      else if (!onlyMetadata)
        skipped.push({ name: file, reason: 'no file of mongodump or mongoexport' })
    }
  }
  await visit('', root, 0)
  return { files, skipped }
}

async function namesIn(path: string): Promise<string[]> {
  try {
    return await readdir(path)
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'the folder cannot be read'
    throw new SourceError('unreadable', path, 0, reason, { cause: error })
  }
}

function formatOf(name: string): Pick<FoundFile, 'format' | 'gzip'> | undefined {
  if (/^prelude\.json(\.gz)?$/.test(name)) return { format: 'prelude', gzip: name.endsWith('.gz') }
  const named = namedFile(name)
  return named && { format: named.kind, gzip: named.gzip }
}
