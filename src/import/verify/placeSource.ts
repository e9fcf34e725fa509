import { type ImportMap } from '../map/ImportMap'
import { type Source } from '../read/Source'
import { type AnyTarget } from '../targets/Target'
import { type BatchLog } from '../write/BatchLog'
import { bySpace } from '../write/bySpace'
import { type Placed } from '../write/Placed'
import { placeDocuments, type Placing } from '../write/placeDocuments'
import { prepareBatches } from '../write/prepareBatches'
import { startOfFile } from '../write/runs'
import { type Stage, stagesOf } from '../write/Stage'

export interface PlacedBatch {
  readonly stage: Stage
  readonly file: string
  /** Documents of one space, or tenants. */
  readonly groups: readonly (readonly Placed[])[]
  /** How many documents of the source were read, in all. */
  readonly read: number
}

interface Reading {
  readonly source: Source
  readonly map: ImportMap
  readonly targets: readonly AnyTarget[]
  readonly batchSize: number
  /** Told of what has no place here. */
  readonly log: () => BatchLog
  readonly signal?: AbortSignal | undefined
}

/** Reads a source as an import does, pass by pass, and finds out whose each document is. Nothing is written. */
export async function* placeSource(
  placing: Placing,
  { batchSize, log, map, signal, source, targets }: Reading,
): AsyncGenerator<PlacedBatch> {
  let read = 0
  for (const stage of stagesOf(source, map, targets)) {
    for (const stream of stage.streams) {
      const batches = prepareBatches(stream, stage, map, { from: startOfFile, size: batchSize })
      for await (const batch of batches) {
        signal?.throwIfAborted()
        read += batch.items.length
        const placed = await placeDocuments(placing, stage, batch, log())
        yield { stage, file: stream.file, groups: bySpace(placed), read }
      }
    }
  }
}
