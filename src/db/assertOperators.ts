import { AtriumError } from '@/errors'

/** Operators of Payload's that ask for a point on a map, or (`all`) that its PostgreSQL adapter does not have (3.90). */
const MISSING = ['near', 'within', 'intersects', 'all']

/** Each word and each value of a list is a parameter of the statement, and of more than 65,535 the connection breaks. */
const MAX_LIKE = 1_000
const MAX_LISTED = 30_000
const LISTS = ['in', 'not_in']

/** @throws AtriumError QUERY_REJECTED for a `where` that would end inside of drizzle, as a mistake of the server's. */
export function assertOperators(where: unknown): void {
  if (checkWhere(where) > MAX_LISTED)
    throw new AtriumError('QUERY_REJECTED', {
      message: `A query lists up to ${MAX_LISTED.toLocaleString('en')} values.`,
    })
}

/** @returns how many values its lists have. */
function checkWhere(where: unknown): number {
  if (typeof where !== 'object' || where === null) return 0
  let listed = 0
  for (const [path, condition] of Object.entries(where as Record<string, unknown>)) {
    if (Array.isArray(condition)) for (const one of condition) listed += checkWhere(one)
    else if (typeof condition === 'object' && condition !== null)
      listed += checkCondition(path, condition)
  }
  return listed
}

function checkCondition(path: string, condition: object): number {
  let listed = 0
  for (const [operator, value] of Object.entries(condition)) {
    if (MISSING.includes(operator)) {
      throw new AtriumError('QUERY_REJECTED', {
        message: `“${operator}” is not available for “${path}”.`,
      })
    }
    if (!isPossible(operator, value)) {
      throw new AtriumError('QUERY_REJECTED', {
        message: `This is no value for “${operator}” of “${path}”.`,
      })
    }
    // `contains` of a relationship holds a query of its own.
    listed += Array.isArray(value) ? value.length : checkWhere(value)
    if (typeof value === 'string' && LISTS.includes(operator)) listed += value.split(',').length
  }
  return listed
}

/** Whether drizzle gets past the value: it splits what is to be like something, and spreads what something is to be in. */
function isPossible(operator: string, value: unknown): boolean {
  if (operator === 'like' || operator === 'not_like')
    return typeof value === 'string' && value.length <= MAX_LIKE
  if (LISTS.includes(operator)) return value !== null && value !== 'null'
  return true
}
