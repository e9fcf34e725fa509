import { type Locale, localeOf } from '@/locales/locales'
import { isEmail } from '@/leads/mail/isEmail'

import { uuidV5 } from '../importedId'
import { isUuid } from '../isUuid'
import { dateOf } from './dateOf'
import { Findings } from './Findings'
import { fitText } from './fitText'
import { formFieldName } from './formFieldName'
import { lookUp } from './lookUp'
import {
  clean,
  firstField,
  type Found,
  isEmpty,
  isList,
  isObject,
  listOf,
  shown,
  textOf,
} from './plainValue'
import { type PlainValue, Refusal, type Target, type TargetContext } from './Target'
import { ValueReader } from './ValueReader'

const STATUSES = {
  new: ['open', 'unread', 'received', 'submitted', 'pending', 'lead'],
  'in-progress': ['contacted', 'working', 'qualified', 'assigned', 'read', 'active', 'processing'],
  won: ['converted', 'customer', 'success', 'accepted', 'done', 'completed', 'closedwon'],
  lost: ['closed', 'rejected', 'declined', 'archived', 'unqualified', 'cancelled', 'closedlost'],
  spam: ['junk', 'trash', 'blocked'],
} as const

const MAX_ANSWER = 20_000
const MAX_NOTES = 500

/**
 * What visitors sent. As rows: a lead that is made here is told to people and servers, and its notes are signed by whoever writes them.
 */
export const formSubmissions: Target = {
  slug: 'form-submissions',
  through: 'adapter',
  prepare: async (values, context) => {
    const findings = new Findings()
    const reader = new ValueReader(values, findings)
    const fallback = rowIn(reader.take('fallbackForm'), findings)
    const form = rowIn(reader.take('form'), findings) ?? fallback
    if (form === undefined && !context.existing)
      throw new Refusal('what was sent with no form, or with one that is not here')
    const answers = answersIn(reader.take('submissionData'), context, findings)
    const status = reader.take('status')
    const assignee = rowIn(reader.take('assignee'), findings)
    const locale = localeIn(reader.take('locale'), findings)
    const notes = notesIn(reader.take('notes'), context, findings)
    reader.keepRest()
    const data = {
      tenant: context.tenant,
      ...(form !== undefined && { form }),
      ...(answers && { submissionData: answers, summary: summaryOf(answers) }),
      ...(status
        ? { status: lookUp(status, STATUSES, 'new', findings) }
        : context.existing
          ? {}
          : { status: 'new' }),
      ...(assignee !== undefined && { assignee }),
      ...(locale !== undefined && { locale }),
      ...(notes && { notes }),
    }
    const { unmapped, notes: told } = findings
    return { languages: [{ locale: context.locales[0], data }], unmapped, notes: told }
  },
}

/** The id of a row here, which the engine put in the place of a reference. */
function rowIn(found: Found | undefined, findings: Findings): string | undefined {
  const id = textOf(found?.value)
  if (id !== undefined && isUuid(id)) return id
  if (found) findings.keep(found.path, found.value, 'is no row here')
  return undefined
}

interface Answer {
  readonly id: string
  readonly field: string
  readonly value: string
}

/** Answers as a list of fields and values, or as an object. */
function answersIn(
  found: Found | undefined,
  { id }: TargetContext,
  findings: Findings,
): readonly Answer[] | undefined {
  if (!found) return undefined
  const pairs = isList(found.value)
    ? rowsOf(found.value, found.path, findings)
    : fieldsOf(found, findings)
  return pairs.flatMap(({ path, name, value }, index): Answer[] => {
    const field = formFieldName(name)
    const text = answerOf({ path, value }, findings)
    if (field === undefined) {
      findings.keep(path, value, `${shown(name)} is no name of a question`)
      return []
    }
    if (text === undefined) return []
    if (field !== name) findings.note(path, `the question ${shown(name)} is now “${field}”`)
    return [{ id: uuidV5(id, `submissionData ${index}`), field, value: text }]
  })
}

interface Pair {
  readonly path: string
  readonly name: string
  readonly value: PlainValue
}

function rowsOf(rows: readonly PlainValue[], base: string, findings: Findings): readonly Pair[] {
  return rows.flatMap((row, index): Pair[] => {
    const path = `${base}.${index}`
    const name = firstField(row, 'field', 'name', 'key', 'question', 'label')
    const value = firstField(row, 'value', 'answer', 'text')
    const text = textOf(name?.value)
    if (!isObject(row) || !name || text === undefined) {
      if (row !== null) findings.keep(path, row, `${shown(row)} is no answer`)
      return []
    }
    for (const [key, inner] of Object.entries(row))
      if (
        ![name.name, value?.name, 'id', '_id'].includes(key) &&
        inner !== undefined &&
        !isEmpty(inner)
      )
        findings.keep(`${path}.${key}`, inner, 'an answer has no such field here')
    if (value) return [{ path: `${path}.${value.name}`, name: text, value: value.value }]
    findings.note(path, 'a question without an answer is left out')
    return []
  })
}

function fieldsOf({ path, value }: Found, findings: Findings): readonly Pair[] {
  if (!isObject(value)) {
    findings.keep(path, value, `${shown(value)} is no list of answers`)
    return []
  }
  return Object.entries(value).flatMap(([name, inner]) =>
    inner === undefined || isEmpty(inner) ? [] : [{ path: `${path}.${name}`, name, value: inner }],
  )
}

/** An answer as a text: several choices with commas between them, and what has a form of its own as JSON. */
function answerOf({ path, value }: Found, findings: Findings): string | undefined {
  const plain = textOf(value)
  const choices = isList(value) ? value.map(textOf) : []
  const isChoices = choices.length > 0 && choices.every((choice) => choice !== undefined)
  if (plain === undefined)
    findings.note(path, isChoices ? 'choices become one text' : 'becomes JSON')
  const whole = plain ?? (isChoices ? choices.join(', ') : JSON.stringify(value))
  const text = clean(whole)
  if (text !== whole) findings.note(path, 'characters that nobody sees are left out')
  if (text.length <= MAX_ANSWER) return text.trim() === '' ? undefined : text
  findings.keep(path, value, `is longer than ${MAX_ANSWER} characters, and cut`)
  return text.slice(0, MAX_ANSWER).toWellFormed()
}

/** A line to recognise a lead by, as src/leads/submitForm.ts makes it; what is an e-mail address is told by its form alone here. */
function summaryOf(answers: readonly Answer[]): string {
  const named = answers.filter(({ field, value }) => /name/i.test(field) || isEmail(value.trim()))
  return (named.length > 0 ? named : answers.slice(0, 1))
    .map(({ value }) => value.trim().replace(/\s+/g, ' '))
    .join(' · ')
    .slice(0, 200)
    .toWellFormed()
}

function localeIn(found: Found | undefined, findings: Findings): Locale | undefined {
  const tag = textOf(found?.value)?.trim().replaceAll('_', '-')
  const code = (localeOf(tag) ?? localeOf(tag?.split('-')[0]))?.code
  if (found && code === undefined)
    findings.keep(found.path, found.value, 'is no language that there is here')
  else if (found && code !== found.value)
    findings.note(found.path, `${shown(found.value)} becomes “${code}”`)
  return code
}

/** Notes keep their words and their time; who wrote one is known where it is somebody here. */
function notesIn(
  found: Found | undefined,
  { id }: TargetContext,
  findings: Findings,
): readonly Readonly<Record<string, unknown>>[] | undefined {
  if (!found) return undefined
  return listOf(found.value).flatMap((value, index) => {
    const path = isList(found.value) ? `${found.path}.${index}` : found.path
    const words = isObject(value)
      ? firstField(value, 'text', 'note', 'body', 'content', 'message')
      : undefined
    const given: Found = words
      ? { path: `${path}.${words.name}`, value: words.value }
      : { path, value }
    const text = value === null ? undefined : fitText(given, findings, { max: 5000, lines: true })
    if (text === undefined) {
      if (isObject(value)) findings.keep(path, value, 'a note without words')
      return []
    }
    if (index >= MAX_NOTES) {
      findings.keep(path, value, `a lead has up to ${MAX_NOTES} notes`)
      return []
    }
    const time = firstField(value, 'at', 'createdAt', 'created_at', 'date')
    const at = time && dateOf({ path: `${path}.${time.name}`, value: time.value }, findings)
    for (const [key, inner] of Object.entries(isObject(value) ? value : {}))
      if (
        ![words?.name, time?.name, 'id', '_id'].includes(key) &&
        inner !== undefined &&
        !isEmpty(inner)
      )
        findings.keep(`${path}.${key}`, inner, 'a note has no such field here')
    return [{ id: uuidV5(id, `notes ${index}`), text, createdBy: null, at: at ?? null }]
  })
}
