import { setImmediate } from 'node:timers/promises'

import { readInScope } from '@/db/readInScope'

import { loadDocuments } from '../documents'
import type { Rejected } from '../report'
import { loadContents, type Asker, type PageContent } from './loadContents'
import { loadTree } from './loadTree'
import { matchEntries, pagesOf, type Match } from './matchEntries'
import { whatIs, type PageEntry } from './PageEntry'
import type { Languages } from '../languagesOf'
import type { PageStep } from './PageStep'
import { planPage } from './planPage'
import { valuesOf } from './resolveEntry'
import { settleTree } from './settleTree'

export interface PagePlan {
  readonly steps: readonly PageStep[]
  readonly unchanged: number
  readonly rejected: readonly Rejected[]
}

const PIECE = 200

/** What importing pages would do, and what would not be taken. Writes nothing. */
export async function planPages(
  asker: Asker,
  entries: readonly PageEntry[],
  languages: Languages,
): Promise<PagePlan> {
  const { req, scope, tenant } = asker
  const rejected: Rejected[] = []
  const reject = (entry: PageEntry, reason: string) => {
    rejected.push({ ...entry.place, what: whatIs(entry), reason })
  }
  const { tree, documents } = await readInScope(req.payload, scope, async (client) => ({
    tree: await loadTree(client, tenant),
    documents: await loadDocuments(client, tenant, entries.flatMap(valuesOf)),
  }))
  const matches = matchEntries(entries, tree, reject)
  const pageInFile = pagesOf(matches)
  const steps: PageStep[] = []
  let unchanged = 0
  for (let start = 0; start < matches.length; start += PIECE) {
    const piece = matches.slice(start, start + PIECE)
    const contents = await contentsOf(asker, piece, languages)
    for (const match of piece) {
      // Others are served meanwhile.
      await setImmediate()
      const content = contents.get(match.id)
      const planner = { asker, languages, documents, pageInFile, tree }
      const step = await planPage(planner, match, content)
      if (typeof step === 'string') reject(match.entry, step)
      else if (step.saves.length === 0) unchanged++
      else if (match.page?.changing) reject(match.entry, CHANGING)
      else steps.push(step)
    }
  }
  const kept = settleTree(steps, tree, languages, ({ entry }, reason) => reject(entry, reason))
  return { steps: kept, unchanged, rejected }
}

const CHANGING =
  'Somebody has changed this page and not published that yet. Publish or revert it first.'

const contentsOf = async (
  asker: Asker,
  matches: readonly Match[],
  { offered }: Languages,
): Promise<ReadonlyMap<string, PageContent>> => {
  const pages = matches.flatMap(({ page }) => page ?? [])
  const { contents } = await loadContents(asker, pages, offered)
  return new Map(contents.map((content) => [content.page.id, content]))
}
