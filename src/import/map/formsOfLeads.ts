import { fieldsOf } from './checkFields'
import { type FieldRule, type TenantRule } from './ImportMap'
import { type RecognisedCollection } from './Recognised'
import { isAlways, type Sample, valuesOf } from './Sample'

interface Place {
  readonly tenants: Sample
  readonly tenant: TenantRule
  /** What collections of the database are called. */
  readonly names: readonly string[]
}

/**
 * Leads as they are recognised, with what they need to come in: answers that are fields of the lead itself, and a form. Here a lead is of a
 * form; where they name none, there is one for them in each tenant, with the questions that their answers have.
 */
export function withForms(
  found: RecognisedCollection,
  sample: Sample,
  { tenants, tenant, names }: Place,
): RecognisedCollection[] {
  const { key, rules } = found
  if (rules.to !== 'form-submissions') return [found]
  const fields = (rules.fields ?? []).map(ruleOf)
  const given = fields.find(({ to }) => to === 'submissionData')
  const answers = given ? innerNames(sample, given) : flatNames(sample, fields)
  const own = given ? [] : answers.map((name) => ({ from: name, to: `submissionData.${name}` }))
  const leads = { ...found, rules: { ...rules, fields: [...fields, ...own] } }
  const form = fields.find(({ to }) => to === 'form')
  if (tenant.field === undefined || (form && isSaid(sample, form, tenant.field))) return [leads]
  const forms = freeName(`${sample.name}.form`, names)
  const fallback: FieldRule = {
    from: tenant.field,
    to: 'fallbackForm',
    as: 'reference',
    collection: forms,
  }
  const match = String(tenant.match ?? '_id')
  return [
    {
      key,
      why: 'leads of a tenant; those without a form are of one that is made for them',
      rules: { ...leads.rules, fields: [...leads.rules.fields, fallback] },
    },
    {
      key: key.slice(0, key.length - sample.name.length) + forms,
      why: `a form for those of ${sample.name} that have none, in each tenant`,
      rules: {
        copyOf: { collection: tenants.name, ...(match !== '_id' && { id: match }) },
        to: 'forms',
        tenant: { field: '_id', in: tenants.name, match },
        fields: [
          { to: 'title', value: labelOf(sample.name) },
          { to: 'fields', value: answers.map(questionOf) },
        ],
      },
    },
  ]
}

/** A copy cannot be called like a collection that is there. */
const freeName = (name: string, names: readonly string[]): string =>
  names.includes(name) ? freeName(`${name}s`, names) : name

const ruleOf = (rule: string | FieldRule): FieldRule =>
  typeof rule === 'string' ? { from: rule } : rule

/** Where fewer than these name none, they are mistakes, and rejected with their reason. */
const FEW = 0.2

/** Whether the leads of tenants say what a rule reads. */
function isSaid(
  { documents }: Sample,
  rule: FieldRule,
  tenantField: NonNullable<TenantRule['field']>,
): boolean {
  const owned = documents.filter((document) => document.get(String(tenantField)) !== undefined)
  const silent = owned.filter((document) =>
    fieldsOf(rule).every((field) => {
      const value = document.get(String(field))
      return value === undefined || value.type === 'null'
    }),
  )
  return silent.length <= owned.length * FEW
}

const MAX_QUESTIONS = 50

/** What describes how a lead came, and is no answer of a visitor. */
const NO_ANSWER =
  /^(?:_|tenant|form|status|state|assign|owner|source|channel|campaign|utm|ip|user_?agent|referr?er|locale|language|score|tags|notes?$|comments$|created|updated|deleted|is_|hash|token)|_(?:id|at|by|ip)$|(?:Id|At|By)$/

/** What can be a part of a target. */
const NAME = /^[A-Za-z]\w*$/

/** Fields of the documents themselves that are answers. */
function flatNames(sample: Sample, fields: readonly FieldRule[]): string[] {
  const used = new Set(fields.flatMap(fieldsOf).map(String))
  const names = new Set(sample.documents.flatMap(({ keys }) => [...keys]))
  return [...names]
    .filter(
      (name) =>
        !used.has(name) &&
        NAME.test(name) &&
        !NO_ANSWER.test(name) &&
        isAlways(sample, name, 'string', 'int', 'long', 'double', 'bool'),
    )
    .slice(0, MAX_QUESTIONS)
}

/** The names in an object of answers. */
function innerNames(sample: Sample, rule: FieldRule): string[] {
  const names = fieldsOf(rule)
    .flatMap((field) => valuesOf(sample, String(field)))
    .flatMap((value) => (value.type === 'object' ? [...value.keys] : []))
  return [...new Set(names)].filter((name) => NAME.test(name)).slice(0, MAX_QUESTIONS)
}

const questionOf = (name: string) => ({ type: kindOf(name), name, label: labelOf(name) })

function kindOf(name: string): string {
  if (/e-?mail/i.test(name)) return 'email'
  return /message|comment|question|text|description/i.test(name) ? 'textarea' : 'text'
}

/** “first_name” and “firstName” as people write it. */
function labelOf(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .trim()
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
