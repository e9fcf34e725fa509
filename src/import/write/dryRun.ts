import type { Payload } from 'payload'

import { inScopes } from '@/db/inScopes'

import { type Transact } from './ImportContext'

/** Carries what `work` made out of a transaction that must not end well. */
class Over extends Error {
  constructor(readonly result: unknown) {
    super('A dry run ends here')
  }
}

/**
 * Does everything in one transaction, and takes it back: what would clash, be refused or be missing is found by doing it. Nothing of it is
 * visible to anybody else at any time.
 */
export async function dryRun<T>(
  payload: Payload,
  work: (transact: Transact) => Promise<T>,
): Promise<T> {
  let result: T | undefined
  try {
    await inScopes(payload, async (transaction) => {
      result = await work((part) => part(transaction))
      throw new Over(result)
    })
  } catch (error) {
    if (!(error instanceof Over)) throw error
  }
  if (result === undefined) throw new Error('The dry run did not end')
  return result
}
