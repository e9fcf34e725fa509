import { databaseFault, isUnavailable } from '../../src/db/pgErrors'
import { AtriumError } from '../../src/errors'
import { MapError } from '../../src/import/map/MapError'
import { SourceError } from '../../src/import/read/SourceError'
import { ImportError } from '../../src/import/write/ImportError'
import { CommandError, hasCode, messageOf } from '../support/CommandError'

/** What is wrong with the files, the map or the moment is said in a line, and not with a stack. */
export function readable(error: unknown): unknown {
  if (error instanceof ImportError) return new CommandError(error.message, error.hint)
  if (error instanceof SourceError || error instanceof MapError)
    return new CommandError(error.message)
  const outage = outageOf(error)
  if (outage === undefined) return error
  return new CommandError(
    `${outage}: ${reasonOf(error)}\nWhat was written before stays, and nothing is there by half.`,
    'mend that, and type it again; an import goes on with --resume',
  )
}

/** What a full disk says, and one that may not be written to. */
const DISK = ['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS']

/** What is gone that everything needs, in words; undefined when something else is wrong. */
function outageOf(error: unknown): string | undefined {
  if (DISK.some((code) => hasCode(error, code))) return 'The disk takes no more'
  if (isFull(error)) return 'The database has no room left'
  if (isUnavailable(error)) return 'The database went away'
  if (!(error instanceof AtriumError)) return undefined
  if (error.code === 'STORAGE_UNAVAILABLE') return 'A file cannot be stored'
  if (error.code !== 'DATABASE_UNAVAILABLE') return undefined
  return error.internal === DISK_FULL ? 'The database has no room left' : 'The database went away'
}

/** PostgreSQL: disk_full. */
const DISK_FULL = '53100'

/** Of a quota, and of a file that may not become longer, there is no code of its own (PostgreSQL 16). */
function isFull(error: unknown): boolean {
  const fault = databaseFault(error)
  return fault?.sqlstate === DISK_FULL || fault?.hint === 'Check free disk space.'
}

function reasonOf(error: unknown): string {
  if (error instanceof AtriumError) return error.internal ?? error.message
  return error instanceof Error && error.cause !== undefined
    ? reasonOf(error.cause)
    : messageOf(error)
}
