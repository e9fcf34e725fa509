import { databaseFault } from '../../src/db/pgErrors'
import { CommandError, messageOf } from './CommandError'

/** Turns "permission denied" and "extension is not available" into the statement that mends it. */
export async function explainMissingRight<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const fault = databaseFault(error)
    const message = messageOf(error instanceof Error && error.cause ? error.cause : error)
    const extension = /extension "(\w+)"/.exec(message)?.[1]
    if (extension && fault?.sqlstate === '0A000') {
      throw new CommandError(
        `PostgreSQL on this server does not have the extension ${extension}.`,
        'install the contrib modules of your PostgreSQL (Debian: apt install postgresql-contrib), then run this again',
      )
    }
    if (fault?.sqlstate === '42501') {
      throw new CommandError(
        `The owner role may not do this: ${message}`,
        extension
          ? `as a superuser, in this database: CREATE EXTENSION ${extension};`
          : 'as a superuser, in this database: ALTER DATABASE <name> OWNER TO atrium_owner; ALTER SCHEMA public OWNER TO atrium_owner;',
      )
    }
    if (fault?.sqlstate === '42704' && /role "atrium_/.test(message)) {
      throw new CommandError(
        message,
        'create the roles as a superuser: psql -f src/db/sql/bootstrap/roles.sql',
      )
    }
    throw error
  }
}
