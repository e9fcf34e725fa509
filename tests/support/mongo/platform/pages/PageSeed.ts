import { type PlainObject } from '../toBson'
import { type Dialect } from './Dialect'

/** A page that is written out. */
export interface PageSeed {
  /** By which others refer to it. */
  readonly name: string
  readonly title: string
  readonly german?: string
  readonly slug: string
  readonly parent?: string
  readonly isDraft?: boolean
  readonly blocks: (dialect: Dialect) => readonly PlainObject[]
  /** What a visitor reads on it, besides its title. */
  readonly texts: readonly string[]
  readonly unknownBlocks?: readonly string[]
}
