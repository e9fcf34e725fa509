import { join } from 'node:path'

import type { Payload } from 'payload'

import { inScopes } from '@/db/inScopes'

import { parseMap } from '../map/parseMap'
import { copyCollections } from '../read/copyCollections'
import { type Source } from '../read/Source'
import { targets as allTargets } from '../targets'
import { type AnyTarget } from '../targets/Target'
import { BatchLog } from '../write/BatchLog'
import { type Transact } from '../write/ImportContext'
import { loadBeginnings, type Run } from '../write/runs'
import { Spaces } from '../write/Spaces'
import { emptyTally } from '../write/Tally'
import { BoundedList } from './BoundedList'
import { findGone } from './findGone'
import { IdBuckets } from './IdBuckets'
import { placeSource } from './placeSource'
import { type RemarkList } from './Verification'

interface Settings {
  /** Where there is room for ids. */
  readonly folder: string
  readonly most: number
  readonly lookup?: Source
  readonly targets?: readonly AnyTarget[]
}

/**
 * What earlier imports brought of the collections of a source, and it does not have any more. Nothing is deleted for it: the old system may have lost it, or
 * somebody made a smaller dump. The source is read once more, unless there was no import before.
 */
export async function findDisappeared(
  payload: Payload,
  files: Source,
  run: Run,
  { folder, lookup, most, targets = allTargets }: Settings,
): Promise<RemarkList> {
  const beginnings = await loadBeginnings(payload)
  const list = new BoundedList(most)
  const isFirst = [...beginnings.values()].every((began) => began >= run.created_at)
  if (isFirst || run.options.rejectsOf !== undefined) return list.list()
  const map = parseMap(run.map, files)
  const source = copyCollections(files, map)
  const transact: Transact = (work) => inScopes(payload, work)
  const spaces = new Spaces(payload, lookup ?? source, map, run.id, transact, { creates: false })
  await IdBuckets.with(join(folder, 'ids'), async (ids) => {
    const log = () => new BatchLog(emptyTally())
    const batches = placeSource({ run, spaces }, { source, map, targets, batchSize: 500, log })
    for await (const { groups } of batches) for (const { id } of groups.flat()) await ids.add(id)
    await findGone(ids, {
      run,
      source,
      map,
      transact,
      beginnings,
      slugOf: async (tenant) => (await spaces.ofId(tenant))?.slug ?? tenant,
      onGone: (gone, origin) => {
        if (gone === 'disappeared') list.add({ ...origin, reason: 'is not in the source any more' })
      },
    })
  })
  return list.list()
}
