import { type PlainValue } from './Target'

export type PlainObject = { readonly [name: string]: PlainValue | undefined }

/** A value, and where it is in the values of the map: `layout.3.heading`. */
export interface Found {
  readonly path: string
  readonly value: PlainValue
}

export const isObject = (value: PlainValue | undefined): value is PlainObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isList = (value: PlainValue | undefined): value is readonly PlainValue[] =>
  Array.isArray(value)

/** What a list, or a single value in its place, has; nothing for null. */
export const listOf = (value: PlainValue | undefined): readonly PlainValue[] =>
  isList(value) ? value : value === undefined || value === null ? [] : [value]

/** An own field of an object: `constructor` is none that JSON did not bring. */
export const fieldOf = (value: PlainValue | undefined, name: string): PlainValue | undefined =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined

/** The first of some fields that says something. */
export function firstField(
  value: PlainValue | undefined,
  ...names: readonly string[]
): { readonly name: string; readonly value: PlainValue } | undefined {
  for (const name of names) {
    const found = fieldOf(value, name)
    if (found !== undefined && !isEmpty(found)) return { name, value: found }
  }
  return undefined
}

/** Nothing that anybody would miss. */
export const isEmpty = (value: PlainValue | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (isList(value) && value.length === 0) ||
  (isObject(value) && Object.keys(value).length === 0)

/** A text as it is, numbers and truth as people write them; undefined for everything else. */
export const textOf = (value: PlainValue | undefined): string | undefined =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : undefined

const SHOWN = 60

/** A value in a note: short, and in one line. Never for what may be a secret. */
export function shown(value: PlainValue | undefined): string {
  const text = textOf(value)
  if (text === undefined) return isList(value) ? 'a list' : isObject(value) ? 'an object' : 'null'
  const line = text.replace(/[\p{C}\s]+/gu, ' ')
  return `“${[...line].slice(0, SHOWN).join('')}${[...line].length > SHOWN ? '…' : ''}”`
}

/** A text without what PostgreSQL has no place for (U+0000 and lone surrogates), and without the controls that nobody sees. */
export const clean = (text: string): string =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
