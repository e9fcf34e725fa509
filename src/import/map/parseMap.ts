import { LineCounter, parseDocument } from 'yaml'

import { type Source } from '../read/Source'
import { copyIssues } from './copyIssues'
import { type ImportMap, importMapSchema } from './ImportMap'
import { issueProblems } from './issueProblems'
import { MapError } from './MapError'
import { syntaxProblems } from './syntaxProblems'

/** Far more than a map is long, and little enough to read at once. */
const MAX_CHARACTERS = 1024 * 1024

/** A list of lists of … by aliases grows without end; a map repeats a tenant rule. */
const MAX_ALIASES = 100

/**
 * Reads a mapping file. Throws a MapError with what is wrong in it, each with its path and line; for a source, with what does not go with that
 * as well.
 */
export function parseMap(yaml: string, source?: Pick<Source, 'collections' | 'layout'>): ImportMap {
  if (yaml.length > MAX_CHARACTERS) throw fileError('the file is longer than 1 MiB')
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false })
  const problems = syntaxProblems(document, lines)
  if (problems.length > 0) throw new MapError(problems)
  const parsed = importMapSchema.safeParse(contentOf(document))
  const issues = parsed.success ? copyIssues(parsed.data, source) : parsed.error.issues
  if (parsed.success && issues.length === 0) return parsed.data
  throw new MapError(issues.flatMap((issue) => issueProblems(issue, document, lines)))
}

const fileError = (reason: string): MapError => new MapError([{ path: '', line: 1, reason }])

function contentOf(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES })
  } catch (error) {
    throw fileError(error instanceof Error ? error.message : 'an alias cannot be followed')
  }
}
