const DATABASES = new Set(['admin', 'config', 'local'])

/** Where a server before 8.3 keeps the measurements of a time series. */
export const BUCKETS = 'system.buckets.'

/** Why a collection is none of the application's, or undefined when it is. */
export function internalReason(database: string, collection: string): string | undefined {
  if (DATABASES.has(database) || database.startsWith('__mdb_internal'))
    return `the database ${database} belongs to the server`
  if (collection.startsWith('system.') && !collection.startsWith(BUCKETS))
    return 'system collections belong to the server'
  // `mongodump --dumpDbUsersAndRoles`
  if (collection.startsWith('$')) return 'users and roles of the server'
  return undefined
}
