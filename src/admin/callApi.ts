'use client'

export interface ApiAnswer {
  readonly ok: boolean
  readonly body: unknown
  /** What went wrong, in words for people. */
  readonly problem: string | undefined
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** The sentence in an answer that refuses (src/api/answerError.ts). */
function problemIn(body: unknown): string {
  const errors: unknown = isRecord(body) ? body.errors : undefined
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined
  return isRecord(first) && typeof first.message === 'string'
    ? first.message
    : 'It did not work. Try again.'
}

/** Calls the API as the person who is signed in. Never throws: a server that is away is a problem like others. */
export async function callApi(
  url: string,
  { method = 'GET', json, form }: { method?: string; json?: unknown; form?: FormData } = {},
): Promise<ApiAnswer> {
  try {
    const response = await fetch(url, {
      method,
      credentials: 'include',
      ...(form && { body: form }),
      ...(json !== undefined && {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(json),
      }),
    })
    const body: unknown = await response.json().catch(() => undefined)
    return { ok: response.ok, body, problem: response.ok ? undefined : problemIn(body) }
  } catch {
    return { ok: false, body: undefined, problem: 'The server could not be reached. Try again.' }
  }
}
