import { randomUUID } from 'node:crypto'

import type { Scope } from './scope'
import { commitSession, enterScope, rollbackSession, type Session } from './session'

type Callback = () => Promise<void> | void

interface Transaction {
  readonly id: string
  /** The connection, from the first call on: until then whoever opened the transaction may still be finding out its scope. */
  session: Promise<Session> | undefined
  readonly afterCommit: Callback[]
}

/** The open transactions of one adapter. */
export interface Transactions {
  readonly begin: () => string
  readonly has: (id: unknown) => id is string
  /** The connection of a transaction, in this scope. @throws when it has another one. */
  readonly enter: (id: string, scope: Scope) => Promise<Session>
  /** Commits what was opened, then runs what waited for it. */
  readonly commit: (id: unknown) => Promise<void>
  readonly rollback: (id: unknown) => Promise<void>
  /** @returns false when there is no such transaction to wait for. */
  readonly afterCommit: (id: unknown, callback: Callback) => boolean
}

/**
 * Keeps the transactions that Payload opens. A connection is taken at the first call and not before: a request that holds one
 * while it still asks, on a second one, whose it is would wait for itself when the pool is small.
 *
 * @param open opens a connection for a transaction; `close` makes Payload forget it
 */
export function keepTransactions(
  open: (id: string) => Promise<Session>,
  close: (id: string) => void,
): Transactions {
  const transactions = new Map<string, Transaction>()

  const take = (id: unknown): Transaction | undefined => {
    const transaction = typeof id === 'string' ? transactions.get(id) : undefined
    if (transaction) transactions.delete(transaction.id)
    return transaction
  }

  return {
    begin: () => {
      const id = randomUUID()
      transactions.set(id, { id, session: undefined, afterCommit: [] })
      return id
    },
    has: (id): id is string => typeof id === 'string' && transactions.has(id),
    enter: async (id, scope) => {
      const transaction = transactions.get(id)
      if (!transaction) throw new Error('The transaction has ended')
      transaction.session ??= open(id)
      const session = await transaction.session
      enterScope(session, scope)
      return session
    },
    commit: async (id) => {
      const transaction = take(id)
      if (!transaction) return
      if (transaction.session) {
        const session = await transaction.session
        close(transaction.id)
        await commitSession(session)
      }
      for (const callback of transaction.afterCommit) await callback()
    },
    rollback: async (id) => {
      const transaction = take(id)
      const session = await transaction?.session?.catch(() => undefined)
      if (!transaction || !session) return
      close(transaction.id)
      await rollbackSession(session)
    },
    afterCommit: (id, callback) => {
      const transaction = typeof id === 'string' ? transactions.get(id) : undefined
      transaction?.afterCommit.push(callback)
      return transaction !== undefined
    },
  }
}
