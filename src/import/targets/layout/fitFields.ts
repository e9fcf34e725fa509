import type { ArrayField, Field, RelationshipField, UploadField } from 'payload'

import { flatFields } from '@/blocks/flatFields'
import { isEmail } from '@/leads/mail/isEmail'

import { uuidV5 } from '../../importedId'
import { fitText } from '../fitText'
import {
  type Found,
  isList,
  isObject,
  listOf,
  type PlainObject,
  shown,
  textOf,
} from '../plainValue'
import { looksLikeHtml } from '../richText/readHtml'
import { onlyText, readRichText } from '../richText/readRichText'
import { wordsIn } from '../richText/RichNode'
import { inLanguage } from '../translations'
import { truthOf } from '../truthOf'
import { aliasesOf } from './aliases'
import { type Fitting, type Row } from './Fitting'
import { fitLink } from './fitLink'
import { fitReference } from './fitReference'
import { RowReader } from './RowReader'

export interface FittedRow {
  readonly row: Row
  /** What the fields ask for, and the source does not have. */
  readonly missing: readonly string[]
}

type NamedField = Extract<Field, { name: string }>

const isNamed = (field: Field): field is NamedField =>
  'name' in field && typeof field.name === 'string'

/** All but the id that Payload puts among the fields of a list: see {@link rowId}. */
export const namedFields = (fields: readonly Field[]): readonly NamedField[] =>
  flatFields(fields)
    .filter(isNamed)
    .filter(({ name }) => name !== 'id')

/** The fields of a row, each by its name here or what it is called elsewhere. What is left of the row is the reader’s. */
export async function fitFields(
  fields: readonly Field[],
  reader: RowReader,
  fitting: Fitting,
): Promise<FittedRow> {
  const named = namedFields(fields)
  const own = new Set(named.map(({ name }) => name))
  const row: Record<string, unknown> = {}
  const missing: string[] = []
  for (const field of named) {
    const { name } = field
    const others = (fitting.aliasesOf ?? aliasesOf)(name).filter((alias) => !own.has(alias))
    const taken = reader.take(name, ...others)
    if (taken && others.some((other) => taken.path.endsWith(`.${other}`)))
      fitting.findings.note(taken.path, `is now called “${name}”`)
    const found =
      taken &&
      inLanguage(taken, fitting.locale, fitting.context.locales, fitting.findings, isText(field))
    const value = found && (await fitField(field, found, fitting))
    const fitted = value ?? absent(field)
    if (fitted !== undefined) row[name] = fitted
  }
  for (const field of named)
    if (isRequired(field) && row[field.name] == null && isAsked(field, row))
      missing.push(field.name)
  return { row, missing }
}

const isText = ({ type }: NamedField): boolean =>
  type === 'text' || type === 'textarea' || type === 'richText'

const isRequired = (field: NamedField): boolean => 'required' in field && field.required === true

/** Whether a field is there at all, by the others of its row. */
function isAsked(field: NamedField, row: Row): boolean {
  const condition = field.admin && 'condition' in field.admin ? field.admin.condition : undefined
  const about = { blockData: {}, operation: 'create', path: [], user: null } as const
  return condition ? Boolean(condition({}, row, { ...about, path: [] })) : true
}

/**
 * What a field has that the source says nothing about: for a choice the usual one, and for words none. Payload would write the words that a new
 * block begins with.
 */
function absent(field: NamedField): unknown {
  if (!('defaultValue' in field) || field.defaultValue === undefined) return undefined
  if (field.type === 'text' || field.type === 'textarea') return null
  const { defaultValue } = field
  return typeof defaultValue === 'function'
    ? Reflect.apply(defaultValue, undefined, [])
    : defaultValue
}

/** A value as a field takes it, or undefined; what it does not take is kept. */
async function fitField(field: NamedField, found: Found, fitting: Fitting): Promise<unknown> {
  const { findings } = fitting
  switch (field.type) {
    case 'text':
    case 'textarea':
    case 'email':
      return checked(field, await wordsOf(field, found, fitting), found, fitting)
    case 'richText':
      return onlyText(found, fitting.context, findings)
    case 'checkbox':
      return fitCheckbox(found, fitting)
    case 'number':
      return checked(field, fitNumber(field, found, fitting), found, fitting)
    case 'select':
    case 'radio':
      return fitChoice(field, found, fitting)
    case 'upload':
    case 'relationship':
      return fitReferences(field, found, fitting)
    case 'array':
      return fitArray(field, found, fitting)
    case 'group':
      return fitGroup(field, found, fitting)
    default:
      findings.keep(found.path, found.value, `nothing can be brought into a field ${field.type}`)
      return undefined
  }
}

/** Words, be they plain, HTML, or a text of an editor: of those, only the words stay. */
async function wordsOf(
  field: Extract<NamedField, { type: 'text' | 'textarea' | 'email' }>,
  found: Found,
  { context, findings }: Fitting,
): Promise<string | undefined> {
  const max = 'maxLength' in field ? field.maxLength : undefined
  const lines = field.type === 'textarea'
  const { value } = found
  const isRich = typeof value === 'string' ? looksLikeHtml(value) : isObject(value) || isList(value)
  if (!isRich) return fitText(found, findings, { max, lines })
  const pieces = (await readRichText(found, context, findings)) ?? []
  const words = pieces
    .flatMap((piece) => {
      if (piece.kind === 'text') return piece.children.map((node) => wordsIn([node]))
      findings.keep(piece.path, piece.node, 'there is only place for words')
      return []
    })
    .filter((line) => line.trim() !== '')
    .join('\n')
  if (words === '') return undefined
  findings.note(found.path, 'of the text only the words stay')
  const fitted = fitText({ path: found.path, value: words }, findings, { max, lines })
  if (fitted !== words && findings.has(found.path)) findings.keep(found.path, value, 'is cut')
  return fitted
}

/** A value that the field's own rule takes; src/blocks has rules for times, anchors and addresses. */
async function checked<Value>(
  field: NamedField,
  value: Value | undefined,
  found: Found,
  { findings }: Fitting,
): Promise<Value | undefined> {
  if (field.type === 'email' && typeof value === 'string' && !isEmail(value)) {
    findings.keep(found.path, found.value, 'is no e-mail address')
    return undefined
  }
  if (value === undefined || !('validate' in field) || !field.validate) return value
  // Of a request, the rules of blocks want nothing but words for their refusals.
  const req = { t: (key: string) => key, payload: { config: {} } }
  const options = { ...field, req, siblingData: {}, data: {} }
  const result: unknown = await Promise.resolve(
    Reflect.apply(field.validate, undefined, [value, options]),
  )
  if (result === true) return value
  findings.keep(
    found.path,
    found.value,
    `is refused: ${textOf(toPlainText(result)) ?? 'not valid'}`,
  )
  return undefined
}

const toPlainText = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined

function fitCheckbox({ path, value }: Found, { findings }: Fitting): boolean | undefined {
  const truth = truthOf(value)
  if (truth === undefined) findings.keep(path, value, `${shown(value)} is neither yes nor no`)
  else if (truth !== value) findings.note(path, `becomes ${String(truth)}`)
  return truth
}

function fitNumber(
  { min = -Infinity, max = Infinity }: Extract<NamedField, { type: 'number' }>,
  { path, value }: Found,
  { findings }: Fitting,
): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  if (typeof number === 'number' && Number.isFinite(number) && number >= min && number <= max) {
    if (number !== value) findings.note(path, 'a text becomes a number')
    return number
  }
  findings.keep(path, value, `${shown(value)} is no number that this field takes`)
  return undefined
}

function fitChoice(
  field: Extract<NamedField, { type: 'select' | 'radio' }>,
  found: Found,
  { findings }: Fitting,
): unknown {
  const options = field.options.map((option) =>
    typeof option === 'string' ? option : option.value,
  )
  const many = field.type === 'select' && field.hasMany === true
  const choices = listOf(found.value).flatMap((value, index) => {
    const text = textOf(value)?.trim()
    const choice = options.find((option) => option === text?.toLowerCase() || option === text)
    if (choice === undefined)
      findings.keep(
        isList(found.value) ? `${found.path}.${index}` : found.path,
        value,
        `${shown(value)} is none of the choices`,
      )
    return choice ?? []
  })
  if (many) return choices.length > 0 ? [...new Set(choices)] : undefined
  if (choices.length > 1) findings.keep(found.path, found.value, 'there can be one choice')
  return choices[0]
}

async function fitReferences(
  field: RelationshipField | UploadField,
  found: Found,
  fitting: Fitting,
): Promise<unknown> {
  const { relationTo } = field
  if (typeof relationTo !== 'string') {
    fitting.findings.keep(found.path, found.value, 'several collections')
    return undefined
  }
  if (!('hasMany' in field) || field.hasMany !== true)
    return fitReference(relationTo, found, fitting)
  const ids: string[] = []
  for (const [index, value] of listOf(found.value).entries()) {
    const path = isList(found.value) ? `${found.path}.${index}` : found.path
    const id = await fitReference(relationTo, { path, value }, fitting)
    if (id !== undefined && ids.length < (field.maxRows ?? Infinity)) ids.push(id)
    else if (id !== undefined) fitting.findings.keep(path, value, 'is one too many')
  }
  return ids.length > 0 ? ids : undefined
}

async function fitArray(
  field: ArrayField,
  found: Found,
  fitting: Fitting,
): Promise<readonly Row[] | undefined> {
  const rows: Row[] = []
  for (const [index, value] of listOf(found.value).entries()) {
    const path = isList(found.value) ? `${found.path}.${index}` : found.path
    if (value === null) continue
    const row =
      rows.length < (field.maxRows ?? Infinity)
        ? await fitItem(field, { path, value: itemOf(field, value) }, fitting)
        : `is one too many: up to ${field.maxRows}`
    if (typeof row === 'string') fitting.findings.keep(path, value, row)
    else rows.push(row)
  }
  if (rows.length === 0) return undefined
  if (rows.length >= (field.minRows ?? 0)) return rows
  fitting.findings.keep(found.path, found.value, `is fewer than ${field.minRows}`)
  return undefined
}

/** A row may be no more than its one value: the text of a line, the id of a picture, a link. */
function itemOf(field: ArrayField, value: Found['value']): Found['value'] {
  const [first] = namedFields(field.fields)
  if (!first) return value
  const isLink = first.type === 'group' && first.name === 'link'
  if (!isObject(value)) return isLink ? value : { [first.name]: value }
  if (isLink && !isObject(value.link)) return { link: value }
  const isPicture = first.type === 'upload' && value[first.name] === undefined
  return isPicture && isDocument(value)
    ? { ...withoutId(value), [first.name]: oldOf(value) }
    : value
}

const isDocument = (value: PlainObject): boolean =>
  value.filename !== undefined || value.relationTo !== undefined

const oldOf = ({ id, _id, value, relationTo }: PlainObject): Found['value'] =>
  relationTo === undefined ? (id ?? _id ?? null) : { relationTo, value }

const withoutId = ({
  id: _id,
  _id: _old,
  value: _value,
  relationTo: _to,
  ...others
}: PlainObject): PlainObject => others

async function fitItem(
  field: ArrayField,
  { path, value }: Found,
  fitting: Fitting,
): Promise<Row | string> {
  if (!isObject(value)) return `${shown(value)} is no row`
  const own = namedFields(field.fields).map(({ name }) => name)
  const reader = new RowReader(path, value, own)
  const id = rowId(reader, fitting)
  const { row, missing } = await fitFields(field.fields, reader, fitting)
  const lacking = row.link === undefined && needsLink(field) ? [...missing, 'link'] : missing
  if (lacking.length > 0) return `lacks ${lacking.join(', ')}`
  reader.keepRest(fitting.findings, 'there is no such field here')
  return { id, ...row }
}

/** Whether a row is nothing without its link: Payload asks for the words of one. */
const needsLink = ({ fields }: ArrayField): boolean =>
  namedFields(fields).some(
    (field) =>
      field.type === 'group' && field.name === 'link' && namedFields(field.fields).some(isRequired),
  )

/** The id that a row has, if it can be one; else always the same one for the same place. */
export function rowId(reader: RowReader, { context, locale, findings, shared }: Fitting): string {
  const found = reader.take('id', '_id')
  const id = textOf(found?.value)
  if (id !== undefined && /^[\w-]{1,64}$/.test(id)) return id
  if (found) findings.note(found.path, 'a row has an id of its own')
  return uuidV5(context.id, shared ? reader.path : `${locale} ${reader.path}`)
}

async function fitGroup(
  field: Extract<NamedField, { type: 'group' }>,
  found: Found,
  fitting: Fitting,
): Promise<unknown> {
  if (field.name === 'link') return fitLink(found, fitting)
  if (!isObject(found.value)) {
    fitting.findings.keep(found.path, found.value, `${shown(found.value)} is no group of fields`)
    return undefined
  }
  const own = namedFields(field.fields).map(({ name }) => name)
  const reader = new RowReader(found.path, found.value, own)
  const { row } = await fitFields(field.fields, reader, fitting)
  reader.keepRest(fitting.findings, 'there is no such field here')
  return row
}
