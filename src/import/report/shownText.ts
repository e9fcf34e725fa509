/** Characters that do something to a terminal or to the order of a line, and halves of characters. */
const UNSEEN = /[\p{Cc}\p{Cs}\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu

/** A text of a source, for a terminal or a page: what cannot be seen in it is written out. */
export const shownText = (text: string): string =>
  text.replace(
    UNSEEN,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}}`,
  )
