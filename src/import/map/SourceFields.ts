import { BsonDocument, EMPTY_DOCUMENT, type BsonValue } from '../bson/BsonValue'
import { type FieldPath, pathSteps } from './fieldPath'

/** A field of a document: its value, and its place by numbers, as names may be there twice. */
export interface FoundField {
  readonly value: BsonValue
  readonly place: string
}

/** A source document, of which every field is taken by a rule, or belongs to the rest. */
export class SourceFields {
  private readonly taken = new Set<string>()

  constructor(private readonly document: BsonDocument) {}

  /** The field of a path. Of duplicates the first, as a server answers queries. */
  find(path: FieldPath): FoundField | undefined {
    return this.findAll(path)[0]
  }

  /** All fields of a path: more than one only where names are there twice. */
  findAll(path: FieldPath): readonly FoundField[] {
    return pathSteps(path).reduce<readonly FoundField[]>(
      (found, step) => found.flatMap((field) => children(field, step)),
      [{ value: this.document, place: '' }],
    )
  }

  /** Marks a field as mapped, or as dropped by a rule. */
  take({ place }: FoundField): void {
    this.taken.add(place)
  }

  /** Takes all that is left of a path, which is more than one field where a name is there twice. Whether there was any. */
  takeAll(path: FieldPath): boolean {
    const left = this.findAll(path).filter(({ place }) => !this.taken.has(place))
    for (const field of left) this.take(field)
    return left.length > 0
  }

  /** What no rule has taken. */
  rest(): BsonDocument {
    return this.taken.size === 0 ? this.document : this.without(this.document, '')
  }

  private without(document: BsonDocument, place: string): BsonDocument {
    const keys: string[] = []
    const values: BsonValue[] = []
    for (const [index, key] of document.keys.entries()) {
      const value = document.values[index]
      const left = value && this.left(value, `${place}/${index}`)
      if (!left) continue
      keys.push(key)
      values.push(left)
    }
    return keys.length === 0 ? EMPTY_DOCUMENT : new BsonDocument(keys, values)
  }

  /** What is left of a field: an object of which all fields are taken is gone, and one that was empty is not. */
  private left(value: BsonValue, place: string): BsonValue | undefined {
    if (this.taken.has(place)) return undefined
    if (value.type !== 'object' || value.size === 0) return value
    const rest = this.without(value, place)
    return rest.size === 0 ? undefined : rest
  }
}

function children({ value, place }: FoundField, step: string): FoundField[] {
  if (value.type !== 'object') return []
  return value.keys.flatMap((key, index) => {
    const child = key === step ? value.values[index] : undefined
    return child ? [{ value: child, place: `${place}/${index}` }] : []
  })
}
