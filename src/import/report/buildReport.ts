import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { type Connected } from '@/db/poolOf'
import { withScopeClient } from '@/db/withScopeClient'

import { rollbackOf } from '../rollback/markRollback'
import { remarkListSchema, type RemarkList } from '../verify/Verification'
import { importScope, type Run } from '../write/runs'
import { OUTCOMES, type Tally } from '../write/Tally'
import { tallyOf } from '../write/tallyOf'
import { readNotes, readRejects } from './readNotes'
import { type CollectionReport, type Outcomes, type Report } from './Report'
import { DISAPPEARED, loadVerification } from './runFiles'

/** Everything that is known of an import, from its row and the lists in its folder. */
export async function buildReport(connected: Connected, run: Run, folder: string): Promise<Report> {
  const tally = await tallyOf(connected, run)
  const { dangling, notes } = await readNotes(join(folder, 'notes.jsonl'))
  const verification = (await loadVerification(folder)) ?? null
  const collections = collectionsIn(tally)
  const counts = Object.entries(tally.dangling).map(([collection, count]) => ({
    collection,
    count,
  }))
  const rollback = rollbackOf(run)
  return {
    version: 1,
    madeAt: new Date().toISOString(),
    import: {
      id: run.id,
      source: run.source,
      status: run.status,
      createdAt: run.created_at.toISOString(),
      finishedAt: run.finished_at?.toISOString() ?? null,
      seconds: run.finished_at && (run.finished_at.getTime() - run.created_at.getTime()) / 1000,
      options: run.options,
    },
    totals: {
      documents: collections.reduce((sum, { documents }) => sum + documents, 0),
      outcomes: sumOf(collections.map(({ outcomes }) => outcomes)),
    },
    collections,
    losses: Object.entries(tally.losses)
      .flatMap(([collection, kinds]) =>
        Object.entries(kinds).map(([reason, count]) => ({ collection, reason, count })),
      )
      .sort((a, b) => b.count - a.count),
    rests: Object.entries(tally.rests).map(([collection, count]) => ({ collection, count })),
    dangling: { count: counts.reduce((sum, { count }) => sum + count, 0), counts, first: dangling },
    notes,
    rejects: await readRejects(join(folder, 'rejects.jsonl')),
    disappeared: (await loadDisappeared(folder)) ?? verification?.disappeared ?? null,
    durations: await loadDurations(connected, run),
    verification,
    rollback: rollback ? { began: rollback.began, ended: rollback.ended ?? null } : null,
    map: run.map,
  }
}

function collectionsIn({ outcomes }: Tally): CollectionReport[] {
  return Object.entries(outcomes)
    .map(([collection, tenants]): CollectionReport => {
      const own = Object.entries(tenants).map(([tenant, counts]) => ({ tenant, outcomes: counts }))
      const sum = sumOf(own.map((one) => one.outcomes))
      return { collection, tenants: own, outcomes: sum, documents: countOf(sum) }
    })
    .sort((a, b) => b.documents - a.documents)
}

const countOf = (outcomes: Outcomes): number =>
  OUTCOMES.reduce((sum, name) => sum + (outcomes[name] ?? 0), 0)

const sumOf = (all: readonly Outcomes[]): Outcomes =>
  Object.fromEntries(
    OUTCOMES.flatMap((name) => {
      const sum = all.reduce((count, outcomes) => count + (outcomes[name] ?? 0), 0)
      return sum === 0 ? [] : [[name, sum]]
    }),
  )

async function loadDisappeared(folder: string): Promise<RemarkList | undefined> {
  try {
    const text = await readFile(join(folder, DISAPPEARED), 'utf8')
    return remarkListSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

interface DurationRow {
  readonly stage: string
  readonly file: string
  readonly documents: number
  readonly seconds: number
}

/** How long each file took in each pass, from its first batch to its last. */
async function loadDurations(connected: Connected, { id }: Run): Promise<Report['durations']> {
  const { rows } = await withScopeClient(connected, importScope, (client) =>
    client.query<DurationRow>(
      `select stage, file, (state ->> 'read')::int as documents, extract(epoch from updated_at - created_at)::float as seconds
       from import_checkpoints where import = $1 order by created_at, stage, file`,
      [id],
    ),
  )
  return rows
}
