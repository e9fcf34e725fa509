const BRAND = Symbol.for('atrium.permanent-failure')

/** A failure that another try would not mend. The message is for the people who see the job. */
export class PermanentFailure extends Error {
  readonly [BRAND] = true

  /** By mark, not by class: the build has several copies of this module (decision 0011). */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && BRAND in value
  }
}
