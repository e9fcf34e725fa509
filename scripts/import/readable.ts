import { MapError } from '../../src/import/map/MapError'
import { SourceError } from '../../src/import/read/SourceError'
import { ImportError } from '../../src/import/write/ImportError'
import { CommandError } from '../support/CommandError'

/** What is wrong with the files, the map or the moment is said in a line, and not with a stack. */
export function readable(error: unknown): unknown {
  if (error instanceof ImportError) return new CommandError(error.message, error.hint)
  if (error instanceof SourceError || error instanceof MapError)
    return new CommandError(error.message)
  return error
}
