import { fields as pluginFields } from '@payloadcms/plugin-form-builder'
import type { Block } from 'payload'

import { FileBlock, StepBlock, withConditions } from '@/collections/formBlocks'

import { formFieldName } from './formFieldName'
import { fitFields, rowId } from './layout/fitFields'
import { type Fitting, type Row } from './layout/Fitting'
import { RowReader } from './layout/RowReader'
import { wordOf } from './lookUp'
import { type Found, isList, isObject, listOf, shown, textOf } from './plainValue'
import { type PlainValue } from './Target'
import { firstField } from './plainValue'
import { inLanguage } from './translations'

/** As src/collections/hooks/checkFormFields.ts asks for. */
const [MAX_FIELDS, MAX_FILE_FIELDS] = [60, 5]

/** The plugin's, but for payments and its own uploads, which payload.config.ts switches off. */
const BLOCKS: readonly Block[] = conditioned([
  ...Object.entries(pluginFields).flatMap(([name, block]) =>
    typeof block === 'function' || name === 'payment' || name === 'upload' ? [] : [block],
  ),
  FileBlock,
  StepBlock,
])

function conditioned(blocks: Block[]): readonly Block[] {
  const field = withConditions({ name: 'fields', type: 'blocks', blocks })
  return field.type === 'blocks' ? field.blocks : blocks
}

const TYPES = ['blockType', 'type', 'kind', 'fieldType', 'field_type', 'input'] as const

const KINDS: Readonly<Record<string, string>> = {
  text: 'string input shorttext singleline name',
  textarea: 'multiline longtext paragraph textarea comment',
  email: 'mail emailaddress',
  select: 'dropdown list multiselect combobox',
  radio: 'radiogroup radios choice singlechoice',
  checkbox: 'boolean bool switch toggle consent agreement',
  number: 'integer int float numeric range rating',
  date: 'datetime datepicker day calendar',
  country: 'countries',
  state: 'region province',
  message: 'html info content statictext description',
  step: 'page pagebreak section fieldset',
  file: 'upload attachment files fileupload document',
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  label: 'title question caption text',
  required: 'isRequired is_required mandatory',
  defaultValue: 'default default_value initialValue',
  placeholder: 'hint',
  message: 'text content html label',
  title: 'label name text',
  value: 'id key',
  maxSize: 'maxFileSize',
}

const aliasesOf = (field: string): readonly string[] =>
  Object.hasOwn(FIELD_WORDS, field) ? (FIELD_WORDS[field] ?? '').split(' ') : []

/** The questions of a form, in one language. */
export async function formFields(found: Found, given: Fitting): Promise<readonly Row[]> {
  const fitting: Fitting = { ...given, aliasesOf, shared: true }
  const { findings } = fitting
  const rows: Row[] = []
  if (!isList(found.value) && !isObject(found.value)) {
    findings.keep(found.path, found.value, `${shown(found.value)} is no list of questions`)
    return rows
  }
  for (const one of questionsOf(found)) {
    const row = await formField(one, rows, fitting)
    if (typeof row === 'string') findings.keep(one.path, one.value, row)
    else if (row) rows.push(row)
  }
  return rows
}

/** Questions as a list, or by their names. */
function questionsOf({ path, value }: Found): readonly Found[] {
  if (isList(value)) return value.map((one, index) => ({ path: `${path}.${index}`, value: one }))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, one]) =>
    one === undefined
      ? []
      : [{ path: `${path}.${name}`, value: isObject(one) ? { name, ...one } : one }],
  )
}

const hasName = (row: Row, name: string): boolean => row.name === name

async function formField(
  { path, value }: Found,
  before: readonly Row[],
  fitting: Fitting,
): Promise<Row | string | undefined> {
  const { findings } = fitting
  if (value === null) return undefined
  if (!isObject(value)) return `${shown(value)} is no question`
  if (before.length >= MAX_FIELDS) return `a form has up to ${MAX_FIELDS} fields`
  const reader = new RowReader(
    path,
    value,
    BLOCKS.flatMap(({ slug }) => slug),
  )
  const block = blockOf(reader, fitting)
  const files = before.filter(({ blockType }) => blockType === FileBlock.slug).length
  if (block.slug === FileBlock.slug && files >= MAX_FILE_FIELDS)
    return `a form has up to ${MAX_FILE_FIELDS} fields for files`
  const id = rowId(reader, fitting)
  if (block.slug !== 'message' && block.slug !== StepBlock.slug) {
    const problem = offerName(reader, before, fitting)
    if (problem !== undefined) return problem
  }
  if (block.slug === 'select' || block.slug === 'radio') offerOptions(reader)
  const { row, missing } = await fitFields(block.fields, reader, fitting)
  if (missing.length > 0) return `a field “${block.slug}” without ${missing.join(', ')}`
  reader.keepRest(findings, 'there is no such setting of this field')
  const { showIf, ...others } = row
  const condition = conditionOf(showIf, before)
  if (showIf !== undefined && condition === undefined)
    findings.keep(`${path}.showIf`, value.showIf ?? null, 'asks for a field that is not before it')
  return { id, blockType: block.slug, ...others, ...(condition && { showIf: condition }) }
}

/** What is not known is a line of text, so that what was sent with it has a question. */
function blockOf(reader: RowReader, { findings }: Fitting): Block {
  const typed = reader.take(...TYPES)
  const given = textOf(typed?.value) ?? 'text'
  const word = wordOf(given)
  const slug =
    BLOCKS.find((block) => block.slug === given)?.slug ??
    Object.keys(KINDS).find((kind) => kind === word || KINDS[kind]?.split(' ').includes(word))
  const block = BLOCKS.find((one) => one.slug === (slug ?? 'text')) ?? StepBlock
  if (typed && slug === undefined)
    findings.keep(typed.path, typed.value, `${shown(given)} is no kind of field: a line of text`)
  else if (typed && slug !== typed.value)
    findings.note(typed.path, `${shown(given)} becomes “${block.slug}”`)
  return block
}

/** Puts the name in its place, or says what is wrong with it. */
function offerName(
  reader: RowReader,
  before: readonly Row[],
  { context, locale, findings }: Fitting,
): string | undefined {
  const named = reader.take('name', 'key', 'field', 'slug', 'identifier')
  const label = reader.peek('label', ...aliasesOf('label'))
  const words = named ?? (label && inLanguage(label, context.locales[0], context.locales, findings))
  const given = textOf(words?.value)
  const base = (given === undefined ? undefined : formFieldName(given)) ?? 'field'
  let name = base
  for (let n = 2; before.some((row) => hasName(row, name)); n += 1) name = `${base}_${n}`
  if (named && given === undefined) return `${shown(named.value)} is no name`
  const path = words?.path ?? `${reader.path}.name`
  if (name !== given) findings.note(path, `the name is now “${name}” (${locale})`)
  reader.offer('name', { path, value: name })
  return undefined
}

/** Choices as texts, as rows of whatever names, or as an object. */
function offerOptions(reader: RowReader): void {
  const found = reader.take('options', 'choices', 'values', 'items')
  if (!found) return
  const rows: readonly PlainValue[] = isObject(found.value)
    ? Object.entries(found.value).map(([value, label]) => ({ value, label: label ?? value }))
    : listOf(found.value).map(optionOf)
  reader.offer('options', { path: found.path, value: rows })
}

function optionOf(option: PlainValue): PlainValue {
  const text = textOf(option)
  if (text !== undefined) return { label: text, value: text }
  if (!isObject(option)) return option
  const label = firstField(option, 'label', 'text', 'name', 'title')
  const value = firstField(option, 'value', 'key', 'id')
  const { [label?.name ?? 'label']: _label, [value?.name ?? 'value']: _value, ...others } = option
  const plain = textOf(value?.value) ?? textOf(label?.value)
  return { ...others, label: label?.value ?? value?.value, value: plain }
}

/** A condition on a field before it that is answered with words. */
function conditionOf(showIf: unknown, before: readonly Row[]): Row | undefined {
  if (typeof showIf !== 'object' || showIf === null) return undefined
  const field: unknown = Reflect.get(showIf, 'field')
  const value: unknown = Reflect.get(showIf, 'value')
  const asked = before.find((row) => typeof field === 'string' && hasName(row, field.trim()))
  return asked && asked.blockType !== FileBlock.slug ? { field, value } : undefined
}
