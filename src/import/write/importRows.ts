import type { CollectionSlug } from 'payload'
import type { PoolClient } from 'pg'

import { type ScopesTransaction } from '@/db/inScopes'
import { type Scope } from '@/db/scope'
import { DEFAULT_LOCALE } from '@/locales/locales'

import { idText } from '../bson/idText'
import { importedId } from '../importedId'
import { type MappedReference } from '../map/MappedValue'
import { Refusal, type PlainValue, type Prepared, type Target } from '../targets/Target'
import { type BatchLog } from './BatchLog'
import { type ImportContext } from './ImportContext'
import { isTaken, refuseTaken } from './isTaken'
import { type Placed } from './Placed'
import { referencesIn, resolveReferences } from './resolveReferences'
import { rowEntries, type RowEntry } from './rowEntries'
import { stateOf, writeColumns } from './rowState'
import { importScope } from './runs'
import { languagesOf, scopeOfSpace, tenantIdOf } from './Spaces'
import { isElsewhere, refuseOther, refuseTwice, writeDocuments } from './writeDocuments'
import { draftInstead, loadRow, refusalOf, requestFor, writeRow } from './writeRow'

interface Rows {
  readonly context: ImportContext
  readonly target: Target
  readonly transaction: ScopesTransaction
  readonly scope: Scope
  readonly log: BatchLog
  /** What the map of ids knows of the documents of the batch, and of all that they refer to. */
  readonly known: Map<string, RowEntry>
  /** Nothing more will come in: what is missing is missing. */
  readonly final: boolean
}

/** Brings in documents of one space (or tenants) as rows of a collection, one after the other. */
export async function importRows(
  context: ImportContext,
  target: Target,
  transaction: ScopesTransaction,
  group: readonly Placed[],
  log: BatchLog,
  { final = false } = {},
): Promise<void> {
  const space = group[0]?.space
  const scope = space ? scopeOfSpace(space) : importScope
  const ids = group.flatMap((placed) => [
    placed.id,
    ...referencesIn(placed.document.mapped.values).map((one) => idOf(context, placed, one)),
    ...rowReference(context, placed),
  ])
  const known = await transaction.inScope(scope, (client) => rowEntries.load(client, ids))
  const rows: Rows = { context, target, transaction, scope, log, known, final }
  for (const placed of group) await importRow(rows, placed)
}

/** The id in the map of ids of what a value refers to. A document refers to those of its own space only. */
export const idOf = (
  { tenantCollections }: Pick<ImportContext, 'tenantCollections'>,
  { space }: Pick<Placed, 'space'>,
  { collection, id }: Pick<MappedReference, 'collection' | 'id'>,
): string =>
  tenantCollections.has(collection) || !space
    ? tenantIdOf(collection, id)
    : importedId(space.id, collection, id)

/** The document whose row this one belongs to, if it has none of its own. */
export function rowReference(
  context: Pick<ImportContext, 'tenantCollections'>,
  placed: Placed,
): string[] {
  const { item, mapped } = placed.document
  return mapped.id && mapped.id.collection !== item.collection.name
    ? [idOf(context, placed, { collection: mapped.id.collection, id: mapped.id.value })]
    : []
}

async function importRow(rows: Rows, placed: Placed): Promise<void> {
  const { log, known, final, context, target } = rows
  const { hash, item } = placed.document
  const before = known.get(placed.id)
  if (before && before.hash === hash && !mayGoOn(before, final))
    return log.outcome(placed, 'unchanged')
  if (before && isElsewhere(before.database, item.collection.database))
    return log.reject(placed, refuseOther.refused)
  if (before && !final && before.hash !== hash && before.writtenBy === context.run.id)
    return log.reject(placed, refuseTwice.refused)
  if (target.slug === 'tenants' && !before?.state && (await isTakenIn(rows, placed)))
    return giveUp(rows, placed, before, { rowId: placed.id, missing: [], reason: refuseTaken })
  const rowId = await rowOf(rows, placed, before)
  if (rowId === undefined)
    return giveUp(rows, placed, before, {
      rowId: placed.id,
      missing: ['the document whose row it belongs to'],
      reason: 'the document whose row it belongs to has not come in',
    })
  await writeDocument(rows, placed, before, rowId)
}

const isTakenIn = ({ transaction }: Rows, placed: Placed): Promise<boolean> =>
  transaction.inScope(importScope, (client) => isTaken(client, placed))

/** Whether a document that is as it was may be written nonetheless: something that it refers to may have come in. */
const mayGoOn = ({ missing, state }: RowEntry, final: boolean): boolean =>
  missing.length > 0 && (final || state === '')

/** The id of the row: its own, or that of another document's row. Undefined while that has not come in. */
async function rowOf(
  { context, known, target }: Rows,
  placed: Placed,
  before: RowEntry | undefined,
): Promise<string | undefined> {
  if (before && before.state !== '') return before.rowId
  const [other] = rowReference(context, placed)
  if (other !== undefined) {
    const entry = known.get(other)
    return entry?.state ? entry.rowId : undefined
  }
  if (target.slug !== 'tenants') return placed.id
  // A tenant that is here already is that tenant.
  const { slug } = placed.document.mapped.values
  const here = typeof slug === 'string' ? await context.spaces.known(slug) : undefined
  return here?.id ?? placed.id
}

async function writeDocument(
  rows: Rows,
  placed: Placed,
  before: RowEntry | undefined,
  rowId: string,
): Promise<void> {
  const { context, target, transaction, scope, log } = rows
  const req = await requestFor(context.payload, transaction.req)
  const [existing, state] = await transaction.inScope(scope, async (client) => [
    await loadRow(context.payload, req, target, rowId),
    await stateOf(client, target.slug, rowId),
  ])
  const edited = editOf(rows, placed, before, existing !== null, state)
  if (edited !== undefined) {
    log.note(placed, 'edited', { path: '$', reason: edited })
    await transaction.inScope(scope, (client) =>
      before || !existing ? Promise.resolve() : adopt(rows, client, placed, rowId),
    )
    // In the last pass it has been counted.
    return rows.final ? undefined : log.outcome(placed, 'edited')
  }
  const missing: string[] = []
  const row: RowInProgress = { rowId, before, existing: existing ?? undefined, missing }
  const refused = await tryToWrite(rows, placed, row)
  if (refused === undefined) {
    if (!before || before.state === '') log.outcome(placed, existing ? 'updated' : 'created')
    else if (!rows.final) log.outcome(placed, 'updated')
    if (rows.final && rows.known.get(placed.id)?.writtenBy === context.run.id)
      noteDangling(rows, placed, missing)
  } else await giveUp(rows, placed, before, { rowId, existing, missing, reason: refused })
}

interface RowInProgress {
  readonly rowId: string
  readonly before: RowEntry | undefined
  readonly existing: Readonly<Record<string, unknown>> | undefined
  /** References that lead nowhere, so far. */
  readonly missing: string[]
}

/** Why a row is left as it is: somebody works with it here. */
function editOf(
  { context, target }: Rows,
  placed: Placed,
  before: RowEntry | undefined,
  isThere: boolean,
  state: string | undefined,
): string | undefined {
  if (context.run.options.overwriteEdited) return undefined
  if (!before)
    return isThere && target.slug === 'tenants'
      ? 'a space of this name is here already, and stays as it is'
      : undefined
  if (before.state === '') return undefined
  if (!isThere) return 'it was deleted here since it came in'
  return state === before.state ? undefined : 'it was changed here since it came in'
}

/** Notes that a row which was here before is what a document would have become. */
async function adopt(
  { context, target, known }: Rows,
  client: PoolClient,
  placed: Placed,
  rowId: string,
): Promise<void> {
  const entry = await rowEntries.save(client, placed, undefined, {
    tenant: placed.space?.id ?? rowId,
    run: ADOPTED,
    target: target.slug,
    rowId,
    state: (await stateOf(client, target.slug, rowId)) ?? '',
    missing: [],
  })
  known.set(placed.id, entry)
  context.spaces.forget()
}

/** Who made a row that no import made: a roll back leaves it alone. */
export const ADOPTED = 'nobody'

/** Writes a document, as a draft if it cannot be published. Why it cannot be written at all, or nothing. */
async function tryToWrite(
  rows: Rows,
  placed: Placed,
  row: RowInProgress,
): Promise<string | undefined> {
  try {
    await writeOnce(rows, placed, row, undefined)
    return undefined
  } catch (error) {
    const reason = refusalOf(error)
    if (reason === undefined) throw error
    if (rows.target.slug !== 'pages' || error instanceof Refusal) return reason
    return tryAsDraft(rows, placed, row, reason)
  }
}

async function tryAsDraft(
  rows: Rows,
  placed: Placed,
  row: RowInProgress,
  reason: string,
): Promise<string | undefined> {
  row.missing.length = 0
  try {
    await writeOnce(rows, placed, row, 'draft')
    if (rows.final || row.missing.length === 0)
      rows.log.note(placed, 'target', draftInstead(reason))
    return undefined
  } catch (error) {
    return refusalOf(error) === undefined ? throwOn(error) : reason
  }
}

const throwOn = (error: unknown): never => {
  throw error
}

/** The row, its place in the map of ids, what it overwrote, and what no rule maps, all or nothing. */
async function writeOnce(
  rows: Rows,
  placed: Placed,
  row: RowInProgress,
  status: 'draft' | undefined,
): Promise<void> {
  const { context, target, transaction, scope, log, known, final } = rows
  const { rowId, before, existing, missing } = row
  const tenant = placed.space?.id ?? rowId
  await transaction.part(scope, async (client) => {
    const mapped = resolveReferences(placed.document.mapped.values, (reference) => {
      const entry = known.get(idOf(context, placed, reference))
      if (entry?.state) return entry.rowId
      missing.push(`${reference.collection} ${idText(reference.id)}`)
      return undefined
    })
    const values = target.slug === 'tenants' ? { ...languagesOf(context.map), ...mapped } : mapped
    const prepared = await target.prepare(values, {
      tenant,
      tenantName: placed.tenantName,
      tenantSlug: placed.space?.slug,
      locales: placed.space?.locales ?? [DEFAULT_LOCALE],
      id: rowId,
      existing,
      files: context.run.options.files,
      find: async (collection: CollectionSlug, oldId: string) => {
        const found = await rowEntries.find(client, collection, oldId)
        if (found === undefined) missing.push(`${collection} ${oldId}`)
        return found
      },
    })
    const isSame = before?.hash === placed.document.hash && sameSet(before.missing, missing)
    if (final && before && before.state !== '' && isSame) {
      if (before.writtenBy === context.run.id)
        for (const note of prepared.notes) log.note(placed, 'target', note)
      return
    }
    if (existing && !isOwnRow(rows, placed, before))
      await noteChange(client, rows, tenant, rowId, existing)
    await writeRow(context.payload, transaction.req, {
      target,
      id: rowId,
      tenant: placed.space?.id,
      prepared: status === undefined ? prepared : { ...prepared, status },
      existing,
      isDry: context.isDry,
    })
    await writeColumns(client, target.slug, rowId, {
      columns: prepared.columns,
      ...(hasTrash(context, target) && { deletedAt: textOf(values.deletedAt) ?? null }),
      hasDrafts: Boolean(context.payload.collections[target.slug].config.versions?.drafts),
      createdAt: textOf(values.createdAt),
      updatedAt: textOf(values.updatedAt) ?? keptTime(placed, existing),
    })
    const entry = await rowEntries.save(client, placed, before, {
      tenant,
      run: context.run.id,
      target: target.slug,
      rowId,
      state: (await stateOf(client, target.slug, rowId)) ?? '',
      missing,
    })
    await keepRest(client, rows, placed, prepared, tenant, rowId)
    known.set(placed.id, entry)
    // What waits is written again, and then it is told.
    if (final || missing.length === 0)
      for (const note of prepared.notes) log.note(placed, 'target', note)
  })
  if (target.slug === 'tenants') context.spaces.forget()
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  new Set([...a, ...b]).size === new Set(a).size && new Set(a).size === new Set(b).size

/** Whether this import made the row: nothing of anybody's is overwritten then. */
function isOwnRow({ context, known }: Rows, placed: Placed, before: RowEntry | undefined): boolean {
  const [other] = rowReference(context, placed)
  const maker = other === undefined ? before : known.get(other)
  return maker?.madeBy === context.run.id
}

const hasTrash = ({ payload }: ImportContext, { slug }: Target): boolean =>
  payload.collections[slug].config.trash === true

const textOf = (value: PlainValue | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined

/** A row that several documents make has the time of the one whose it is. */
const keptTime = (
  { document }: Placed,
  existing: Readonly<Record<string, unknown>> | undefined,
): string | undefined => {
  const isOther = document.mapped.id?.collection !== document.item.collection.name
  return isOther && typeof existing?.updatedAt === 'string' ? existing.updatedAt : undefined
}

async function noteChange(
  client: PoolClient,
  { context, target }: Rows,
  tenant: string,
  rowId: string,
  existing: Readonly<Record<string, unknown>>,
): Promise<void> {
  await client.query(
    `insert into import_changes (id, tenant_id, import, row_collection, row_id, before)
     select gen_random_uuid(), $1::uuid, $2::text, $3::text, $4::text, jsonb_build_object('row', $5::jsonb, 'entries',
       (select jsonb_agg(to_jsonb(import_rows)) from import_rows where row_collection = $3::text and row_id = $4::text))
     on conflict do nothing`,
    [tenant, context.run.id, target.slug, rowId, JSON.stringify(existing)],
  )
}

/** What no rule maps, and what the collection here has no place for. */
async function keepRest(
  client: PoolClient,
  { context, log, target, final }: Rows,
  placed: Placed,
  { unmapped }: Prepared,
  tenant: string,
  rowId: string,
): Promise<void> {
  const { document, id } = placed
  const { collection, document: source } = document.item
  const own = source.get('_id')
  const isEmpty = !document.hasRest && Object.keys(unmapped).length === 0
  if (isEmpty) {
    const { rowCount } = await client.query('select from documents where id = $1', [id])
    if (rowCount === 0) return
  }
  await writeDocuments(
    client,
    [
      {
        id,
        database: collection.database,
        collection: collection.name,
        sourceId: own ? idText(own) : '',
        json: `{"rest":${document.json},"unmapped":${JSON.stringify(unmapped)}}`,
        hash: document.hash,
        row: { collection: target.slug, id: rowId },
      },
    ],
    { tenant, run: context.run.id, at: context.run.created_at },
  )
  if (!final) log.rest(placed)
}

interface GivenUp extends Pick<RowInProgress, 'rowId' | 'missing'> {
  readonly existing?: Readonly<Record<string, unknown>> | null
  readonly reason: string
}

/** A document that cannot come in now: it waits for what it refers to, or is rejected. */
async function giveUp(
  rows: Rows,
  placed: Placed,
  before: RowEntry | undefined,
  { rowId, existing, missing, reason }: GivenUp,
): Promise<void> {
  const { context, target, transaction, scope, log, final, known } = rows
  if (final || missing.length === 0) {
    log.reject(placed, reason)
    await transaction.inScope(scope, (client) =>
      client.query(`delete from import_rows where id = $1 and row_hash = ''`, [placed.id]),
    )
    return
  }
  const tenant = placed.space?.id ?? rowId
  const entry = await transaction.inScope(scope, async (client) => {
    // The row stays, and its entry is another: that is a change, too.
    if (existing && before && !isOwnRow(rows, placed, before))
      await noteChange(client, rows, tenant, rowId, existing)
    return rowEntries.save(client, placed, before, {
      tenant,
      run: context.run.id,
      target: target.slug,
      rowId,
      state: before?.state ?? '',
      missing,
    })
  })
  known.set(placed.id, entry)
}

function noteDangling({ log }: Rows, placed: Placed, missing: readonly string[]): void {
  for (const reference of new Set(missing))
    log.note(placed, 'dangling', {
      path: '$',
      reason: `refers to what has not come in: ${reference}`,
    })
}
