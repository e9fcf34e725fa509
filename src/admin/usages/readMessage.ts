const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** What an answer of the API says went wrong. */
export function readMessage(body: unknown): string {
  const errors: unknown = isRecord(body) ? body.errors : undefined
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined
  return isRecord(first) && typeof first.message === 'string'
    ? first.message
    : 'Something went wrong. Nothing was changed; try again.'
}
