import type { CollectionSlug, PayloadRequest } from 'payload'
import type { PoolClient } from 'pg'

import { type ScopesTransaction } from '@/db/inScopes'
import { DEFAULT_LOCALE } from '@/locales/locales'

import { type PreparedVersion, type VersionTarget } from '../targets/Target'
import { type Placed } from '../write/Placed'
import { prepare } from '../write/prepareBatches'
import { referencesIn } from '../write/resolveReferences'
import { rowEntries, type RowEntry } from '../write/rowEntries'
import { statesOf } from '../write/rowState'
import { idOf } from '../write/entryIds'
import { requestFor } from '../write/writeRow'
import { pageOf } from '../write/versions/importVersions'
import { loadVersionedPages, type VersionedPage, workOn } from '../write/versions/VersionedPage'
import { loadVersion } from '../write/versions/writeVersion'
import { type Place } from './compareBson'
import { compareValues } from './compareValues'
import { loadKeptWhole } from './loadKeptWhole'
import { loadReferred } from './loadReferred'
import { resolveAgain } from './resolveAgain'
import { verifyDocuments } from './verifyDocuments'
import { loadKeptParts, verifyRest } from './verifyRest'
import { type Verifying } from './Verifying'
import { type Origin, originOf } from './VerifyLog'

interface Versions {
  readonly verifying: Verifying
  readonly target: VersionTarget
  readonly client: PoolClient
  readonly req: PayloadRequest
  readonly known: ReadonlyMap<string, RowEntry>
  readonly referred: ReadonlySet<string>
  readonly states: ReadonlyMap<string, string>
  readonly pages: ReadonlyMap<string, VersionedPage>
  /** Those that are kept whole. */
  readonly orphans: ReadonlySet<string>
}

/** Compares documents that became versions, of one space: each is prepared again, and compared with the version in all of its languages. */
export async function verifyVersions(
  verifying: Verifying,
  target: VersionTarget,
  transaction: ScopesTransaction,
  client: PoolClient,
  group: readonly Placed[],
): Promise<void> {
  const references = group.flatMap((placed) =>
    referencesIn(placed.document.mapped.values).map((one) => idOf(verifying, placed, one)),
  )
  const known = await rowEntries.load(client, [...group.map(({ id }) => id), ...references])
  const pageIds = group.flatMap((placed) => {
    const entry = pageOf({ context: verifying, known }, placed)
    return entry?.state ? [entry.rowId] : []
  })
  const versions: Versions = {
    verifying,
    target,
    client,
    req: await requestFor(verifying.payload, transaction.req),
    known,
    referred: await loadReferred(client, references),
    states: await statesOf(
      client,
      target.slug,
      group.flatMap(({ id }) => known.get(id)?.rowId ?? []),
    ),
    pages: await loadVersionedPages(client, pageIds),
    orphans: await loadKeptWhole(client, group),
  }
  const kept = await loadKeptParts(client, group)
  for (const placed of group) {
    const before = verifying.log.differences
    const found = await findingOf(versions, placed, kept)
    if (found !== undefined)
      verifying.log.find(
        originOf(placed.document, placed.space?.slug),
        found === 'compared'
          ? verifying.log.differences === before
            ? 'equal'
            : 'different'
          : found,
      )
  }
  await verifyLatest(versions, group)
}

type Finding = 'compared' | 'missing' | 'changedHere' | 'later' | undefined

async function findingOf(
  versions: Versions,
  placed: Placed,
  kept: Awaited<ReturnType<typeof loadKeptParts>>,
): Promise<Finding> {
  const { client, known, orphans, pages, states, verifying } = versions
  const { log, map } = verifying
  const origin = originOf(placed.document, placed.space?.slug)
  const entry = known.get(placed.id)
  const page = pageOf({ context: verifying, known }, placed)
  const work = page?.state ? workOn(pages.get(page.rowId), page) : undefined
  const changedHere = (reason: string): Finding => {
    log.changedHere.add({ ...origin, reason })
    return 'changedHere'
  }
  if (!entry || entry.state === '') {
    if (work !== undefined && !orphans.has(placed.id)) return changedHere(work)
    // A version without a page is kept whole, and compared as such. It finds what it finds.
    const whole = { ...placed, document: prepare(placed.document.item, map, true) }
    await verifyDocuments(verifying, client, [whole])
    return undefined
  }
  const state = states.get(entry.rowId)
  if (state === undefined) {
    if (work !== undefined) return changedHere(work)
    log.differ('missing', origin, { expected: 'a version', found: 'it was deleted here since' })
    return 'missing'
  }
  if (verifying.isLater(entry.writtenBy)) return 'later'
  if (state !== entry.state) return changedHere(`page-versions ${entry.rowId}, at ${state}`)
  if (entry.hash !== placed.document.hash) {
    // A newer one was left out, as somebody works with the page.
    if (work !== undefined) return changedHere(work)
    const path = '(the hash that is kept)'
    log.differ('content', origin, { path, expected: placed.document.hash, found: entry.hash })
    return 'compared'
  }
  await compare(versions, placed, entry, page, origin, kept.get(placed.id))
  return 'compared'
}

async function compare(
  versions: Versions,
  placed: Placed,
  entry: RowEntry,
  page: RowEntry | undefined,
  origin: Origin,
  kept: Parameters<typeof verifyRest>[2],
): Promise<void> {
  const { req, verifying } = versions
  const prepared = await prepareAgain(versions, placed, page?.rowId ?? '', origin)
  if (typeof prepared === 'string')
    return verifying.log.differ('content', origin, { expected: 'a version', found: prepared })
  const found = await loadVersion(verifying.payload, req, entry.rowId)
  verifyRest(verifying, { origin, placed, prepared, rowId: entry.rowId }, kept)
  for (const place of placesIn(prepared, page?.rowId, found ?? {}))
    verifying.log.differ('content', origin, place)
}

const placesIn = (
  { autosave, createdAt, updatedAt, versionData }: PreparedVersion,
  parent: string | undefined,
  found: Readonly<Record<string, unknown>>,
): Place[] => [
  ...compareValues(versionData, found.version, '$.version'),
  ...compareValues(
    { autosave, parent, ...(createdAt && { createdAt }), ...(updatedAt && { updatedAt }) },
    found,
  ),
]

async function prepareAgain(
  { client, known, referred, target, verifying }: Versions,
  placed: Placed,
  page: string,
  origin: Origin,
): Promise<PreparedVersion | string> {
  const missing = new Set<string>()
  const values = resolveAgain({ verifying, known, referred }, placed, origin, missing)
  try {
    const prepared = await target.prepare(values, {
      tenant: placed.space?.id ?? '',
      tenantName: placed.tenantName,
      tenantSlug: placed.space?.slug,
      locales: placed.space?.locales ?? [DEFAULT_LOCALE],
      id: page,
      existing: undefined,
      files: undefined,
      find: async (collection: CollectionSlug, oldId: string) => {
        const found = await rowEntries.find(client, collection, oldId)
        if (found === undefined) missing.add(`${collection} ${oldId}`)
        verifying.log.references += 1
        return found
      },
    })
    for (const reference of missing)
      verifying.log.dangling.add({ ...origin, reason: `leads to nothing: ${reference}` })
    return prepared
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'Refusal') throw error
    return error.message
  }
}

/** One version of each page is the latest, and none is newer. */
async function verifyLatest(
  { client, known, pages, verifying }: Versions,
  group: readonly Placed[],
): Promise<void> {
  const settled = [...pages.values()].filter(({ hasOthers }) => !hasOthers)
  const { rows } = await client.query<{ page: string; latest: number; newer: number }>(
    `select page, count(*) filter (where latest)::int as latest, count(*) filter (where updated_at > at)::int as newer
     from (select v.parent_id::text as page, v.latest, v.updated_at, max(v.updated_at) filter (where v.latest) over (partition by v.parent_id) as at
       from _pages_v v where v.parent_id = any($1::uuid[])) as versions
     group by page having count(*) filter (where latest) <> 1 or count(*) filter (where updated_at > at) > 0`,
    [settled.map(({ id }) => id)],
  )
  for (const { latest, newer, page } of rows) {
    const one = group.find(
      (placed) => pageOf({ context: verifying, known }, placed)?.rowId === page,
    )
    if (one)
      verifying.log.differ('content', originOf(one.document, one.space?.slug), {
        path: '$.latest',
        expected: 'one version of its page that is the latest',
        found: latest === 1 ? `${newer} that are newer than it` : `${latest} of them`,
      })
  }
}
