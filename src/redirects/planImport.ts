import type { CsvRow } from '@/csv/readCsv'
import { readAddress } from '@/locales/addresses'

import { normalizePath, problemOfPath } from './redirectPath'
import { normalizeTarget, pathOfTarget, problemOfTarget } from './redirectTarget'
import { isRedirectType, type RedirectType } from './redirectTypes'

export type Column = 'from' | 'to' | 'type'

/** A redirect as it is stored: to a page, or to an address. */
export interface PlannedRedirect {
  readonly from: string
  readonly reference: string | null
  readonly url: string | null
  readonly type: RedirectType
}

export interface Rejected {
  readonly line: number
  readonly from: string
  readonly to: string
  readonly reason: string
}

export interface ImportPlan {
  readonly created: readonly PlannedRedirect[]
  readonly changed: readonly PlannedRedirect[]
  readonly unchanged: number
  readonly rejected: readonly Rejected[]
}

/** What a space has when a file is imported into it. */
export interface SpaceState {
  readonly hosts: readonly string[]
  readonly redirects: ReadonlyMap<string, PlannedRedirect>
  /** By path. */
  readonly pages: ReadonlyMap<string, { readonly id: string; readonly published: boolean }>
}

/** As the database allows, see atrium_redirect_check. */
const MAX_STEPS = 20

interface Candidate {
  readonly row: CsvRow<Column>
  readonly redirect: PlannedRedirect
}

/** What importing a file would do, and which rows it would not take. Changes nothing. */
export function planImport(rows: readonly CsvRow<Column>[], state: SpaceState): ImportPlan {
  const rejected: Rejected[] = []
  const reject = (row: CsvRow<Column>, reason: string) =>
    rejected.push({ line: row.line, from: row.values.from ?? '', to: row.values.to ?? '', reason })

  const candidates = new Map<string, Candidate>()
  for (const row of rows) {
    const read = readRow(row, state)
    const twin = typeof read === 'string' ? undefined : candidates.get(read.from)
    if (typeof read === 'string') reject(row, read)
    else if (twin) reject(row, `Line ${twin.row.line} has the same old address.`)
    else candidates.set(read.from, { row, redirect: read })
  }
  rejectCircles(candidates, state, reject)

  const [created, changed]: PlannedRedirect[][] = [[], []]
  let unchanged = 0
  for (const { redirect } of candidates.values()) {
    const before = state.redirects.get(redirect.from)
    if (!before) created?.push(redirect)
    else if (isSame(before, redirect)) unchanged++
    else changed?.push(redirect)
  }
  return {
    created: created ?? [],
    changed: changed ?? [],
    unchanged,
    rejected: rejected.sort((a, b) => a.line - b.line),
  }
}

/** The redirect that a row means, or what is wrong with it. */
function readRow({ values }: CsvRow<Column>, state: SpaceState): PlannedRedirect | string {
  const from = normalizePath(values.from ?? '')
  const type = values.type || '301'
  const to = values.to ?? ''
  const problem = problemOfPath(from) ?? problemOfTarget(to)
  if (problem) return problem
  if (!isRedirectType(type)) return 'The type is 301, 302, 307 or 308.'
  if (state.pages.get(from)?.published)
    return 'A published page has this address, so nobody would be redirected.'
  const url = normalizeTarget(to, state.hosts)
  // A page is followed wherever it moves, in the language of the old address; an address of which it is a part is not the page.
  const isWhole = !/[?#]/.test(url) && readAddress(from).locale === readAddress(url).locale
  const page = isWhole ? state.pages.get(pathOfTarget(url) ?? '') : undefined
  if (pathOfTarget(url) === from) return 'This redirect would lead to itself.'
  return page ? { from, reference: page.id, url: null, type } : { from, reference: null, url, type }
}

/** Takes out the rows that would lead round in circles, with what is there already, until none is left. */
function rejectCircles(
  candidates: Map<string, Candidate>,
  { redirects }: SpaceState,
  reject: (row: CsvRow<Column>, reason: string) => void,
): void {
  const nextOf = (from: string): string | undefined => {
    const { url } = candidates.get(from)?.redirect ?? redirects.get(from) ?? {}
    return url ? pathOfTarget(url) : undefined
  }
  for (let found = true; found;) {
    found = false
    for (const [from, { row }] of candidates) {
      const reason = problemOfWay(from, nextOf)
      if (!reason) continue
      candidates.delete(from)
      reject(row, reason)
      found = true
    }
  }
}

function problemOfWay(
  from: string,
  nextOf: (from: string) => string | undefined,
): string | undefined {
  let step = nextOf(from)
  for (let steps = 0; step !== undefined; steps++) {
    if (step === from) return 'This redirect leads back here through others, round in a circle.'
    if (steps >= MAX_STEPS) return 'This address is redirected more than twenty times in a row.'
    step = nextOf(step)
  }
  return undefined
}

const isSame = (a: PlannedRedirect, b: PlannedRedirect): boolean =>
  a.reference === b.reference && a.url === b.url && a.type === b.type
