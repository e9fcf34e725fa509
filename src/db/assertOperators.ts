import { AtriumError } from '@/errors'

/** Operators of Payload's that ask for a point on a map, or (`all`) that its PostgreSQL adapter does not have (3.90). */
const MISSING = ['near', 'within', 'intersects', 'all']

/** Each word is a parameter of the statement, and of more than 65,535 the connection breaks. */
const MAX_LIKE = 1_000

/** @throws AtriumError QUERY_REJECTED for a `where` that would end inside of drizzle, as a mistake of the server's. */
export function assertOperators(where: unknown): void {
  if (typeof where !== 'object' || where === null) return
  for (const [path, condition] of Object.entries(where as Record<string, unknown>)) {
    if (Array.isArray(condition)) condition.forEach(assertOperators)
    else if (typeof condition === 'object' && condition !== null) assertCondition(path, condition)
  }
}

function assertCondition(path: string, condition: object): void {
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
    assertOperators(value)
  }
}

/** Whether drizzle gets past the value: it splits what is to be like something, and spreads what something is to be in. */
function isPossible(operator: string, value: unknown): boolean {
  if (operator === 'like' || operator === 'not_like')
    return typeof value === 'string' && value.length <= MAX_LIKE
  if (operator === 'in' || operator === 'not_in') return value !== null && value !== 'null'
  return true
}
