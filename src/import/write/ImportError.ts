/** Why an import cannot begin or go on, for the person at the command line, and what to do. */
export class ImportError extends Error {
  override readonly name = 'ImportError'

  constructor(
    message: string,
    readonly hint?: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
