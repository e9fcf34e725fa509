/**
 * What a conversion changed. Losses that are `reversible` are written in another way and can be read again; the others leave
 * something behind.
 */
export const LOSSES = {
  'nul-character': { reversible: true, words: 'U+0000 is written as ␛0000' },
  'invalid-utf8': {
    reversible: true,
    words: 'bytes that are no UTF-8 are written as ␛dc80 to ␛dcff',
  },
  'escape-character': { reversible: true, words: '␛ is written as ␛241b' },
  'duplicate-key': {
    reversible: true,
    words: 'fields of the same name are counted: name, name␛#2',
  },
  'type-key': {
    reversible: true,
    words: 'a name that means a type in Extended JSON is written as ␛0024…',
  },
  'ambiguous-key': {
    reversible: false,
    words: 'a name that means a type in Extended JSON: tools read another value',
  },
  'array-keys': { reversible: false, words: 'the elements of a list are numbered anew' },
  'nan-payload': { reversible: false, words: 'NaN with a sign or payload becomes plain NaN' },
  'decimal-form': {
    reversible: false,
    words: 'a decimal that is written in a form that is not its canonical one',
  },
} as const

export type LossKind = keyof typeof LOSSES

export interface Loss {
  readonly kind: LossKind
  /** Where in the document: `$.addresses[0].street`. */
  readonly path: string
}
