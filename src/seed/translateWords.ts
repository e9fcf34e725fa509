/** What is read by people; everything else of a document, such as the value of an option, is the same in all languages. */
const READ: ReadonlySet<string> = new Set([
  'label',
  'heading',
  'tagline',
  'description',
  'text',
  'submitButtonLabel',
])

/** The same document with the words that a dictionary knows in its language; its rows keep their ids, by which they are known. */
export function translateWords<T>(document: T, words: Readonly<Record<string, string>>): T {
  return translate(document, words) as T
}

function translate(value: unknown, words: Readonly<Record<string, string>>, key = ''): unknown {
  if (typeof value === 'string') return READ.has(key) ? (words[value] ?? value) : value
  if (Array.isArray(value)) return value.map((one) => translate(one, words))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, translate(one, words, name)]),
  )
}
