import type { Payload } from 'payload'

import { poolOf } from '@/db/poolOf'

import { ImportError } from './ImportError'

/** Any number that nothing else locks. */
const KEY = 7_236_884_001

/**
 * Runs `work` as the only import of the installation. The lock belongs to a transaction that stays open on a connection of its own: it
 * ends with the process, however that ends, and holds behind a pooler too.
 *
 * @throws ImportError while another import is at work, and `wait` is false
 */
export async function lockImports<T>(
  payload: Payload,
  { wait, onWait }: { readonly wait: boolean; readonly onWait: () => void },
  work: () => Promise<T>,
): Promise<T> {
  const client = await poolOf(payload).connect()
  let broken = false
  const noteLoss = () => {
    broken = true
  }
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
    return await work()
  } finally {
    client.off('error', noteLoss)
    if (!broken) await client.query('rollback').catch(noteLoss)
    client.release(broken)
  }
}
