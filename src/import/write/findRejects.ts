import { access } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

import { type Connected } from '@/db/poolOf'

import { isUuid } from '../isUuid'
import { findRun } from './findRun'
import { ImportError } from './ImportError'
import { type Run } from './runs'

export interface Rejects {
  readonly path: string
  /** The import that rejected them: they come in by its map. */
  readonly run: Run
}

/**
 * The reject file of an import, or a file that is a mended copy of one: then it is that of the import in whose folder it lies, else of the
 * last one.
 *
 * @throws ImportError when there is no such import or file
 */
export async function findRejects(
  connected: Connected,
  named: string,
  imports: string,
): Promise<Rejects> {
  if (await exists(named)) {
    const folder = basename(dirname(named))
    return { path: named, run: await findRun(connected, isUuid(folder) ? folder : undefined) }
  }
  if (/[/\\.]/.test(named)) throw new ImportError(`There is no file ${named}.`)
  const run = await findRun(connected, named)
  const path = join(imports, run.id, 'rejects.jsonl')
  if (await exists(path)) return { path, run }
  throw new ImportError(`The list of what import ${run.id} rejected is gone: ${path}`)
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
