import { type BsonDocument, type BsonValue } from '@/import/bson/BsonValue'

/** A document, by its collection and `_id`. */
export interface DocumentKey {
  readonly collection: string
  readonly id: BsonValue
}

/** Somebody who can sign in. */
export interface PersonFact extends DocumentKey {
  readonly tenant: string
  readonly email: string
  readonly password: string
  /** In the words of the source. */
  readonly roles: readonly string[]
  /** Which hash the source has of it. */
  readonly kind: 'bcrypt' | 'pbkdf2' | 'pbkdf2-legacy'
  /** Whether a person of another tenant has the same e-mail. */
  readonly isShared: boolean
}

/** A page, and what a visitor sees of it. */
export interface PageFact extends DocumentKey {
  readonly tenant: string
  readonly title: string
  /** `/about/team`; the page with the slug `home` is `/`. */
  readonly path: string
  /** Whether visitors may read it; a draft must not be found. */
  readonly isPublished: boolean
  /** What must be read on it: as text, of which markup may have made entities. */
  readonly texts: readonly string[]
  /** What a visitor reads in German, of a page that is translated; its slug is the same. */
  readonly german?: { readonly title: string; readonly texts: readonly string[] }
}

/** A version of a page. */
export interface VersionFact extends DocumentKey {
  readonly tenant: string
  /** The digits of the `_id` of its page; null for one that is not there. */
  readonly page: string | null
  readonly title: string
  readonly isDraft: boolean
  /** The newest of its page, which may be a draft of what is published. */
  readonly isLatest: boolean
  readonly updatedAt: Date
}

/** Why a document cannot become a row as it is. */
export type Fault =
  | 'duplicate-email'
  | 'duplicate-slug'
  | 'missing-field'
  | 'wrong-type'
  | 'invalid-value'
  | 'no-tenant'
  | 'unknown-tenant'
  | 'unknown-user'
  | 'unknown-hash'
  | 'parent-cycle'
  | 'too-deep'

export interface FaultFact extends DocumentKey {
  readonly tenant: string | null
  readonly fault: Fault
  /** The field, as in `parent_id`. */
  readonly field: string
  /** Of duplicates: the document that has it too. */
  readonly other?: DocumentKey
}

/** A reference that leads nowhere, to another tenant, or round in a circle. */
export interface ReferenceFact extends DocumentKey {
  readonly tenant: string
  readonly kind: 'dangling' | 'foreign' | 'circle'
  /** Where it is: `blocks[0].image`. */
  readonly field: string
  readonly target: DocumentKey
}

/** A file that a document speaks of. */
export interface FileFact extends DocumentKey {
  readonly tenant: string
  readonly filename: string
  /** Below the folder of uploads, if it is there. */
  readonly path: string | null
  readonly state: 'good' | 'missing' | 'not-its-type' | 'bad-name' | 'remote'
  readonly alt: string | null
}

/** What is different in the newer version. */
export interface ChangeFact extends DocumentKey {
  readonly tenant: string
  readonly kind: 'changed' | 'added' | 'gone'
  readonly before?: BsonDocument
  readonly after?: BsonDocument
}

export interface TenantFacts extends DocumentKey {
  readonly slug: string
  readonly name: string
  readonly status: string
  readonly domains: readonly string[]
  /** How many documents of each collection name it, the faulty ones among them. */
  readonly documents: Readonly<Record<string, number>>
  readonly people: readonly PersonFact[]
  /** All that are written out, and the first of those that there may be a million of. */
  readonly pages: readonly PageFact[]
  /** Of Payload's: those of the pages that are written out. */
  readonly versions: readonly VersionFact[]
}

/** What a test knows about a platform, and need not work out. */
export interface PlatformFacts {
  readonly tenants: readonly TenantFacts[]
  /** How many documents a collection has in all. */
  readonly documents: Readonly<Record<string, number>>
  /** How many of them name no tenant, or one that is not there. */
  readonly untenanted: Readonly<Record<string, number>>
  readonly faults: readonly FaultFact[]
  readonly references: readonly ReferenceFact[]
  readonly files: readonly FileFact[]
  /** Texts that nobody may read anywhere afterwards: hashes, tokens, keys. */
  readonly secrets: readonly string[]
  /** Texts that no page may send to a browser. */
  readonly hostile: readonly string[]
  /** Hosts that nothing may be fetched from. */
  readonly remoteHosts: readonly string[]
  /** Block types that are none here, and how many pages have them. */
  readonly unknownBlocks: Readonly<Record<string, number>>
  /** Of a newer version: what is different from the first. */
  readonly changes: readonly ChangeFact[]
}
