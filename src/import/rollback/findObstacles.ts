import type { PoolClient } from 'pg'

import { withScopeClient } from '@/db/withScopeClient'

import { rulesFor } from '../map/applyMap'
import { parseMap } from '../map/parseMap'
import { PAGE_VERSIONS } from '../rowCollection'
import { targets as allTargets } from '../targets'
import { type AnyTarget } from '../targets/Target'
import { STATE, tableOf } from '../write/rowState'
import { scopeOfSpace } from '../write/Spaces'
import { targetOf } from '../write/Stage'
import { type Tally } from '../write/Tally'
import { IS_IMPORTED } from '../write/versions/VersionedPage'
import { storedName } from '../write/writeDocuments'
import { collectionsByTable, joinToTop, type Restriction, topOf } from './foreignKeys'
import { type AffectedSpace, isMade, type Rollback } from './Rollback'

export const OBSTACLES = [
  /** Somebody changed it here since it came in. */
  'edited',
  /** Somebody deleted it here since. */
  'deleted',
  /** A later import wrote it. */
  'later',
  /** Something that the import did not make refers to it. */
  'used',
  /** As before, and the reference cannot be emptied. */
  'needed',
] as const

export type ObstacleKind = (typeof OBSTACLES)[number]

export interface Obstacle {
  readonly kind: ObstacleKind
  readonly tenant: string
  /** Of the source; of something that refers to a row, the collection here. */
  readonly collection: string
  readonly id: string
  readonly reason: string
}

/** Why an import cannot be rolled back as if nothing had happened since. */
export class Obstacles {
  readonly counts: Partial<Record<ObstacleKind, number>> = {}
  readonly first: Obstacle[] = []

  constructor(private readonly most: number) {}

  add(obstacle: Obstacle, count = 1): void {
    this.counts[obstacle.kind] = (this.counts[obstacle.kind] ?? 0) + count
    if (this.first.length < this.most) this.first.push(obstacle)
  }

  get count(): number {
    return Object.values(this.counts).reduce((sum, count) => sum + count, 0)
  }
}

interface Looking {
  readonly rollback: Rollback
  readonly client: PoolClient
  readonly space: AffectedSpace
  readonly obstacles: Obstacles
}

/** Looks for what people and later imports did in one space with what the import brought. */
export async function findObstacles(
  rollback: Rollback,
  space: AffectedSpace,
  obstacles: Obstacles,
): Promise<void> {
  await withScopeClient(rollback.payload, scopeOfSpace(space), async (client) => {
    await client.query('set transaction read only; set local statement_timeout = 0')
    const looking: Looking = { rollback, client, space, obstacles }
    for (const collection of space.collections) await findChangedRows(looking, collection)
    await findChangedDocuments(looking)
    await findUses(looking)
  })
}

interface FoundRow {
  readonly kind: ObstacleKind
  readonly collection: string
  readonly id: string
  readonly reason: string
  readonly total: string
}

/** Lists are bounded, counts are not. */
const LISTED = 200

function note({ obstacles, space }: Looking, rows: readonly FoundRow[]): void {
  for (const { collection, id, kind, reason } of rows)
    obstacles.add({ kind, collection, id, reason, tenant: space.slug })
  const [first] = rows
  const rest = Number(first?.total ?? 0) - rows.length
  if (first && rest > 0)
    obstacles.add({ ...first, id: '', reason: `and ${rest} more`, tenant: space.slug }, rest)
}

async function findChangedRows(looking: Looking, collection: string): Promise<void> {
  const { client, rollback } = looking
  const { end, later, payload, run } = rollback
  const table = tableOf(collection)
  // Payload itself deletes the oldest versions of a page that is saved.
  const gone = collection === PAGE_VERSIONS ? 'false' : 't.id is null'
  const { rows } = await client.query<FoundRow>(
    `select kind, collection, id, reason, count(*) over () as total from (
       select case when r.written_by = any($3::text[]) then 'later' when t.id is null then 'deleted' else 'edited' end as kind,
         r.source_collection as collection, r.source_id as id, $2 || ' ' || r.row_id as reason,
         r.written_by = any($3::text[]) or ${gone} or ${STATE.replaceAll('updated_at', 't.updated_at')} <> r.row_hash as differs
       from import_rows r left join ${table} t on t.id = r.row_id::uuid
       where r.row_collection = $2 and r.row_hash <> '' and r.written_by <> 'nobody' and (r.made_by = $1 or r.written_by = $1
         or exists (select from import_changes c where c.import = $1 and c.row_collection = $2 and c.row_id = r.row_id))
     ) found where differs order by id limit ${LISTED}`,
    [run.id, collection, later],
  )
  note(looking, rows)
  const isVersioned = Object.values(payload.collections).some(
    ({ config }) => config.slug === collection && config.versions,
  )
  if (!isVersioned) return
  // A draft of something that is published does not touch the row itself.
  const { rows: drafts } = await client.query<FoundRow>(
    `select 'edited' as kind, r.source_collection as collection, r.source_id as id,
       $2 || ' ' || r.row_id || ', a newer version' as reason, count(*) over () as total
     from import_rows r join ${table} t on t.id = r.row_id::uuid
     where r.row_collection = $2 and r.row_hash = ${STATE.replaceAll('updated_at', 't.updated_at')} and r.written_by = $1
       and exists (select from ${tableOf(`_${collection}_v`)} v where v.parent_id = t.id and v.created_at > $3 and not ${IS_IMPORTED})
     order by r.source_id limit ${LISTED}`,
    [run.id, collection, end],
  )
  note(looking, drafts)
}

async function findChangedDocuments(looking: Looking): Promise<void> {
  const { end, later, run } = looking.rollback
  const { rows } = await looking.client.query<FoundRow>(
    `select case when written_by = any($3::text[]) then 'later' else 'edited' end as kind, source_collection as collection, source_id as id,
       'documents ' || id as reason, count(*) over () as total
     from documents where (made_by = $1 or written_by = $1
         or exists (select from import_changes c where c.import = $1 and c.row_collection = 'documents' and c.row_id = documents.id::text))
       and (written_by = any($3::text[]) or updated_at > $2)
     order by id limit ${LISTED}`,
    [run.id, end, later],
  )
  note(looking, rows)
}

/** What refers to rows of the import and does not go with it. */
async function findUses(looking: Looking): Promise<void> {
  const { client, rollback } = looking
  const slugs = collectionsByTable(Object.keys(rollback.payload.collections))
  for (const restriction of rollback.keys.restrictions) {
    const target = slugs.get(restriction.target)
    const source = slugs.get(topOf(rollback.keys, restriction.source))
    if (target === undefined || source === undefined) continue
    const { joins, where, top } = usesOf(rollback, restriction, target, source)
    const { rows } = await client.query<FoundRow>(
      `select '${restriction.isRequired ? 'needed' : 'used'}' as kind, $3 as collection, ${top}::text as id,
         'refers to ' || $4 || ' ' || s."${restriction.column}"::text as reason, count(*) over () as total
       from "${restriction.source}" s ${joins} where ${where} order by 3 limit ${LISTED}`,
      [rollback.run.id, rollback.later, source, target],
    )
    note(looking, rows)
  }
}

/** The rows of a table that refer to rows which the import made, and belong to none that it made or changed. */
export function usesOf(
  { keys }: Pick<Rollback, 'keys'>,
  { column, source: table }: Restriction,
  target: string,
  source: string,
): { readonly joins: string; readonly where: string; readonly top: string } {
  const { id, joins } = joinToTop(keys, table)
  return {
    joins,
    top: id,
    where: `s."${column}" is not null and ${isMade(`'${target}'`, `s."${column}"::text`)}
      and not ${isMade(`'${source}'`, `${id}::text`)}
      and not exists (select from import_changes c where c.import = $1 and c.row_collection = '${source}' and c.row_id = ${id}::text)`,
  }
}

/** Documents that are kept whole leave nothing behind when somebody deletes them: they are counted. */
export async function findDeletedDocuments(
  { payload, run }: Rollback,
  space: AffectedSpace,
  tally: Tally,
  obstacles: Obstacles,
  targets: readonly AnyTarget[] = allTargets,
): Promise<void> {
  const { rows } = await withScopeClient(payload, scopeOfSpace(space), (client) =>
    client.query<{ database: string | null; collection: string; count: number }>(
      `select source_database as database, source_collection as collection, count(*)::int
       from documents where complete and made_by = $1 group by 1, 2`,
      [run.id],
    ),
  )
  const map = parseMap(run.map)
  for (const [name, tenants] of Object.entries(tally.outcomes)) {
    const made = Object.hasOwn(tenants, space.slug) ? (tenants[space.slug]?.created ?? 0) : 0
    const origin = originOf(name)
    if (made === 0 || targetOf(rulesFor(map, origin), targets)) continue
    const here = rows
      .filter(
        ({ collection, database }) =>
          collection === storedName(origin.name) &&
          (database ?? '') === storedName(origin.database),
      )
      .reduce((sum, { count }) => sum + count, 0)
    if (here < made)
      obstacles.add(
        {
          kind: 'deleted',
          collection: name,
          id: '',
          tenant: space.slug,
          reason: `${made - here} of ${made} documents are gone`,
        },
        made - here,
      )
  }
}

/** The other way round than `nameOf`. */
function originOf(name: string): { database: string; name: string } {
  const at = name.indexOf('/')
  return at < 0 ? { database: '', name } : { database: name.slice(0, at), name: name.slice(at + 1) }
}
