/** One question to the catalogs of PostgreSQL, whose answer must be empty. */
export interface CatalogCheck {
  readonly name: string
  /** What goes wrong when it is not empty. */
  readonly why: string
  /** What to do about an offender. */
  readonly mend: string
  /** Lists what offends, in one column `offender`. May read the relations of `catalogRelations.ts`. */
  readonly sql: string
}
