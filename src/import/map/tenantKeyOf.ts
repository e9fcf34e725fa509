import { type BsonValue } from '../bson/BsonValue'
import { idText } from '../bson/idText'
import { pathText, type FieldPath } from './fieldPath'
import { type TenantRule } from './ImportMap'
import { type MapNote } from './MapReport'
import { SourceFields } from './SourceFields'

/** Which tenant a document belongs to, in words of the source; the tenants themselves are known only when they have come in. */
export type TenantKey =
  | { readonly by: 'slug'; readonly slug: string }
  /** The document of `collection` that has `value` in `field`. */
  | {
      readonly by: 'document'
      readonly collection: string
      readonly field: FieldPath
      readonly value: BsonValue
    }
  /** That of the document of `collection` with this id. */
  | { readonly by: 'like'; readonly collection: string; readonly id: BsonValue }
  /** It is in several. */
  | { readonly by: 'each'; readonly keys: readonly TenantKey[] }
  /** The document is a tenant. */
  | { readonly by: 'self' }

/** The tenant by a rule. Null, with the problem, if it does not say: a document of nobody comes in nowhere. */
export function tenantKeyOf(
  rule: TenantRule | undefined,
  source: SourceFields,
  database: string,
  problems: MapNote[],
): TenantKey | null {
  const refuse = (path: string, reason: string): null => {
    problems.push({ path, reason })
    return null
  }
  if (!rule) return refuse('$', 'no rule says which tenant it belongs to')
  if (rule.self) return { by: 'self' }
  if (rule.slug !== undefined) return { by: 'slug', slug: rule.slug }
  if (rule.database)
    return (
      ofDatabase(rule.slugs, database) ?? refuse('$', `${database} is in no table of databases`)
    )
  if (rule.like) {
    const id = valueOf(rule.like.field, source)
    return id
      ? { by: 'like', collection: rule.like.of, id }
      : refuse(pathText(rule.like.field), 'no tenant')
  }
  if (rule.field === undefined || rule.in === undefined)
    return refuse('$', 'the tenant rule is empty')
  const field = source.find(rule.field)
  if (!field || field.value.type === 'null' || field.value.type === 'undefined')
    return refuse(pathText(rule.field), 'no tenant')
  const key = (value: BsonValue): TenantKey => ({
    by: 'document',
    collection: rule.in ?? '',
    field: rule.match ?? '_id',
    value,
  })
  if (rule.each !== undefined) {
    const values = valuesOfEach(field.value, rule.each)
    return values.length === 0
      ? refuse(pathText(rule.field), 'no tenant')
      : { by: 'each', keys: values.map(key) }
  }
  source.take(field)
  return key(field.value)
}

/** The tenants in a list, each once. */
function valuesOfEach(list: BsonValue, path: FieldPath): BsonValue[] {
  const items = list.type === 'array' ? list.items : []
  const values = items.flatMap((item) => {
    const value = item.type === 'object' ? valueOf(path, new SourceFields(item)) : undefined
    return value ? [[idText(value), value] as const] : []
  })
  return [...new Map(values).values()]
}

/** A value that says something. */
function valueOf(path: FieldPath, source: SourceFields): BsonValue | undefined {
  const value = source.find(path)?.value
  return value?.type === 'null' || value?.type === 'undefined' ? undefined : value
}

function ofDatabase(
  slugs: Readonly<Record<string, string>> | undefined,
  database: string,
): TenantKey | undefined {
  if (!slugs) return { by: 'slug', slug: database }
  const slug = Object.hasOwn(slugs, database) ? slugs[database] : undefined
  return slug === undefined ? undefined : { by: 'slug', slug }
}
