/** How a file name ends, and what that says about the file. */
const ENDINGS = [
  ['.metadata.json.gz', 'metadata', true],
  ['.metadata.json', 'metadata', false],
  ['.bson.gz', 'bson', true],
  ['.bson', 'bson', false],
  // As mongodump wrote before 2.0.
  ['.bin', 'bson', false],
  ['.json.gz', 'json', true],
  ['.jsonl.gz', 'json', true],
  ['.ndjson.gz', 'json', true],
  ['.json', 'json', false],
  ['.jsonl', 'json', false],
  ['.ndjson', 'json', false],
] as const

export interface NamedFile {
  readonly kind: 'bson' | 'json' | 'metadata'
  readonly gzip: boolean
  /** The name without its ending, which a file and its metadata share. */
  readonly base: string
}

/** What a file is by its name, or undefined. */
export function namedFile(name: string): NamedFile | undefined {
  const ending = ENDINGS.find(([end]) => name.endsWith(end) && name.length > end.length)
  if (!ending) return undefined
  const [end, kind, gzip] = ending
  return { kind, gzip, base: name.slice(0, -end.length) }
}

/** A name of more than 238 bytes is cut to 208, and `$` and its SHA-1 are put behind them: 27 characters of base64. */
const CUT_LENGTH = 238
const CUT = /%24[\w-]{27}$/

/** Whether mongodump cut the name off, so that only the metadata know it. */
export const isCut = (base: string): boolean => base.length === CUT_LENGTH && CUT.test(base)

/** The name of a collection from its file's, in which mongodump escapes as in addresses: `caf%C3%A9s`, and + for a space. */
export function collectionOfFile(base: string): string {
  try {
    return decodeURIComponent(base.replaceAll('+', ' '))
  } catch {
    // Written by a tool that does not escape.
    return base
  }
}
