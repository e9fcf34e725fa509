import { type Document, isScalar, type LineCounter, type ParsedNode, visit } from 'yaml'

import { type MapProblem } from './MapError'

/** What is wrong with the file before anybody asks what it means. */
export function syntaxProblems(
  document: Document.Parsed<ParsedNode>,
  lines: LineCounter,
): MapProblem[] {
  const problems: MapProblem[] = [...document.errors, ...document.warnings].map((error) => ({
    path: '',
    line: lines.linePos(error.pos[0]).line,
    reason: error.message,
  }))
  // JavaScript would take it for something else than a name, and zod leaves it out of tables without a word.
  visit(document, {
    Pair(_, { key }) {
      if (isScalar(key) && key.value === '__proto__')
        problems.push({
          path: '',
          line: lines.linePos(key.range?.[0] ?? 0).line,
          reason: '__proto__ cannot be a name in a map; such a field goes to the rest',
        })
    },
  })
  return problems
}
