import { type CollectionRule, type FieldRule, type TenantRule } from './ImportMap'
import { type RecognisedCollection } from './Recognised'
import { hasFields, isAlways, type Sample, valuesOf } from './Sample'

interface Place {
  readonly tenants: Sample
  /** The name of the leads in the map. */
  readonly key: string
  readonly tenant: TenantRule
}

interface Forms {
  /** What changes about the leads. */
  readonly leads: Pick<RecognisedCollection, 'why' | 'rules'>
  /** The forms that they get. */
  readonly collections: readonly RecognisedCollection[]
}

/** What describes how a lead came, and is no answer of a visitor. */
const NO_ANSWER =
  /^(?:_|tenant|form|status|state|assign|owner|source|channel|campaign|utm|ip|user_?agent|referr?er|locale|language|score|tags|notes?$|comments$|created|updated|deleted|is_|hash|token)|_(?:id|at|by|ip)$|(?:Id|At|By)$/

const TARGET = /^[A-Za-z]\w*$/

/**
 * Leads without a form get one of their own in each tenant, with the questions that their answers have: here a lead is of a form. Undefined
 * where the leads of the sample name theirs.
 */
export function formsOf(
  sample: Sample,
  rules: CollectionRule,
  { tenants, key, tenant }: Place,
): Forms | undefined {
  if (rules.to !== 'form-submissions' || tenant.field === undefined) return undefined
  const ruleTo = (to: string) =>
    rules.fields?.find((rule) => typeof rule !== 'string' && rule.to === to)
  const form = ruleTo('form')
  if (form && isSaid(sample, form, String(tenant.field))) return undefined
  const given = ruleTo('submissionData')
  const answers = given ? innerNames(sample, given) : flatNames(sample, rules)
  const forms = `${sample.name}.form`
  const match = String(tenant.match ?? '_id')
  const own: FieldRule[] = given
    ? []
    : answers.map((name) => ({ from: name, to: `submissionData.${name}` }))
  return {
    leads: {
      why: 'leads of a tenant; those without a form are of one that is made for them',
      rules: {
        ...rules,
        fields: [
          ...(rules.fields ?? []),
          ...own,
          { from: tenant.field, to: 'fallbackForm', as: 'reference', collection: forms },
        ],
      },
    },
    collections: [
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
    ],
  }
}

/** The field that a rule reads, of those that are recognised: none of them is a path. */
const fieldOf = (rule: FieldRule | string): string =>
  typeof rule === 'string' ? rule : String(rule.from)

/** Where fewer than these name none, they are mistakes, and rejected with their reason. */
const FEW = 0.2

/** Whether the leads of tenants say what this rule reads. */
function isSaid({ documents }: Sample, rule: FieldRule | string, tenantField: string): boolean {
  const owned = documents.filter((document) => document.get(tenantField) !== undefined)
  const silent = owned.filter((document) => {
    const value = document.get(fieldOf(rule))
    return value === undefined || value.type === 'null'
  })
  return silent.length <= owned.length * FEW
}

/** Fields of the documents themselves that are answers. */
const flatNames = (sample: Sample, rules: CollectionRule): string[] => {
  const used = new Set(rules.fields?.map(fieldOf))
  const names = new Set(sample.documents.flatMap(({ keys }) => [...keys]))
  return [...names].filter(
    (name) =>
      !used.has(name) &&
      TARGET.test(name) &&
      !NO_ANSWER.test(name) &&
      isAlways(sample, name, 'string', 'int', 'long', 'double', 'bool') &&
      hasFields(sample, name),
  )
}

/** The names in an object of answers. */
const innerNames = (sample: Sample, rule: FieldRule | string): string[] => {
  const names = valuesOf(sample, fieldOf(rule)).flatMap((value) =>
    value.type === 'object' ? [...value.keys] : [],
  )
  return [...new Set(names)].filter((name) => TARGET.test(name)).slice(0, MAX_QUESTIONS)
}

const MAX_QUESTIONS = 50

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
