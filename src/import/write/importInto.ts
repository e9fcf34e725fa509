import { type ScopesTransaction } from '@/db/inScopes'

import { type AnyTarget, isVersionTarget } from '../targets/Target'
import { type BatchLog } from './BatchLog'
import { type ImportContext } from './ImportContext'
import { importRows } from './importRows'
import { type Placed } from './Placed'
import { importVersions } from './versions/importVersions'

/** Brings in documents of one space (or tenants), as rows or as versions of rows. */
export const importInto = (
  context: ImportContext,
  target: AnyTarget,
  transaction: ScopesTransaction,
  group: readonly Placed[],
  log: BatchLog,
  options: { readonly final?: boolean } = {},
): Promise<void> =>
  isVersionTarget(target)
    ? importVersions(context, target, transaction, group, log, options)
    : importRows(context, target, transaction, group, log, options)
