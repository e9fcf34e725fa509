import { randomUUID } from 'node:crypto'

import type { Scope } from './scope'
import { commitSession, enterScope, rollbackSession, type Session } from './session'

type Callback = () => Promise<void> | void

interface Transaction {
  readonly id: string
  /** The connection, from the first call on: until then whoever opened the transaction may still be finding out its scope. */
  session: Promise<Session> | undefined
  readonly afterCommit: Callback[]
  /** The first error of a statement: PostgreSQL refuses everything after it. */
  fault: unknown
  /** Whether a part of it is open that may fail alone: what fails then ends the part, and not the transaction. */
  inPart: boolean
}

/** The open transactions of one adapter. */
export interface Transactions {
  readonly begin: () => string
  readonly has: (id: unknown) => id is string
  /** The connection of a transaction, in this scope. @throws when it has another one, and the error that has ended it. */
  readonly enter: (id: string, scope: Scope) => Promise<Session>
  /** Notes the error that has ended a transaction. @returns the first one. */
  readonly fail: (id: string, fault: unknown) => unknown
  readonly faultOf: (id: string) => unknown
  /** Commits what was opened, then runs what waited for it. @throws the error that has ended the transaction. */
  readonly commit: (id: unknown) => Promise<void>
  /** Runs a part of a transaction in a savepoint. What fails in it is undone, and nothing else; parts do not nest. */
  readonly part: <T>(id: string, scope: Scope, work: () => Promise<T>) => Promise<T>
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

  const enter = async (id: string, scope: Scope): Promise<[Transaction, Session]> => {
    const transaction = transactions.get(id)
    if (!transaction) throw new Error('The transaction has ended')
    transaction.session ??= open(id)
    const session = await transaction.session
    if (transaction.fault !== undefined) throw transaction.fault
    enterScope(session, scope)
    return [transaction, session]
  }

  return {
    begin: () => {
      const id = randomUUID()
      transactions.set(id, {
        id,
        session: undefined,
        afterCommit: [],
        fault: undefined,
        inPart: false,
      })
      return id
    },
    has: (id): id is string => typeof id === 'string' && transactions.has(id),
    enter: async (id, scope) => (await enter(id, scope))[1],
    part: async (id, scope, work) => {
      const [transaction, { client }] = await enter(id, scope)
      if (transaction.inPart) throw new Error('A part of a transaction has no parts')
      await client.query('savepoint part')
      const waiting = transaction.afterCommit.length
      transaction.inPart = true
      try {
        const result = await work()
        if (transaction.fault !== undefined) throw transaction.fault
        await client.query('release savepoint part')
        return result
      } catch (error) {
        transaction.afterCommit.length = waiting
        // Where the connection is gone, nothing can be undone and nothing is kept: then the first error counts, for the rest as well.
        transaction.fault = await client
          .query('rollback to savepoint part; release savepoint part')
          .then(
            () => undefined,
            () => error,
          )
        throw error
      } finally {
        transaction.inPart = false
      }
    },
    fail: (id, fault) => {
      const transaction = transactions.get(id)
      if (!transaction) return fault
      transaction.fault ??= fault
      return transaction.fault
    },
    faultOf: (id) => transactions.get(id)?.fault,
    commit: async (id) => {
      const transaction = take(id)
      if (!transaction) return
      if (transaction.session) {
        const session = await transaction.session
        close(transaction.id)
        // A bulk operation collects the errors of its documents and commits nonetheless (payload 3.90).
        if (transaction.fault !== undefined) {
          await rollbackSession(session)
          throw transaction.fault
        }
        await commitSession(session)
      }
      for (const callback of transaction.afterCommit) await callback()
    },
    rollback: async (id) => {
      // Payload ends the transaction of whatever fails in it (3.90). Whoever opened the part undoes it.
      if (typeof id === 'string' && transactions.get(id)?.inPart) return
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
