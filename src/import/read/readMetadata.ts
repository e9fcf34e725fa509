import { BsonError } from '../bson/BsonError'
import { type BsonDocument, type BsonValue } from '../bson/BsonValue'
import { readExtendedJson } from '../bson/readExtendedJson'
import { toDouble } from '../convert/toDouble'

/** What mongodump notes about a collection beside its documents. */
export interface CollectionMetadata {
  /** Its name, which the file's may be an abbreviation of. Tools before 100.3 leave it out. */
  readonly name: string | undefined
  readonly type: string | undefined
  readonly uuid: string | undefined
  /** A view: the collection that it reads. */
  readonly viewOn: string | undefined
  readonly timeseries: Timeseries | undefined
  readonly indexes: readonly CollectionIndex[]
  readonly options: BsonDocument | undefined
}

export interface Timeseries {
  readonly timeField: string
  readonly metaField: string | undefined
}

export interface CollectionIndex {
  readonly name: string
  /** 1, -1, or a word like “text” or “2dsphere”. */
  readonly keys: readonly { readonly field: string; readonly direction: string }[]
  readonly unique: boolean
  /** All that was said about it. */
  readonly definition: BsonDocument
}

/**
 * Reads a `metadata.json`.
 *
 * @throws BsonError when it is none
 */
export function readMetadata(json: string): CollectionMetadata {
  const read = readExtendedJson(json.replace(/^\ufeff/, ''))
  const options = documentOf(read.get('options'))
  const indexes = read.get('indexes')
  return {
    name: textOf(read.get('collectionName')),
    type: textOf(read.get('type')),
    uuid: textOf(read.get('uuid')),
    viewOn: textOf(options?.get('viewOn')),
    timeseries: timeseriesOf(documentOf(options?.get('timeseries'))),
    options,
    indexes: indexes?.type === 'array' ? indexes.items.map(indexOf) : [],
  }
}

const textOf = (value: BsonValue | undefined): string | undefined =>
  value?.type === 'string' && value.value !== '' ? value.value : undefined

const documentOf = (value: BsonValue | undefined): BsonDocument | undefined =>
  value?.type === 'object' ? value : undefined

function timeseriesOf(options: BsonDocument | undefined): Timeseries | undefined {
  const timeField = textOf(options?.get('timeField'))
  return timeField === undefined
    ? undefined
    : { timeField, metaField: textOf(options?.get('metaField')) }
}

function indexOf(value: BsonValue): CollectionIndex {
  const key = value.type === 'object' ? documentOf(value.get('key')) : undefined
  if (value.type !== 'object' || !key) throw new BsonError('an index without a key', 0)
  const unique = value.get('unique')
  return {
    name: textOf(value.get('name')) ?? '',
    keys: [...key.entries()].map(([field, direction]) => ({
      field,
      direction: directionOf(direction),
    })),
    unique: unique?.type === 'bool' && unique.value,
    definition: value,
  }
}

function directionOf(value: BsonValue): string {
  const number = toDouble(value)
  return number.kind === 'impossible' ? (textOf(value) ?? value.type) : String(number.value)
}
