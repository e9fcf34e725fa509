import type { Payload } from 'payload'

import { openRejects } from '../read/openRejects'
import { openSource } from '../read/openSource'
import { type Source } from '../read/Source'
import { SourceError } from '../read/SourceError'
import { findRun } from './findRun'
import { type Run } from './runs'

/** The files that an import read, or others that stand in for them, as it read them. */
export const openRunSource = ({ options }: Pick<Run, 'options'>, path?: string): Promise<Source> =>
  (options.rejectsOf === undefined ? openSource : openRejects)(path ?? options.path)

/**
 * Where an import looks tenants up: in its own files, and if those are rejected documents of another, in those that came with them. Files
 * that are gone are left out: what has come in is known here.
 */
export async function lookupOf(
  payload: Payload,
  { options }: Pick<Run, 'options'>,
  source: Source,
): Promise<Source> {
  if (options.rejectsOf === undefined) return source
  const before = await findRun(payload, options.rejectsOf)
  try {
    const { collections, streams } = await lookupOf(payload, before, await openRunSource(before))
    return {
      ...source,
      streams: [...streams, ...source.streams],
      collections: [...collections, ...source.collections],
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    return source
  }
}
