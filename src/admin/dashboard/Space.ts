import type { Clock } from './Clock'

/** A space, as the dashboard shows it. */
export interface Space {
  readonly id: string
  readonly name: string
  /** Where its site is. */
  readonly origin: string
  readonly suspended: boolean
  readonly createdAt: string
  readonly clock: Clock
}
