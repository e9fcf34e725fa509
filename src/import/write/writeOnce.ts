import type { CollectionSlug } from 'payload'
import type { PoolClient } from 'pg'

import { DEFAULT_LOCALE } from '@/locales/locales'

import { idText } from '../bson/idText'
import { type PlainValue, type Target } from '../targets/Target'
import { idOf } from './entryIds'
import { type ImportContext } from './ImportContext'
import { isOwnRow } from './isOwnRow'
import { keepRest } from './keepRest'
import { noteChange } from './noteChange'
import { type Placed } from './Placed'
import { resolveReferences } from './resolveReferences'
import { rowEntries } from './rowEntries'
import { type RowInProgress, type Rows } from './Rows'
import { stateOf, writeColumns } from './rowState'
import { sameSet } from './sameSet'
import { languagesOf } from './Spaces'
import { besideVersions } from './versions/besideVersions'
import { writeRow } from './writeRow'

/** The row, its place in the map of ids, what it overwrote, and what no rule maps, all or nothing. */
export async function writeOnce(
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
    await inItsPlace(rows, client, rowId, existing === undefined, async () => {
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

/** Writes a row; of a page, beside the versions that it has. */
async function inItsPlace(
  { context, target, unsettled }: Rows,
  client: PoolClient,
  id: string,
  isNew: boolean,
  write: () => Promise<void>,
): Promise<void> {
  if (target.slug !== 'pages') return write()
  const since = context.run.created_at
  if (await besideVersions(client, id, { isNew, since }, write)) unsettled.add(id)
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
