import { OPEN_STATUSES } from '@/leads/leadStatus'

interface Wish {
  readonly form?: string
  readonly status?: string
  /** Those for which somebody still has to do something. */
  readonly open?: boolean
}

/** The query of the list for a choice of leads. `exists` says “all” to a list that would show the open ones. */
export function queryOf({ form, status, open }: Wish): URLSearchParams {
  const query = new URLSearchParams()
  const at = (index: number, rest: string) => `where[or][0][and][${index}]${rest}`
  if (open) OPEN_STATUSES.forEach((one, index) => query.set(at(0, `[status][in][${index}]`), one))
  else if (status) query.set(at(0, '[status][equals]'), status)
  else query.set(at(0, '[status][exists]'), 'true')
  if (form) query.set(at(1, '[form][equals]'), form)
  return query
}

export const hrefOf = (base: string, wish: Wish): string => `${base}?${queryOf(wish).toString()}`
