/** Names of fields whose values nobody is shown, whatever is in them. */
const SECRET =
  /pass(?:word|wd|phrase|code)?|secret|token|hash|salt|api[-_]?key|private|credential|session|cookie|otp|pin\b|signature|auth/i

export const HIDDEN = '(not shown)'

const MAX_SHOWN = 120

/** Whether a place in a document is one of a secret, by the names on the way to it. */
export const isSecretPath = (path: string): boolean => SECRET.test(path)

/** A value for a list that people read: short, and none if its place is that of a secret. */
export function shownValue(path: string, value: unknown): string {
  if (isSecretPath(path)) return HIDDEN
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '(nothing)')
  // Of an object, what is in it may be a secret, too.
  if (typeof value === 'object' && value !== null && SECRET.test(text)) return HIDDEN
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN)}…`
}
