import { type Connected } from '@/db/poolOf'

import { ImportError } from './ImportError'
import { loadRuns, type Run } from './runs'

const LIST = 'npm run import:status lists them'

/**
 * The import that somebody means: by its id or the beginning of it, or the last one.
 *
 * @throws ImportError when there is none, or more than one
 */
export async function findRun(connected: Connected, id: string | undefined): Promise<Run> {
  if (id !== undefined && !/^[0-9a-f-]{4,36}$/i.test(id))
    throw new ImportError(`“${id}” is no id of an import.`, LIST)
  const runs = await loadRuns(connected, { ...(id !== undefined && { id: id.toLowerCase() }) })
  const [run, other] = runs
  if (!run)
    throw new ImportError(
      id === undefined ? 'Nothing was imported yet.' : `There is no import ${id}.`,
      LIST,
    )
  if (id !== undefined && other)
    throw new ImportError(`${runs.length} imports have an id that begins with ${id}.`, LIST)
  return run
}
