import { type Connected, poolOf } from '@/db/poolOf'

import { ImportError } from './ImportError'

/** Any number that nothing else locks. */
const KEY = 7_236_884_001

const AGAIN = 'type it again when it is there; an import goes on with --resume'

/**
 * Runs `work` as the only import of the installation. The lock belongs to a transaction that stays open on a connection of its own: it
 * ends with the process, however that ends, and holds behind a pooler too. `work` is told when the connection is lost, and the lock with
 * it: another import may begin then.
 *
 * @throws ImportError while another import is at work, and `wait` is false
 */
export async function lockImports<T>(
  connected: Connected,
  { wait, onWait }: { readonly wait: boolean; readonly onWait: () => void },
  work: (lost: AbortSignal) => Promise<T>,
): Promise<T> {
  const client = await poolOf(connected).connect()
  const lost = new AbortController()
  const noteLoss = () => lost.abort(new ImportError('The database went away.', AGAIN))
  client.on('error', noteLoss)
  try {
    await client.query('begin; set local idle_in_transaction_session_timeout = 0')
    const { rows } = await client.query<{ free: boolean }>(
      'select pg_try_advisory_xact_lock($1) as free',
      [KEY],
    )
    if (rows[0]?.free !== true) {
      if (!wait)
        throw new ImportError(
          'Another import is at work.',
          'wait for it (npm run import:status), or add --wait',
        )
      onWait()
      await client.query('select pg_advisory_xact_lock($1)', [KEY])
    }
    return await work(lost.signal)
  } finally {
    client.off('error', noteLoss)
    if (!lost.signal.aborted) await client.query('rollback').catch(noteLoss)
    client.release(lost.signal.aborted)
  }
}

/** Whether an import is at work, in whatever process. */
export async function isImporting(connected: Connected): Promise<boolean> {
  // Asked of the list of locks: trying to get it would make an import that begins at this moment give up.
  const { rows } = await poolOf(connected).query<{ held: boolean }>(
    `select exists (
       select from pg_locks where locktype = 'advisory' and granted and objsubid = 1
         and database = (select oid from pg_database where datname = current_database())
         and (classid::bigint << 32) + objid::bigint = $1
     ) as held`,
    [KEY],
  )
  return rows[0]?.held === true
}
