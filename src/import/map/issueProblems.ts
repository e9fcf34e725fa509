import { type Document, isMap, isScalar, isSeq, type LineCounter, type ParsedNode } from 'yaml'
import { type z } from 'zod'

import { type MapProblem } from './MapError'

type Issue = z.core.$ZodIssue
type Steps = readonly PropertyKey[]

/** What zod found, in words, at the line where it stands. */
export function issueProblems(
  issue: Issue,
  document: Document.Parsed<ParsedNode>,
  lines: LineCounter,
): MapProblem[] {
  return plainIssues(issue, []).map(({ path, reason }) => ({
    path: pathOf(path),
    line: lines.linePos(offsetOf(document, path)).line,
    reason,
  }))
}

interface Plain {
  readonly path: Steps
  readonly reason: string
}

function plainIssues(issue: Issue, before: Steps): Plain[] {
  const path = [...before, ...issue.path]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], reason: 'is not known here' }))
    case 'invalid_key':
      return issue.issues.map(({ message }) => ({ path, reason: message }))
    case 'invalid_union':
      return unionIssues(issue, path)
    case 'invalid_type':
      return [{ path, reason: typeReason(issue) }]
    default:
      return [{ path, reason: issue.message }]
  }
}

/** The form that was meant is the one whose own type fits: what is wrong with it lies deeper. */
function unionIssues(issue: z.core.$ZodIssueInvalidUnion, path: Steps): Plain[] {
  const meant = issue.errors.find((issues) =>
    issues.every(({ code, path: inner }) => inner.length > 0 || code !== 'invalid_type'),
  )
  return meant?.flatMap((inner) => plainIssues(inner, path)) ?? [{ path, reason: issue.message }]
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  object: 'a table',
  record: 'a table',
  array: 'a list',
}

/** A message of our own is kept; zod's says what JavaScript calls it. */
function typeReason({ expected, message }: z.core.$ZodIssueInvalidType): string {
  if (!message.startsWith('Invalid input')) return message
  if (message.endsWith('received undefined')) return 'is missing'
  return `has to be ${WORDS[expected] ?? expected}`
}

const pathOf = (path: Steps): string =>
  path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    return text === '' ? String(step) : `${text}.${String(step)}`
  }, '')

/** Where the last step of a path stands, or the last one that is there. */
function offsetOf(document: Document.Parsed<ParsedNode>, path: Steps): number {
  let node: unknown = document.contents
  let offset = document.contents?.range[0] ?? 0
  for (const step of path) {
    const next = childOf(node, step)
    if (!next) break
    node = next.node
    offset = next.offset ?? offset
  }
  return offset
}

function childOf(
  node: unknown,
  step: PropertyKey,
): { node: unknown; offset: number | undefined } | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(step)]
    return { node: item, offset: offsetIn(item) }
  }
  if (!isMap(node)) return undefined
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
  return pair && { node: pair.value, offset: offsetIn(pair.key) }
}

const offsetIn = (node: unknown): number | undefined =>
  isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined
