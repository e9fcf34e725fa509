/*
 * What PostgreSQL's JSONB cannot hold is written behind ␛ (U+241B), so that it can be read again, by people too:
 *
 *   U+0000 → ␛0000    a byte that is no UTF-8, 0xff say → ␛dcff    ␛ itself → ␛241b
 *   the first character of a name that means a type in Extended JSON: $oid → ␛0024oid
 *   the name of a duplicate field, counted from 2: name → name␛#2
 */
const MARK = '\u241b'

const ESCAPED = /[\0\u241b]|\p{Surrogate}/gu
const ESCAPE = /\u241b([0-9a-f]{4})/g
const COUNT = /\u241b#\d+$/

const escapeCharacter = (character: string): string =>
  MARK + character.charCodeAt(0).toString(16).padStart(4, '0')

/** Whether the text holds something that is escaped. */
export const needsEscape = (text: string): boolean =>
  text.includes('\0') || text.includes(MARK) || !text.isWellFormed()

export const escapeText = (text: string): string => text.replace(ESCAPED, escapeCharacter)

export const unescapeText = (text: string): string =>
  text.includes(MARK)
    ? text.replace(ESCAPE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

/** A name that would be taken for a type. */
export const escapeFirst = (escaped: string): string => escapeCharacter(escaped) + escaped.slice(1)

/** The name of the nth field that is called so. */
export const countKey = (escaped: string, nth: number): string => `${escaped}${MARK}#${nth}`

export const unescapeKey = (escaped: string): string => unescapeText(escaped.replace(COUNT, ''))
