import { type BsonValue } from '../bson/BsonValue'
import { type Converted, impossible, ok } from '../convert/Converted'
import { assignField, type Values } from './assignField'
import { fieldsOf } from './checkFields'
import { convertAs } from './convertAs'
import { convertLocalized } from './convertLocalized'
import { pathText, type FieldPath } from './fieldPath'
import { type FieldRule } from './ImportMap'
import { type MappedValue } from './MappedValue'
import { type MapNote } from './MapReport'
import { type FoundField, type SourceFields } from './SourceFields'
import { fillTemplate } from './template'
import { textOfScalar } from './textOfScalar'

/** A rule, of which the field to read is chosen. */
type Rule = Omit<FieldRule, 'from'> & { readonly from?: FieldPath }

/** Where the rules of a document write to. */
export interface Outcome {
  readonly values: Values
  readonly losses: MapNote[]
  readonly problems: MapNote[]
}

/** Does what one rule says. A field that it cannot map stays in the rest, and is told. */
export function applyRule(rule: FieldRule, source: SourceFields, outcome: Outcome): void {
  if (rule.template !== undefined) fill(rule.template, rule, source, outcome)
  else if (rule.value !== undefined) assign(rule, rule.value, outcome)
  else copy(rule, source, outcome)
}

/** The field that a rule writes: the one of the same name, unless it says another. */
const targetsOf = ({ to, from }: Rule): readonly string[] =>
  [to ?? (typeof from === 'string' ? from : [])].flat()

function assign(rule: Rule, value: MappedValue, { values }: Outcome): void {
  for (const target of targetsOf(rule)) assignField(values, target, value)
}

function copy(given: FieldRule, source: SourceFields, outcome: Outcome): void {
  const found = fieldsOf(given).flatMap((from) => {
    const field = source.find(from)
    return field ? [{ from, field }] : []
  })
  const chosen = found.find(({ field }) => !SAYS_NOTHING.includes(field.value.type)) ?? found[0]
  if (!chosen) return
  const { field } = chosen
  // What it writes is that of the rule, whichever of its fields is read.
  const rule = { ...given, to: [...targetsOf(given)], from: chosen.from }
  if (rule.split !== undefined) split(rule.split, field, rule, source, outcome)
  else if (rule.lookup) lookUp(rule.lookup, field, rule, source, outcome)
  else settle(convert(field.value, rule), field, rule, source, outcome)
}

const SAYS_NOTHING: readonly string[] = ['null', 'undefined']

const convert = (value: BsonValue, rule: Rule): Converted<MappedValue> =>
  rule.localized ? convertLocalized(value, rule) : convertAs(value, rule)

function settle(
  converted: Converted<MappedValue>,
  field: FoundField,
  rule: Rule,
  source: SourceFields,
  outcome: Outcome,
): void {
  const path = pathText(rule.from ?? [])
  if (converted.kind === 'impossible') {
    outcome.problems.push({ path, reason: told(rule, converted.reason) })
    return
  }
  if (converted.kind === 'lossy')
    outcome.losses.push({ path, reason: told(rule, converted.reason) })
  assign(rule, converted.value, outcome)
  source.take(field)
}

/** A reason, without the value in it where that is a secret. Those of texts have none in them. */
const told = ({ as, secret }: Rule, reason: string): string =>
  secret && as !== 'text' ? 'what it is stays unsaid: it is a secret' : reason

function lookUp(
  table: Readonly<Record<string, string | number | boolean | null>>,
  field: FoundField,
  rule: Rule,
  source: SourceFields,
  outcome: Outcome,
): void {
  const text = textOfScalar(field.value)
  const found = text !== undefined && Object.hasOwn(table, text) ? table[text] : undefined
  const shown = text === undefined ? `a value of the type ${field.value.type}` : `“${text}”`
  if (found === undefined && rule.else !== undefined) {
    // The table did not foresee it: the field gets the other value, and what was there stays in the rest.
    assign(rule, rule.else, outcome)
    outcome.losses.push({
      path: pathText(rule.from ?? []),
      reason: told(rule, `${shown} is not in the table and becomes ${JSON.stringify(rule.else)}`),
    })
    return
  }
  const converted =
    found === undefined ? impossible(`${shown} is not in the table`) : ok<MappedValue>(found)
  settle(converted, field, rule, source, outcome)
}

/** The last field gets all that is left, so that nothing of a text is lost. */
function split(
  separator: string,
  field: FoundField,
  rule: Rule,
  source: SourceFields,
  outcome: Outcome,
): void {
  const path = pathText(rule.from ?? [])
  const text = convertAs(field.value, { as: 'text' })
  if (text.kind === 'impossible' || typeof text.value !== 'string') {
    const reason = text.kind === 'impossible' ? text.reason : 'null cannot be split'
    outcome.problems.push({ path, reason })
    return
  }
  if (text.kind === 'lossy') outcome.losses.push({ path, reason: text.reason })
  const parts = text.value.split(separator)
  const targets = targetsOf(rule)
  for (const [index, target] of targets.slice(0, parts.length).entries()) {
    const end = index === targets.length - 1 ? undefined : index + 1
    assignField(outcome.values, target, parts.slice(index, end).join(separator))
  }
  source.take(field)
}

/** The fields of a template are not taken: nobody could tell from the text what they were. */
function fill(template: string, rule: Rule, source: SourceFields, outcome: Outcome): void {
  const textOf = (name: string): string => {
    const value: BsonValue | undefined = source.find(name)?.value
    const text = value && textOfScalar(value)
    if (value && text === undefined)
      outcome.problems.push({
        path: pathText(name),
        reason: `a value of the type ${value.type} has no text for a template`,
      })
    return text ?? ''
  }
  const text = convertAs({ type: 'string', value: fillTemplate(template, textOf) }, { as: 'text' })
  if (text.kind !== 'impossible') assign(rule, text.value, outcome)
}
