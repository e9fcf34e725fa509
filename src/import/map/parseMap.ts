import { LineCounter, parseDocument } from 'yaml'

import { type ImportMap, importMapSchema } from './ImportMap'
import { issueProblems } from './issueProblems'
import { MapError } from './MapError'
import { syntaxProblems } from './syntaxProblems'

/** Far more than a map is long, and little enough to read at once. */
const MAX_CHARACTERS = 1024 * 1024

/** A list of lists of … by aliases grows without end; a map repeats a tenant rule. */
const MAX_ALIASES = 100

/** Reads a mapping file. Throws a MapError with everything that is wrong in it, each with its path and line. */
export function parseMap(yaml: string): ImportMap {
  if (yaml.length > MAX_CHARACTERS) throw fileError('the file is longer than 1 MiB')
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false })
  const problems = syntaxProblems(document, lines)
  if (problems.length > 0) throw new MapError(problems)
  const parsed = importMapSchema.safeParse(contentOf(document))
  if (parsed.success) return parsed.data
  throw new MapError(parsed.error.issues.flatMap((issue) => issueProblems(issue, document, lines)))
}

const fileError = (reason: string): MapError => new MapError([{ path: '', line: 1, reason }])

function contentOf(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES })
  } catch (error) {
    throw fileError(error instanceof Error ? error.message : 'an alias cannot be followed')
  }
}
