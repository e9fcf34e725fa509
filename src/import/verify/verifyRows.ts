import type { CollectionSlug } from 'payload'
import type { PoolClient } from 'pg'

import { type ScopesTransaction } from '@/db/inScopes'
import { DEFAULT_LOCALE } from '@/locales/locales'

import { type PlainValues, type Prepared, type Target } from '../targets/Target'
import { ADOPTED } from '../write/adopt'
import { idOf, rowReference } from '../write/entryIds'
import { type Placed } from '../write/Placed'
import { prepare } from '../write/prepareBatches'
import { referencesIn } from '../write/resolveReferences'
import { rowEntries, type RowEntry } from '../write/rowEntries'
import { statesOf } from '../write/rowState'
import { loadRow, requestFor } from '../write/writeRow'
import { verifyDocuments } from './verifyDocuments'
import { loadKeptParts, verifyRest } from './verifyRest'
import { loadFound, verifyPrepared } from './verifyPrepared'
import { loadKeptWhole } from './loadKeptWhole'
import { loadReferred } from './loadReferred'
import { resolveAgain } from './resolveAgain'
import { type Verifying } from './Verifying'
import { type Origin, originOf } from './VerifyLog'

interface Rows {
  readonly verifying: Verifying
  readonly target: Target
  readonly transaction: ScopesTransaction
  readonly client: PoolClient
  readonly known: ReadonlyMap<string, RowEntry>
  readonly states: ReadonlyMap<string, string>
  /** Ids in the map of ids whose rows are there, among those that are referred to. */
  readonly referred: ReadonlySet<string>
  /** Documents that are kept whole. */
  readonly orphans: ReadonlySet<string>
}

/** A document whose row has to be compared, with what it should be. */
export interface Expected {
  readonly placed: Placed
  readonly origin: Origin
  readonly rowId: string
  readonly prepared: Prepared
  readonly values: PlainValues
}

/**
 * Compares documents that became rows, of one space (or tenants): each is prepared again, as when it came in, and what was prepared is
 * compared with the row as editors have it, field by field.
 */
export async function verifyRows(
  verifying: Verifying,
  target: Target,
  transaction: ScopesTransaction,
  client: PoolClient,
  group: readonly Placed[],
): Promise<void> {
  const references = group.flatMap((placed) =>
    referencesIn(placed.document.mapped.values).map((one) => idOf(verifying, placed, one)),
  )
  const ids = group.flatMap((placed) => [placed.id, ...rowReference(verifying, placed)])
  const known = await rowEntries.load(client, [...ids, ...references])
  const rowIds = group.flatMap(({ id }) => known.get(id)?.rowId ?? [])
  const rows: Rows = {
    verifying,
    target,
    transaction,
    client,
    known,
    states: await statesOf(client, target.slug, rowIds),
    referred: await loadReferred(client, references),
    orphans: await loadKeptWhole(client, group),
  }
  const kept = await loadKeptParts(client, group)
  const expected: Expected[] = []
  for (const placed of group) {
    const one = await expectRow(rows, placed)
    if (one) expected.push(one)
  }
  const found = await loadFound(verifying, target, transaction, client, expected)
  for (const one of expected) {
    const before = verifying.log.differences
    verifyRest(verifying, one, kept.get(one.placed.id))
    await verifyPrepared(verifying, target, client, one, found)
    const isEqual = verifying.log.differences === before
    verifying.log.find(one.origin, isEqual ? 'equal' : 'different')
  }
}

/** What the row of a document should be. Undefined: there is nothing to compare, and why is told. */
async function expectRow(rows: Rows, placed: Placed): Promise<Expected | undefined> {
  const { verifying, known, orphans, states, target } = rows
  const { log } = verifying
  const origin = originOf(placed.document, placed.space?.slug)
  const entry = known.get(placed.id)
  const state = entry && states.get(entry.rowId)
  if (!entry || entry.state === '') {
    if (!orphans.has(placed.id)) return missing(rows, origin, 'it has not come in')
    // There was no place for it: it is kept whole, and compared as such.
    const whole = { ...placed, document: prepare(placed.document.item, verifying.map, true) }
    await verifyDocuments(verifying, rows.client, [whole])
    return undefined
  }
  if (state === undefined) return missing(rows, origin, 'it was deleted here since')
  const isAdopted = entry.writtenBy === ADOPTED
  if (isAdopted || verifying.isLater(entry.writtenBy)) {
    log.find(origin, isAdopted ? 'adopted' : 'later')
    return undefined
  }
  const wrong = wrongRow(rows, placed, entry)
  if (wrong !== undefined) {
    log.differ('orphan', origin, { path: '(the map of ids)', expected: wrong, found: entry.rowId })
    log.find(origin, 'different')
    return undefined
  }
  if (state !== entry.state) {
    log.find(origin, 'changedHere')
    log.changedHere.add({ ...origin, reason: `${target.slug} ${entry.rowId}, at ${state}` })
    return undefined
  }
  if (entry.hash !== placed.document.hash) {
    const path = '(the hash that is kept)'
    log.differ('content', origin, { path, expected: placed.document.hash, found: entry.hash })
    log.find(origin, 'different')
    return undefined
  }
  return prepareAgain(rows, placed, entry, origin)
}

function missing({ verifying: { log } }: Rows, origin: Origin, found: string): undefined {
  log.find(origin, 'missing')
  log.differ('missing', origin, { expected: 'a row', found })
  return undefined
}

/** The id that the row should have, if it has another one. */
function wrongRow(
  { verifying, known, target }: Rows,
  placed: Placed,
  { rowId }: RowEntry,
): string | undefined {
  const [other] = rowReference(verifying, placed)
  const right = other === undefined ? placed.id : (known.get(other)?.rowId ?? '(none)')
  // A space of the same name that was here before stands for a tenant.
  return right === rowId || target.slug === 'tenants' || target.single ? undefined : right
}

async function prepareAgain(
  rows: Rows,
  placed: Placed,
  entry: RowEntry,
  origin: Origin,
): Promise<Expected | undefined> {
  const { verifying, target, client, transaction } = rows
  const { rowId } = entry
  const missing = new Set<string>()
  const values = resolveAgain(rows, placed, origin, missing)
  // A row that was there when the document came in: some targets leave alone then what only a new one needs.
  const wasThere =
    target.single === true ||
    entry.madeBy !== entry.writtenBy ||
    rowReference(verifying, placed).length > 0
  const req = await requestFor(verifying.payload, transaction.req)
  try {
    const prepared = await target.prepare(values, {
      tenant: placed.space?.id ?? rowId,
      tenantName: placed.tenantName,
      tenantSlug: placed.space?.slug,
      locales: placed.space?.locales ?? [DEFAULT_LOCALE],
      id: rowId,
      existing: wasThere
        ? ((await loadRow(verifying.payload, req, target, rowId)) ?? undefined)
        : undefined,
      files: verifying.run.options.files,
      find: async (collection: CollectionSlug, oldId: string) => {
        const found = await rowEntries.find(client, collection, oldId)
        if (found === undefined) missing.add(`${collection} ${oldId}`)
        verifying.log.references += 1
        return found
      },
    })
    for (const reference of missing)
      verifying.log.dangling.add({ ...origin, reason: `leads to nothing: ${reference}` })
    return { placed, origin, rowId, prepared, values }
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'Refusal') throw error
    verifying.log.differ('content', origin, { expected: 'a row', found: error.message })
    verifying.log.find(origin, 'different')
    return undefined
  }
}
