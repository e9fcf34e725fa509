/** Longer ones come from moves only: twelve slugs of eighty characters. */
export const MAX_PATH = 500

/** Control characters, and what browsers read as a slash. */
const FORBIDDEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\\]/

/** What the server answers itself, before a redirect is looked for. */
const RESERVED =
  /^\/(?:(?:admin|api|_next|atrium|preview)(?:\/|$)|(?:search|favicon\.ico|robots\.txt|sitemap\.xml)$)/

/**
 * An address on the site in the one form in which redirects are kept and looked up: decoded, in lower case, one slash in front and
 * none at the end. What cannot be an address stays recognisably wrong, for {@link problemOfPath}.
 */
export const normalizePath = (text: string): string => foldPath(decode(text.trim()))

/** As {@link normalizePath}, for one that is decoded already. */
export function foldPath(path: string): string {
  const folded = path.normalize('NFC').toLowerCase()
  if (folded === '' || folded.includes('://')) return folded
  return `/${folded}`.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '')
}

/** `%2F` and the like mean something else than the character itself, and stay. */
function decode(text: string): string {
  try {
    return decodeURI(text)
  } catch {
    return text
  }
}

/** @returns what is wrong with a normalised path in words for people; undefined when it can be redirected. */
export function problemOfPath(path: string): string | undefined {
  if (path === '') return 'Enter the old address.'
  if (path.includes('://')) return 'Enter the path only, as in “/old-page”: it is one of this site.'
  if (path === '/') return 'The start page cannot be redirected.'
  if (/[?#]/.test(path))
    return 'Leave out “?” and “#” and what follows: visitors keep it when they are redirected.'
  if (FORBIDDEN.test(path) || /\/\.{1,2}(?:\/|$)/.test(path))
    return 'This is no address: leave out backslashes, “.” and “..”.'
  if (path.length > MAX_PATH) return `Use up to ${MAX_PATH} characters.`
  if (RESERVED.test(path)) return 'This address belongs to the system and never reaches the site.'
  return undefined
}
