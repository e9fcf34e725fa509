import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import type { PoolClient } from 'pg'

import { GIVEN_VERSION_ID } from '@/db/givenVersionId'
import { DEFAULT_LOCALE } from '@/locales/locales'

import { idText } from '../../bson/idText'
import { type PreparedVersion } from '../../targets/Target'
import { idOf } from '../entryIds'
import { keepRest } from '../keepRest'
import { keepTimes } from '../keepTimes'
import { noteChange } from '../noteChange'
import { type Placed } from '../Placed'
import { resolveReferences } from '../resolveReferences'
import { rowEntries, type RowEntry } from '../rowEntries'
import { stateOf } from '../rowState'
import { sameSet } from '../sameSet'
import { requestFor } from '../writeRow'
import { type VersionedPage } from './VersionedPage'
import { type VersionRows } from './VersionRows'

interface VersionInProgress {
  readonly page: string
  readonly before: RowEntry | undefined
  /** References that lead nowhere, so far. */
  readonly missing: string[]
}

/** A version as the adapter has it, with all languages. */
export async function loadVersion(
  payload: Payload,
  req: PayloadRequest,
  id: string,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const { docs } = await payload.db.findVersions<Record<string, unknown>>({
    collection: 'pages',
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0] && { ...docs[0] }
}

/** The version, its place in the map of ids, what it overwrote, and what has no place here, all or nothing. */
export async function writeVersion(
  rows: VersionRows,
  placed: Placed,
  { before, missing, page }: VersionInProgress,
): Promise<void> {
  const { context, final, known, log, scope, target, transaction, unsettled } = rows
  const { payload, run } = context
  const tenant = placed.space?.id ?? ''
  const rowId = before && before.state !== '' ? before.rowId : placed.id
  await transaction.part(scope, async (client) => {
    const req = await requestFor(payload, transaction.req)
    const prepared = await target.prepare(valuesOf(rows, placed, missing), {
      tenant,
      tenantName: placed.tenantName,
      tenantSlug: placed.space?.slug,
      locales: placed.space?.locales ?? [DEFAULT_LOCALE],
      id: page,
      existing: undefined,
      files: undefined,
      find: async (collection: CollectionSlug, oldId: string) => {
        const found = await rowEntries.find(client, collection, oldId)
        if (found === undefined) missing.push(`${collection} ${oldId}`)
        return found
      },
    })
    const isSame = before?.hash === placed.document.hash && sameSet(before.missing, missing)
    if (final && before && before.state !== '' && isSame) {
      if (before.writtenBy === run.id)
        for (const note of prepared.notes) log.note(placed, 'target', note)
      return
    }
    const existing = await loadVersion(payload, req, rowId)
    if (existing && before?.madeBy !== run.id)
      await noteChange(client, rows, tenant, rowId, existing)
    await putVersion(client, payload, req, {
      id: rowId,
      page,
      data: { ...prepared.versionData, path: pathsOf(prepared, rows.pages.get(page)) },
      prepared,
      otherwise: run.created_at.toISOString(),
    })
    const entry = await rowEntries.save(client, placed, before, {
      tenant,
      run: run.id,
      target: target.slug,
      rowId,
      state: (await stateOf(client, target.slug, rowId)) ?? '',
      missing,
    })
    await keepRest(client, rows, placed, prepared, tenant, rowId)
    known.set(placed.id, entry)
    unsettled.add(page)
    if (final || missing.length === 0)
      for (const note of prepared.notes) log.note(placed, 'target', note)
  })
}

const valuesOf = ({ context, known }: VersionRows, placed: Placed, missing: string[]) =>
  resolveReferences(placed.document.mapped.values, (reference) => {
    const entry = known.get(idOf(context, placed, reference))
    if (entry?.state) return entry.rowId
    missing.push(`${reference.collection} ${idText(reference.id)}`)
    return undefined
  })

/** The addresses of a version that is where its page is. Others are worked out when somebody restores it. */
function pathsOf({ versionData }: PreparedVersion, page: VersionedPage | undefined) {
  if (!page || versionData.parent !== page.parent) return undefined
  const slugs: Readonly<Record<string, unknown>> = Object(versionData.slug)
  const paths = Object.entries(page.addresses).flatMap(([locale, { path, slug }]) =>
    slug !== null && slugs[locale] === slug ? [[locale, path] as const] : [],
  )
  return Object.fromEntries(paths)
}

interface VersionToPut {
  readonly id: string
  readonly page: string
  readonly data: Readonly<Record<string, unknown>>
  readonly prepared: Pick<
    PreparedVersion,
    'autosave' | 'snapshot' | 'publishedLocale' | 'createdAt' | 'updatedAt'
  >
  /** The time of one that has none. */
  readonly otherwise: string
}

/** Makes a version, in the place of the one that is there. Which one is the latest is not settled by it. */
export async function putVersion(
  client: PoolClient,
  payload: Payload,
  req: PayloadRequest,
  { data, id, otherwise, page, prepared }: VersionToPut,
): Promise<void> {
  const { autosave, createdAt, publishedLocale, snapshot, updatedAt } = prepared
  req.context[GIVEN_VERSION_ID] = id
  await keepTimes(client, async () => {
    await client.query('delete from _pages_v where id = $1', [id])
    await payload.db.createVersion<Record<string, unknown>>({
      collectionSlug: 'pages',
      parent: page,
      versionData: data as never,
      autosave,
      createdAt: createdAt ?? updatedAt ?? otherwise,
      updatedAt: updatedAt ?? createdAt ?? otherwise,
      ...(snapshot && { snapshot: true as const }),
      ...(publishedLocale && { publishedLocale }),
      req,
      returning: false,
    })
  })
}
