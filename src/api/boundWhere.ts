import type { CollectionBeforeOperationHook } from 'payload'

import { AtriumError } from '@/errors'

/** More than the admin's filters or a site ever ask for at once; a few thousand keep the server busy for seconds. */
export const MAX_CONDITIONS = 200

/** Alternatives in alternatives: nobody means more, and what goes deeper fills the stack of whoever walks through it. */
const MAX_DEPTH = 20

const countAll = (values: readonly unknown[], depth: number): number =>
  values.reduce<number>((sum, value) => sum + countConditions(value, depth), 0)

/** How many conditions a `where` has, in all of its alternatives, and in the queries inside of its values. */
export function countConditions(where: unknown, depth = 0): number {
  if (depth > MAX_DEPTH) return Infinity
  if (typeof where !== 'object' || where === null || Array.isArray(where)) return 0
  return Object.values(where).reduce((sum, inner) => {
    if (Array.isArray(inner)) return sum + countAll(inner, depth + 1)
    return sum + 1 + (isObject(inner) ? countAll(Object.values(inner), depth + 1) : 0)
  }, 0)
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Bounds what somebody asks for over the network, before Payload looks at each condition of it. */
export const boundWhere: CollectionBeforeOperationHook = ({ args, req }) => {
  const where: unknown = Reflect.get(args, 'where')
  if (req.payloadAPI !== 'local' && countConditions(where) > MAX_CONDITIONS)
    throw new AtriumError('QUERY_REJECTED', {
      message: `A query has up to ${MAX_CONDITIONS} conditions, ${MAX_DEPTH} levels deep.`,
    })
  return args
}
