/** A space that pages can be copied to. */
export interface Choice {
  readonly id: string
  readonly name: string
  /** Where its admin is open, as seen from the address at hand; nothing is the same address. */
  readonly origin: string
}
