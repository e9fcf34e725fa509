import { type BsonDocument, type BsonValue, EMPTY_DOCUMENT } from '../bson/BsonValue'
import { applyRule, type Outcome } from './applyRule'
import { type Values } from './assignField'
import { type SourceCollection } from '../read/Source'
import { fieldsOf } from './checkFields'
import { type CollectionRule, type ImportMap } from './ImportMap'
import { type FieldPath, pathText } from './fieldPath'
import { type MapNote } from './MapReport'
import { SourceFields } from './SourceFields'
import { type TenantKey, tenantKeyOf } from './tenantKeyOf'

/** Where a document comes from. */
export type DocumentOrigin = Pick<SourceCollection, 'database' | 'name'>

/** The id of the row: that of a document of a source collection, which need not be the one that is mapped. */
export interface MappedId {
  readonly collection: string
  readonly value: BsonValue
}

export interface Mapped {
  /** The collection here. Undefined: all of it is kept among the documents. */
  readonly target: string | undefined
  /** Why a rule leaves the whole collection behind. Nothing of the document is mapped or in the rest then. */
  readonly left: string | undefined
  readonly tenantKey: TenantKey | null
  /** Null, with a problem, if the document has none. */
  readonly id: MappedId | null
  readonly values: Values
  /** What no rule maps or drops, to be kept as it was. */
  readonly rest: BsonDocument
  /** The fields that a rule dropped. */
  readonly dropped: readonly string[]
  readonly losses: readonly MapNote[]
  /** What could not be mapped. The fields are in the rest. */
  readonly problems: readonly MapNote[]
}

/** Which rules of a map are for a collection: those of `database/name` before those of `name`. */
export const ruleKeyOf = (
  { collections }: ImportMap,
  { database, name }: DocumentOrigin,
): string | undefined =>
  [`${database}/${name}`, name].find((key) => Object.hasOwn(collections, key))

/** The rules for a collection; none, if the map does not name it. */
export function rulesFor(map: ImportMap, origin: DocumentOrigin): CollectionRule {
  const key = ruleKeyOf(map, origin)
  return (key === undefined ? undefined : map.collections[key]) ?? {}
}

/**
 * What becomes of a document. Pure, and complete: each field is mapped (into the values, the tenant or the id), among the dropped,
 * or in the rest.
 */
export function applyMap(
  map: ImportMap,
  collection: DocumentOrigin,
  document: BsonDocument,
): Mapped {
  const rules = rulesFor(map, collection)
  if (rules.leave !== undefined) return leftBehind(rules.leave)
  const source = new SourceFields(document)
  const outcome: Outcome = { values: {}, losses: [], problems: [] }
  const tenant = rules.tenant ?? map.tenant
  const tenantKey = tenantKeyOf(tenant, source, collection.database, outcome.problems)
  const id = idOf(rules, collection, source, outcome.problems)
  for (const rule of rules.fields ?? [])
    applyRule(typeof rule === 'string' ? { from: rule } : rule, source, outcome)
  const dropped = dropsOf(rules)
    .filter((path) => source.takeAll(path))
    .map(pathText)
  return {
    target: rules.to,
    left: undefined,
    tenantKey,
    id,
    // Made when it is asked for: most documents are kept whole, millions of them. What a copy does not map is where the document comes in.
    get rest() {
      return rules.copyOf === undefined ? source.rest() : EMPTY_DOCUMENT
    },
    dropped,
    ...outcome,
  }
}

const leftBehind = (reason: string): Mapped => ({
  target: undefined,
  left: reason,
  tenantKey: null,
  id: null,
  values: {},
  rest: EMPTY_DOCUMENT,
  dropped: ['$'],
  losses: [],
  problems: [],
})

function idOf(
  { id }: CollectionRule,
  { name }: DocumentOrigin,
  source: SourceFields,
  problems: MapNote[],
): MappedId | null {
  // The document's own id stays in the rest where the row has that of another: it is found by it.
  const field = source.find(id?.field ?? '_id')
  if (!field) {
    problems.push({ path: pathText(id?.field ?? '_id'), reason: 'no id' })
    return null
  }
  source.take(field)
  return { collection: id?.of ?? name, value: field.value }
}

/** What a collection's rules drop: a secret too, if it is still there when all rules are done. */
const dropsOf = ({ fields = [], drop = [] }: CollectionRule): FieldPath[] => [
  ...drop,
  ...fields.flatMap((rule) => (typeof rule === 'string' || !rule.secret ? [] : fieldsOf(rule))),
]
