/** An answer with the words of its question. */
export interface NamedAnswer {
  readonly field: string
  readonly label: string
  readonly value: string
}

const listed = (answers: readonly NamedAnswer[]): string =>
  answers.map(({ label, value }) => `${label}: ${value}`).join('\n')

/**
 * Puts answers in the place of `{{field}}`, and all of them in that of `{{*}}`. In one pass: what a visitor writes is never read as a
 * template. A field without an answer leaves nothing behind.
 */
export const fillTemplate = (text: string, answers: readonly NamedAnswer[]): string =>
  text.replace(/\{\{\s*([\w-]+|\*)\s*\}\}/g, (_whole, name: string) =>
    name === '*' ? listed(answers) : (answers.find(({ field }) => field === name)?.value ?? ''),
  )

/** One line without control characters: a line end in a subject would begin a header of the visitor's own. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 200)
