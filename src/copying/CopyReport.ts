/** What a copy made, or would make, and what of the originals is not in it. */
export interface CopyReport {
  readonly copied: {
    /** `to` is null as long as nothing is written. */
    readonly pages: readonly CopiedPage[]
    readonly media: number
    /** Media that the other space has already, with the same content. */
    readonly reused: number
  }
  readonly left: readonly LeftOut[]
}

export interface CopiedPage {
  readonly from: string
  readonly to: string | null
  readonly title: string
  readonly slug: string
}

/** Something of a page that its copy does not have, or has otherwise. In words for people. */
export interface LeftOut {
  /** The original. */
  readonly page: string
  readonly title: string
  readonly place: string
  readonly reason: string
}
