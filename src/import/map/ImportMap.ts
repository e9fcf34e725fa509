import { z } from 'zod'

import { LOCALE_CODES } from '@/locales/locales'

import { checkFields, TARGET } from './checkFields'

/** How a value is converted; see src/import/convert. Left out, it becomes what JSON has for it. */
export const CONVERSIONS = [
  'text',
  'integer',
  'bigint',
  'number',
  'numeric',
  'boolean',
  'date',
  'uuid',
  'reference',
] as const

const name = z.string().min(1, 'is empty')

const step = name.refine((text) => text !== '__proto__', 'cannot be named __proto__')

/** A name with dots in it is a path; an empty name between two dots is a mistake. */
const fieldPath = z.union(
  [
    name.refine((text) => text.split('.').every((part) => part !== ''), 'has an empty name in it'),
    z.array(z.string()).min(1, 'is empty'),
  ],
  'is the name of a field, as in profile.name, or a list of names',
)

const target = z.string().regex(TARGET, 'is no field: letters, digits and _, with dots between')

const scalar = z.union(
  [z.string(), z.number(), z.boolean(), z.null()],
  'is a text, a number, true, false or null',
)

const fieldRule = z.strictObject({
  from: fieldPath.optional(),
  /** Other fields for `from`: the first that a document has something in. */
  or: z.array(fieldPath).min(1, 'is empty').optional(),
  to: z
    .union([target, z.array(target).min(2, 'needs two fields or more')], {
      error: 'is a field: letters, digits and _, with dots between; a list of them with `split`',
    })
    .optional(),
  as: z.enum(CONVERSIONS, `is one of ${CONVERSIONS.join(', ')}`).optional(),
  /** Of a reference: the source collection it points to. Left out, the value says it (DBRef, or Payload's `relationTo`). */
  collection: name.optional(),
  /** The value may be an object with a value for each language. */
  localized: z.literal(true, 'is true, or left out').optional(),
  /** Of a UUID of the old subtype 3: which driver wrote it. */
  driver: z.enum(['java', 'csharp', 'python'], 'is java, csharp or python').optional(),
  value: z.json().optional(),
  lookup: z.record(step, scalar, 'is a table: value: new value').optional(),
  else: scalar.optional(),
  split: z.string().min(1, 'is empty').optional(),
  template: name.optional(),
  /** Whatever is not mapped of it is dropped, and never in the rest. */
  secret: z.literal(true, 'is true, or left out').optional(),
})

const tenantRule = z
  .strictObject({
    field: fieldPath.optional(),
    in: name.optional(),
    match: fieldPath.optional(),
    /** Of a field that is a list of objects: where in each of them its tenant is. The document comes in for every one. */
    each: fieldPath.optional(),
    slug: name.optional(),
    database: z.literal(true, 'is true, or left out').optional(),
    /** The name is empty for files that do not say their database. */
    slugs: z.record(z.string(), name).optional(),
    /** The tenant of the document of `of` that has the value of `field` for its id. */
    like: z.strictObject({ field: fieldPath, of: name }).optional(),
    self: z.literal(true, 'is true, or left out').optional(),
  })
  .superRefine((rule, context) => {
    const ways = [rule.field, rule.slug, rule.database, rule.like, rule.self].filter(
      (way) => way !== undefined,
    )
    const refuse = (reason: string): void => context.addIssue({ code: 'custom', message: reason })
    if (ways.length !== 1) refuse('needs exactly one of field, slug, database, like and self')
    if ((rule.field === undefined) !== (rule.in === undefined))
      refuse('field and in belong together: the field, and the collection it is looked up in')
    if (rule.match !== undefined && rule.field === undefined) refuse('match belongs to field')
    if (rule.each !== undefined && rule.field === undefined) refuse('each belongs to field')
    if (rule.slugs !== undefined && rule.database === undefined) refuse('slugs belongs to database')
  })

const collectionRule = z
  .strictObject({
    to: z
      .string()
      .regex(/^[a-z][a-z0-9-]*$/, 'is the slug of a collection')
      .optional(),
    leave: name.optional(),
    /** No collection of the source, but the documents of another one, once more; `id`: the field that is their `_id`. */
    copyOf: z.strictObject({ collection: name, id: name.optional() }).optional(),
    tenant: tenantRule.optional(),
    id: z.strictObject({ field: fieldPath, of: name }).optional(),
    fields: z.array(z.union([target, fieldRule], 'is a field, or a rule')).optional(),
    drop: z.array(fieldPath).optional(),
  })
  .superRefine(checkFields)

/** A mapping file. docs/importing-map.md is its reference. */
export const importMapSchema = z.strictObject({
  version: z.literal(1, 'is 1'),
  tenant: tenantRule.optional(),
  /** What new spaces are offered in, the main language first, unless their documents say it. */
  languages: z
    .array(z.enum(LOCALE_CODES, 'is no language of Atrium'))
    .min(1, 'is empty')
    .optional(),
  collections: z.record(step, collectionRule, 'is a table: collection: rules'),
})

export type ImportMap = z.infer<typeof importMapSchema>
export type CollectionRule = z.infer<typeof collectionRule>
export type FieldRule = z.infer<typeof fieldRule>
export type TenantRule = z.infer<typeof tenantRule>
export type Conversion = (typeof CONVERSIONS)[number]
