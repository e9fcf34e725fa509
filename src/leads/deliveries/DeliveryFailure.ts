/** A try that failed, in words for the people of the space: no secret and nobody's address is in them. */
export class DeliveryFailure extends Error {
  /** Errors with a status are shown as they are, see describeFailure.ts. */
  readonly status = 503
}
