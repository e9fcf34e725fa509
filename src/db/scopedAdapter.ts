import { randomUUID } from 'node:crypto'

import { postgresAdapter } from '@payloadcms/db-postgres'
import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import type { DatabaseAdapterObj, Payload, PayloadRequest } from 'payload'
import type pg from 'pg'

import { AtriumError } from '@/errors'
import { isolationOf } from '@/tenancy/collectionKinds'

import { transactionsOf } from './afterCommit'
import { assertRuntimeRole } from './assertRuntimeRole'
import { assertCatalog } from './catalog/assertCatalog'
import { connectPool } from './connectPool'
import { assertOperators } from './assertOperators'
import { deleteById } from './deleteById'
import { identityReads } from './identityReads'
import { identityWrites } from './identityWrites'
import { nameTenant } from './nameTenant'
import { ownJob, refuseForeignClaim } from './ownJob'
import { withoutForeignId } from './givenId'
import { withGivenVersionId } from './givenVersionId'
import { endsTransaction, isAftermath, translateFault, type FaultContext } from './pgErrors'
import { hideAddedColumns } from './rls/addedColumns'
import { declareIsolation } from './rls/declareIsolation'
import { tableClasses } from './rls/tableClasses'
import { tenantColumns } from './rls/tenantColumns'
import type { Scope } from './scope'
import {
  commitSession,
  endRead,
  enterScope,
  openSession,
  rollbackSession,
  type Session,
} from './session'
import { keepTransactions } from './transactions'
import { currentScope, noteOutage } from './withScope'

type PostgresAdapterArgs = Parameters<typeof postgresAdapter>[0]
type Adapter = ReturnType<ReturnType<typeof postgresAdapter>['init']>

/** What every adapter method takes, as far as the seam looks at it. */
interface CallArgs {
  collection?: string
  req?: Partial<PayloadRequest>
  where?: unknown
  data?: Record<string, unknown>
}

type Method = (this: unknown, args: CallArgs) => Promise<unknown>

/** Methods that only read: their commit is not waited for. */
export const READS = [
  'count',
  'countGlobalVersions',
  'countVersions',
  'find',
  'findDistinct',
  'findGlobal',
  'findGlobalVersions',
  'findOne',
  'findVersions',
  'queryDrafts',
] as const

export const WRITES = [
  'create',
  'createGlobal',
  'createGlobalVersion',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'updateGlobal',
  'updateGlobalVersion',
  'updateJobs',
  'updateMany',
  'updateOne',
  'updateVersion',
  'upsert',
] as const

/** Ours instead of Payload's. */
export const REPLACED = [
  'beginTransaction',
  'commitTransaction',
  'connect',
  'destroy',
  'rollbackTransaction',
] as const

/**
 * Called by the methods above on the transaction that they were given, or at build and migration time only. None of them
 * reaches a table by itself as the runtime role, which is granted nothing outside of a scope.
 */
export const INTERNAL = [
  'blocksToJsonMigrator',
  'countDistinct',
  'createDatabase',
  'createExtensions',
  'createJSONQuery',
  'createMigration',
  'defaultDrizzleSnapshot',
  'deleteWhere',
  'dropDatabase',
  'execute',
  'generateSchema',
  'init',
  'insert',
  'migrate',
  'migrateDown',
  'migrateFresh',
  'migrateRefresh',
  'migrateReset',
  'migrateStatus',
  'rejectInitializing',
  'requireDrizzleKit',
  'resolveInitializing',
] as const

export interface ScopedAdapterOptions extends Omit<PostgresAdapterArgs, 'push' | 'pool' | 'pg'> {
  /** Connection settings for the runtime role. A function, so that tools can load the config without a database. */
  pool: () => pg.PoolConfig
  /** The scope of a call that has no explicit one: from its request. `undefined` is denied. */
  resolveScope: (
    req: Partial<PayloadRequest> | undefined,
    payload: Payload,
  ) => Promise<Scope | undefined>
  /** Messages for broken unique rules, by collection. */
  clashes: Record<string, FaultContext['clashes']>
}

const isEmpty = (where: unknown): boolean =>
  where === undefined ||
  (typeof where === 'object' && where !== null && Object.keys(where).length === 0)

/**
 * Payload's PostgreSQL adapter, with every call inside a scope: one short transaction per call, or the caller's own.
 * A call whose scope nobody can tell is refused. Nothing in Payload can reach a table around this.
 */
export function scopedAdapter({
  pool,
  resolveScope,
  clashes,
  ...options
}: ScopedAdapterOptions): DatabaseAdapterObj {
  const base = postgresAdapter({
    ...options,
    pool: {},
    push: false,
    disableCreateDatabase: true,
    // Only for whoever says so beside the data, see givenId.ts.
    allowIDOnCreate: true,
    beforeSchemaInit: [...(options.beforeSchemaInit ?? []), tenantColumns],
    afterSchemaInit: [...(options.afterSchemaInit ?? []), declareIsolation],
  })

  return {
    ...base,
    init: ({ payload }) => seal(base.init({ payload }), payload),
  }

  function seal(adapter: Adapter, payload: Payload): Adapter {
    // Whoever waits for it gets the error; when nobody does, a failed start is not an unhandled rejection as well.
    void adapter.initializing.catch(() => {})

    const scopeOf = async (req: CallArgs['req']): Promise<Scope> => {
      const scope = currentScope() ?? (await resolveScope(req, payload))
      if (scope) return scope
      throw new AtriumError('SCOPE_REQUIRED', {
        internal:
          'A database call without a scope: wrap it in withScope(), or pass the `req` of its request.',
      })
    }

    const open = async (id: string, { sequential = false } = {}): Promise<Session> => {
      await adapter.initializing
      const session = await openSession(adapter.pool as pg.Pool, adapter.schema, id, {
        logger: Boolean(options.logger),
        sequential,
      })
      adapter.sessions[id] = session as unknown as Adapter['sessions'][string]
      return session
    }
    const close = (id: string) => {
      delete adapter.sessions[id]
    }
    const transactions = keepTransactions(open, close)
    transactionsOf.set(adapter, transactions)

    /** One call in a transaction of its own, with a `req` that is the given one but for the transaction. */
    const callAlone = async (
      method: Method,
      args: CallArgs,
      scope: Scope,
      reads: boolean,
    ): Promise<unknown> => {
      const session = await open(randomUUID())
      try {
        enterScope(session, scope)
        const req = Object.create(args.req ?? null, {
          transactionID: { value: session.id, writable: true },
        }) as Partial<PayloadRequest>
        const result = await method.call(adapter, { ...args, req })
        await session.entering
        if (!reads) await commitSession(session)
        else endRead(session)
        return result
      } catch (error) {
        if (!session.ended) await rollbackSession(session)
        throw error
      } finally {
        close(session.id)
      }
    }

    const methods = adapter as unknown as Record<string, Method>
    const tenantCollections = new Set(
      payload.config.collections
        .filter((collection) => isolationOf(collection)?.isolation === 'tenant')
        .map(({ slug }): string => slug),
    )

    /** One call in a transaction of the caller's. */
    const callInside = async (
      id: string,
      method: Method,
      args: CallArgs,
      scope: Scope,
      translate: (error: unknown) => unknown,
    ): Promise<unknown> => {
      await transactions.enter(id, scope)
      try {
        return await method.call(adapter, args)
      } catch (error) {
        if (isAftermath(error)) throw transactions.faultOf(id) ?? error
        throw endsTransaction(error) ? transactions.fail(id, translate(error)) : error
      }
    }

    const scoped = (name: (typeof READS | typeof WRITES)[number]): Method => {
      const method = methods[name] as Method
      const reads = READS.some((read) => read === name)
      return async function (given) {
        const translate = (error: unknown) =>
          translateFault(error, {
            collection: given.collection,
            clashes: clashes[given.collection ?? ''] ?? {},
            deletes: name.startsWith('delete'),
            queries: reads && !isEmpty(given.where),
          })
        try {
          const scope = await scopeOf(given.req)
          assertOperators(given.where)
          refuseForeignClaim(name, given)
          const named = nameTenant(
            name,
            withoutForeignId(name, given, payload),
            scope,
            tenantCollections,
          )
          const args = ownJob(name, named, scope)
          const id: unknown = await args.req?.transactionID
          return transactions.has(id)
            ? await callInside(id, method, args, scope, translate)
            : await callAlone(method, args, scope, reads)
        } catch (error) {
          payload.logger.debug({ err: error, msg: 'Database call failed' })
          const fault = translate(error)
          if (fault instanceof AtriumError && fault.code === 'DATABASE_UNAVAILABLE')
            noteOutage(fault)
          throw fault
        }
      }
    }

    methods.find = identityReads(methods.find as Method)
    methods.updateOne = identityWrites(adapter, methods.updateOne as Method)
    methods.createVersion = withGivenVersionId(methods.createVersion as Method)
    methods.deleteOne = deleteById(methods.deleteOne as Method, methods.findOne as Method)
    for (const name of [...READS, ...WRITES]) methods[name] = scoped(name)

    const findOne = methods.findOne as Method
    methods.findOne = async function (args) {
      // Payload asks "is there any user?" before it shows the sign-in, and offers to create the first one when there is
      // none. Accounts are made by `npm run admin:create` and by invitation, so the answer is always yes.
      if (args.collection === 'users' && isEmpty(args.where)) return { id: 'any' }
      return findOne.call(adapter, args)
    }

    adapter.beginTransaction = () => Promise.resolve(transactions.begin())
    adapter.commitTransaction = async (id) => {
      try {
        await transactions.commit(await id)
      } catch (error) {
        throw translateFault(error, { collection: undefined, clashes: {} })
      }
    }
    adapter.rollbackTransaction = async (id) => transactions.rollback(await id)

    adapter.connect = async () => {
      const settings = pool()
      try {
        const connected = await connectPool(settings, payload.logger)
        await assertRuntimeRole(connected)
        await assertCatalog(connected, [...tableClasses(adapter).values()])
        hideAddedColumns(adapter)
        adapter.pool = connected as unknown as Adapter['pool']
        // Only a fallback of Payload's: outside of a session the runtime role is refused every table.
        adapter.drizzle = drizzle({
          client: connected,
          schema: adapter.schema,
        }) as unknown as Adapter['drizzle']
        adapter.resolveInitializing()
      } catch (error) {
        adapter.rejectInitializing()
        throw error
      }
    }
    const destroy = adapter.destroy?.bind(adapter)
    adapter.destroy = async () => {
      const ending = adapter.pool as unknown as pg.Pool | undefined
      await destroy?.()
      await ending?.end()
    }
    return adapter
  }
}
