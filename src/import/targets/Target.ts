import type { CollectionSlug } from 'payload'

import type { Locale } from '@/locales/locales'

import { type MapNote } from '../map/MapReport'
import { type PAGE_VERSIONS } from '../rowCollection'

/** JSON, with the ids of rows here where the map had references. */
export type PlainValue =
  | string
  | number
  | boolean
  | null
  | readonly PlainValue[]
  | { readonly [name: string]: PlainValue | undefined }

export type PlainValues = Readonly<Record<string, PlainValue | undefined>>

/** What a target may ask of an import in progress. Everything it says is about one tenant. */
export interface TargetContext {
  /** The tenant that the document belongs to; of a tenant, its own id. */
  readonly tenant: string
  /** How the source names it: the text of an id, or a name. Undefined where it does not. */
  readonly tenantName?: string | undefined
  /** Its name here, in addresses. Undefined of a tenant itself. */
  readonly tenantSlug?: string | undefined
  /** The languages that the tenant offers, the main one first. */
  readonly locales: readonly [Locale, ...Locale[]]
  /** The id that the row has, or will have. */
  readonly id: string
  /** The row as it is, with all languages, for a document that came in before. */
  readonly existing: Readonly<Record<string, unknown>> | undefined
  /**
   * The row that a document of the source became: by the collection here, and the old id as text (24 digits of an ObjectId, a number, a
   * UUID). Undefined, and noted as missing, if it has not come in: the document is written again when it has, and what is still missing
   * then is in the report.
   */
  readonly find: (collection: CollectionSlug, oldId: string) => Promise<string | undefined>
  /** Where uploads lie, if their folder was given. */
  readonly files: string | undefined
}

/** What is to be written in one language. */
export interface LocalizedData {
  readonly locale: Locale
  readonly data: Readonly<Record<string, unknown>>
}

export interface PreparedFile {
  readonly data: Buffer
  readonly mimetype: string
  readonly name: string
  readonly size: number
}

/** A document, ready to be written. */
export interface Prepared {
  /** The main language first: it has all fields, the others those that are localized. */
  readonly languages: readonly [LocalizedData, ...LocalizedData[]]
  /** `draft`: nothing is asked of it that only publishing asks for. */
  readonly status?: 'draft' | 'published' | undefined
  /** Where it depends on the document: a file goes through the API, and a row without one does not. Left out, as the target says. */
  readonly through?: 'api' | 'adapter'
  readonly file?: PreparedFile | undefined
  /** Columns that no operation of Payload's writes: hashes of passwords, by the names of their fields. */
  readonly columns?: Readonly<Record<string, string | null>>
  /** What of the values has no place in the target: it is kept among the documents. By the path in the values. */
  readonly unmapped: Readonly<Record<string, PlainValue>>
  /** What was changed or left out, and why, by the path in the values (`layout.3.heading`): what the map did is told with `$` in front. */
  readonly notes: readonly MapNote[]
}

/** A document that cannot come in, and why. It goes to the reject file. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}

/** A document for which there is no place in the collection: it is kept whole, as if no rule mapped it. */
export class NoPlace extends Refusal {}

/** How documents become rows of one collection. */
export interface Target {
  readonly slug: CollectionSlug
  /** A space has one row, which several documents make. */
  readonly single?: true
  /**
   * `api`: through the Local API, with the hooks and validations of the collection. `adapter`: as a row, where those would do what an import
   * must not (mails, hashing of passwords, asking for files).
   */
  readonly through: 'api' | 'adapter'
  /**
   * Makes the values of the map into data of the collection. Pure, but for `find` and files. Changes and drops nothing without a note.
   *
   * @throws Refusal when nothing can be made of it
   */
  readonly prepare: (values: PlainValues, context: TargetContext) => Promise<Prepared>
}

/** A version of a page, as `payload.db.createVersion` takes it; its parent is the page whose id the context has. */
export interface PreparedVersion extends Pick<Prepared, 'unmapped' | 'notes'> {
  readonly versionData: Readonly<Record<string, unknown>>
  readonly autosave: boolean
  /** Payload keeps what was not published beside what was published of it in one language. */
  readonly snapshot: boolean
  readonly publishedLocale: Locale | undefined
  /** Undefined where the source does not say. */
  readonly createdAt: string | undefined
  readonly updatedAt: string | undefined
}

/** How documents become versions of rows that came in before. */
export interface VersionTarget {
  readonly slug: typeof PAGE_VERSIONS
  /** Whose versions they are. */
  readonly of: 'pages'
  /**
   * As a target does it, with the id of the page in the context.
   *
   * @throws Refusal when there is no version in it
   */
  readonly prepare: (values: PlainValues, context: TargetContext) => Promise<PreparedVersion>
}

export type AnyTarget = Target | VersionTarget

export const isVersionTarget = (target: AnyTarget): target is VersionTarget => 'of' in target
