import type { JSONField } from 'payload'
import { z } from 'zod'

import { type Findings } from './Findings'
import { type Found, isEmpty, isObject, type PlainObject, shown } from './plainValue'
import { type PlainValue } from './Target'

type Schema = NonNullable<JSONField['jsonSchema']>['schema']
type Json = Readonly<Record<string, unknown>>

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null

const checks = new Map<string, z.ZodType>()

/** Whether a value is as its schema says. Schemas of fields are few, and read once. */
function isValid(schema: Schema, value: PlainValue): boolean {
  // Through text: the types of two libraries do not agree on what a schema may say of itself.
  const text = JSON.stringify(schema)
  const check = checks.get(text) ?? z.fromJSONSchema(JSON.parse(text))
  checks.set(text, check)
  return check.safeParse(value).success
}

/**
 * What of an object has a place in a JSON field, level by level; the rest is kept. Names may be written with underscores. Undefined if the value
 * is no object at all.
 */
export function fitJson(schema: Schema, found: Found, findings: Findings): Json | undefined {
  if (!isObject(found.value)) {
    findings.keep(found.path, found.value, `${shown(found.value)} is no object`)
    return undefined
  }
  const result: [string, unknown][] = []
  for (const { key, value, name } of closestFirst(schema, found.value)) {
    if (value === undefined || isEmpty(value)) continue
    const path = `${found.path}.${key}`
    const inner = name === undefined ? undefined : schemaOf(schema, name)
    if (name === undefined || !inner || result.some(([other]) => other === name)) {
      findings.keep(path, value, 'there is no such field here')
      continue
    }
    if (name !== key) findings.note(path, `is now called “${name}”`)
    const fitted = fitValue(inner, { path, value }, findings)
    if (fitted !== undefined) result.push([name, fitted])
  }
  const most = typeof schema.maxProperties === 'number' ? schema.maxProperties : Infinity
  for (const [name, value] of result.slice(most))
    findings.keep(`${found.path}.${name}`, plainOf(value), `there are more than ${most}`)
  return Object.fromEntries(result.slice(0, most))
}

/** Where two names mean one field, the one that is more like it comes first: a second colour is the accent only where there is no accent. */
const closestFirst = (schema: Schema, object: PlainObject) =>
  Object.entries(object)
    .map(([key, value]) => ({ key, value, name: nameIn(schema, key) }))
    .sort((a, b) => distanceOf(a) - distanceOf(b))

const plainOf = (value: unknown): PlainValue => (typeof value === 'boolean' ? value : String(value))

function fitValue(schema: Schema, found: Found, findings: Findings): unknown {
  if (schema.type === 'object') return fitJson(schema, found, findings)
  const value = schema.type === 'boolean' ? truthOf(found.value) : found.value
  if (isValid(schema, value)) {
    if (value !== found.value) findings.note(found.path, `becomes ${String(value)}`)
    return value
  }
  findings.keep(found.path, found.value, `${shown(found.value)} is not what this field takes`)
  return undefined
}

function truthOf(value: PlainValue): PlainValue {
  if (value === 1 || value === 'true' || value === 'on') return true
  return value === 0 || value === 'false' || value === 'off' ? false : value
}

/** What fields of our schemas are called elsewhere: words without case and underscores. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  primary: 'primarycolor primarycolour brandcolor brandcolour maincolor color',
  accent: 'accentcolor accentcolour secondary secondarycolor secondarycolour',
  surface: 'surfacecolor background backgroundcolor',
  text: 'textcolor textcolour foreground',
  tagline: 'slogan claim motto',
  mailFooter: 'emailfooter emailsignature',
  defaultCurrency: 'currency currencycode',
  timeZone: 'timezone tz',
  locale: 'language lang',
  phone: 'phonenumber mobile telephone tel',
  jobTitle: 'position title job',
  bio: 'about description biography',
}

const plainName = (key: string): string => key.toLowerCase().replace(/[-_ ]/g, '')

const otherNamesOf = (name: string): readonly string[] =>
  Object.hasOwn(OTHER_NAMES, name) ? (OTHER_NAMES[name]?.split(' ') ?? []) : []

/** How far a key is from the field that it means: the name itself, the name written otherwise, or one of the other names, in their order. */
function distanceOf({ key, name }: { key: string; name: string | undefined }): number {
  if (name === undefined || key === name) return 0
  const word = plainName(key)
  return plainName(name) === word ? 1 : 2 + otherNamesOf(name).indexOf(word)
}

/** The name of a field as the schema has it. */
function nameIn(schema: Schema, key: string): string | undefined {
  const camel = key.replace(/[-_ ]+(\w)/g, (_, letter: string) => letter.toUpperCase())
  const word = plainName(key)
  const known = Object.keys(schema.properties ?? {}).find(
    (name) => plainName(name) === word || otherNamesOf(name).includes(word),
  )
  return [key, camel, known].find(
    (name): name is string => name !== undefined && schemaOf(schema, name) !== undefined,
  )
}

function schemaOf(schema: Schema, name: string): Schema | undefined {
  const own = schema.properties && Object.hasOwn(schema.properties, name)
  const property: unknown = own ? schema.properties?.[name] : undefined
  if (isSchema(property)) return property
  const { additionalProperties: others, propertyNames: names } = schema
  if (!isSchema(others)) return undefined
  // Zod asks for a pattern of what is said to be a text.
  return !isSchema(names) || isValid({ ...names, type: 'string' }, name) ? others : undefined
}
