import { setImmediate } from 'node:timers/promises'

import { type BsonDocument } from '../bson/BsonValue'
import { canonicalHash, hashOfJsonb } from '../bson/canonicalHash'
import { LOSSES } from '../bson/Loss'
import { toJsonb } from '../bson/writeExtendedJson'
import { applyMap, type Mapped, rulesFor } from '../map/applyMap'
import { type ImportMap } from '../map/ImportMap'
import { SourceFields } from '../map/SourceFields'
import { readStream } from '../read/openSource'
import { type DocumentItem, type SourceCheckpoint, type SourceStream } from '../read/Source'
import { type PreparedDocument, type PreparedItem } from './PreparedItem'
import { type Stage } from './Stage'

export interface Batch {
  readonly items: readonly PreparedItem[]
  /** The checkpoint behind it. */
  readonly next: SourceCheckpoint
  /** How many documents of the file were passed over, as another pass brings them in. */
  readonly passedOver: number
}

interface BatchOptions {
  readonly from: SourceCheckpoint
  /** Documents in a batch. */
  readonly size: number
  readonly onBytes?: (bytes: number) => void
}

/** A batch is also done at this many bytes: sixteen megabytes are one document. */
const MAX_BYTES = 1024 * 1024

/** After so many documents the database is heard: it answers the batch before, and waits for what comes next. */
const BREATH = 25

/** The documents of a file that come in at a stage, mapped, in batches. The last one may be empty: the file ends behind it. */
export async function* prepareBatches(
  stream: SourceStream,
  stage: Stage,
  map: ImportMap,
  { from, size, onBytes }: BatchOptions,
): AsyncGenerator<Batch> {
  let items: PreparedItem[] = []
  let bytes = 0
  let passedOver = 0
  let next = from
  for await (const item of readStream(stream, { from, onBytes })) {
    next = item.next
    if (!stage.takes(item.collection)) {
      passedOver += 1
      continue
    }
    items.push(
      item.kind === 'broken'
        ? { kind: 'broken', item }
        : prepare(item, map, stage.target === undefined),
    )
    bytes += item.place.length
    if (items.length % BREATH === 0) await setImmediate()
    if (items.length < size && bytes < MAX_BYTES) continue
    yield { items, next, passedOver }
    items = []
    bytes = 0
    passedOver = 0
  }
  yield { items, next, passedOver }
}

/** Maps one document. `whole`: it is kept as it is, but for what the map drops. */
export function prepare(item: DocumentItem, map: ImportMap, whole: boolean): PreparedDocument {
  const mapped = applyMap(map, item.collection, item.document)
  const kept = whole ? withoutDropped(item.document, mapped, map, item) : mapped.rest
  const written = toJsonb(kept)
  const isAll = kept === item.document
  return {
    kind: 'document',
    item,
    mapped,
    json: written.json,
    hasRest: kept.size > 0,
    hash: isAll ? hashOfJsonb(written.json) : canonicalHash(item.document),
    losses: [
      ...written.losses.map(({ kind, path }) => ({ path, reason: LOSSES[kind].words })),
      ...(whole ? [] : mapped.losses),
    ],
  }
}

/** Of a document that is kept whole, the map takes only what it says to drop. */
function withoutDropped(
  document: BsonDocument,
  { dropped }: Mapped,
  map: ImportMap,
  { collection }: DocumentItem,
): BsonDocument {
  if (dropped.length === 0) return document
  const fields = new SourceFields(document)
  for (const path of rulesFor(map, collection).drop ?? []) fields.takeAll(path)
  return fields.rest()
}
