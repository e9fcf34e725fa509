import type { PayloadRequest } from 'payload'

import type { Scope } from '@/db/scope'
import { withScope } from '@/db/withScope'

import { assertWanted } from '../importFile'
import { inOneTransaction, requestOf } from '../inOneTransaction'
import { inOrder, type ImportOptions, type ImportReport, type Rejected } from '../report'
import type { PageEntry } from './PageEntry'
import type { Languages } from '../languagesOf'
import { planPages } from './planPages'
import { withSearchLater } from './withSearchLater'
import { writePages } from './writePages'

export interface PageImport extends ImportOptions {
  readonly scope: Scope
  readonly tenant: string
  readonly languages: Languages
  readonly entries: readonly PageEntry[]
  /** What could not even be read. */
  readonly rejected: readonly Rejected[]
}

/**
 * Imports pages into a space, all of them or, when asked to, those that are right; or says what it would do.
 *
 * @throws AtriumError VALIDATION_FAILED with the report, when all were asked for and some are rejected.
 */
export async function importPages(from: PayloadRequest, asked: PageImport): Promise<ImportReport> {
  const { scope, tenant, languages, entries, dryRun } = asked
  const req = await requestOf(from)
  const plan = await withScope(scope, () => planPages({ req, scope, tenant }, entries, languages))
  const created = plan.steps.filter(({ isNew }) => isNew).length
  const planned: ImportReport = {
    imported: false,
    created,
    changed: plan.steps.length - created,
    unchanged: plan.unchanged,
    rejected: inOrder([...asked.rejected, ...plan.rejected]),
  }
  if (dryRun) return planned
  assertWanted(planned, asked)
  if (plan.steps.length === 0) return { ...planned, imported: true }
  return inOneTransaction(req, { scope, tenant }, async (assertTime) => {
    const asker = { req, scope, tenant }
    const written = await withSearchLater(asker, () => writePages(asker, plan.steps, assertTime))
    const report: ImportReport = {
      ...written,
      imported: true,
      unchanged: plan.unchanged,
      rejected: inOrder([...planned.rejected, ...written.rejected]),
    }
    assertWanted(report, asked)
    return report
  })
}
