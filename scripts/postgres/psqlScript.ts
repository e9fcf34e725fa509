import pg from 'pg'

import { CommandError } from '../support/CommandError'

export type PsqlStep =
  | { kind: 'statement'; sql: string }
  /** Each value of the result is a statement of its own to run. */
  | { kind: 'generator'; sql: string }
  | { kind: 'connect'; database: string }

/**
 * The little of psql's language that our bootstrap file uses, so that one file serves the launcher,
 * which has no psql, and an administrator, who has. Statements end a line; `:'name'` and `:"name"`
 * are quoted variables.
 */
export function parsePsqlScript(text: string, variables: Record<string, string>): PsqlStep[] {
  const steps: PsqlStep[] = []
  let pending = ''
  for (const line of text.split('\n')) {
    if (line.startsWith('--')) continue
    if (line.startsWith('\\connect ')) {
      const name = line.slice('\\connect '.length).trim().slice(2, -1)
      steps.push({ kind: 'connect', database: valueOf(name, variables) })
    } else if (line.trim() === '\\gexec') {
      steps.push({ kind: 'generator', sql: substitute(pending, variables) })
      pending = ''
    } else {
      pending += `${line}\n`
      if (!line.trimEnd().endsWith(';')) continue
      steps.push({ kind: 'statement', sql: substitute(pending, variables) })
      pending = ''
    }
  }
  if (pending.trim() !== '') throw new Error(`An unfinished statement: ${pending.trim()}`)
  return steps
}

function substitute(sql: string, variables: Record<string, string>): string {
  return sql.replace(/(?<!:):(['"])(\w+)\1/g, (_, quote: string, name: string) => {
    const value = valueOf(name, variables)
    return quote === "'" ? pg.escapeLiteral(value) : pg.escapeIdentifier(value)
  })
}

function valueOf(name: string, variables: Record<string, string>): string {
  const value = variables[name]
  if (value === undefined) throw new CommandError(`The script needs the variable ${name}.`)
  return value
}
