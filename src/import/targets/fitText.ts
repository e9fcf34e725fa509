import { type Findings } from './Findings'
import { clean, type Found, shown, textOf } from './plainValue'

interface Fit {
  readonly max?: number | undefined
  /** Line breaks stay. */
  readonly lines?: boolean
}

/** A text as a field takes it: of one line, and not too long. What is cut off is kept as a whole. */
export function fitText(
  { path, value }: Found,
  findings: Findings,
  { max, lines = false }: Fit = {},
): string | undefined {
  const given = textOf(value)
  if (given === undefined) {
    findings.keep(path, value, `${shown(value)} is no text`)
    return undefined
  }
  const kept = clean(given)
  if (kept !== given) findings.note(path, 'characters that nobody sees are left out')
  const whole = (lines ? kept : kept.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')).trim()
  if (whole !== kept) findings.note(path, 'spaces and line breaks are left out')
  if (whole === '') return undefined
  if (max === undefined || whole.length <= max) return whole
  findings.keep(path, value, `is longer than ${max} characters, and cut`)
  return cutText(whole, max)
}

/** A text of so many characters at most, cut between words where there are any, and never inside of a character. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text
  const start = text
    .slice(0, max - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '')
  const space = start.lastIndexOf(' ')
  return `${start.slice(0, space > max / 2 ? space : undefined).trimEnd()}…`
}
