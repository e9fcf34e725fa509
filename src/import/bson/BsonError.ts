/** Content that is no valid BSON or Extended JSON. `offset` counts from the start of the document: bytes, or characters of JSON. */
export class BsonError extends Error {
  override readonly name = 'BsonError'

  constructor(
    readonly reason: string,
    readonly offset: number,
  ) {
    super(`${reason} (at ${offset})`)
  }
}
