import { type BsonValue } from '@/import/bson/BsonValue'

import {
  type DocumentKey,
  type FaultFact,
  type FileFact,
  type PageFact,
  type PersonFact,
  type ReferenceFact,
  type VersionFact,
} from './facts'
import { type PlatformFile } from './Platform'

/** The facts, as they come up while a platform is made. */
export class Notes {
  readonly people: PersonFact[] = []
  readonly pages: PageFact[] = []
  readonly versions: VersionFact[] = []
  readonly faults: FaultFact[] = []
  readonly references: ReferenceFact[] = []
  readonly files: FileFact[] = []
  readonly uploads: PlatformFile[] = []
  readonly secrets: string[] = []
  readonly hostile = new Set<string>()
  readonly remoteHosts = new Set<string>()
  readonly unknownBlocks: Record<string, number> = {}

  /** A file that a document speaks of, and its bytes, if it is there. */
  file(fact: FileFact, bytes: Buffer | null): void {
    this.files.push(fact)
    if (fact.path !== null && bytes) this.uploads.push({ path: fact.path, bytes })
  }

  countUnknownBlock(type: string): void {
    this.unknownBlocks[type] = (this.unknownBlocks[type] ?? 0) + 1
  }
}

export const keyOf = (collection: string, hex: string): DocumentKey => ({
  collection,
  id: { type: 'objectId', hex } satisfies BsonValue,
})
