import { type BsonDocument, type BsonArray, type BsonOf, type BsonValue } from './BsonValue'
import { decimalText, hasDecimalText } from './decimalText'
import { joinPieces } from './joinPieces'
import { sortedIndices } from './sortedIndices'
import { countKey, escapeFirst, escapeText, needsEscape } from './escapeText'
import { jsonPath } from './jsonPath'
import { type Loss, type LossKind } from './Loss'
import { isWrapperKey } from './unwrapExtended'

export interface Written {
  readonly json: string
  /** What reading `json` does not bring back as it was, or is written in a way of its own. */
  readonly losses: readonly Loss[]
}

/**
 * Canonical Extended JSON (version 2) as every MongoDB tool reads it. Duplicate keys, U+0000 and damaged texts (as `\udc80` to
 * `\udcff`) are all in it, and `readExtendedJson` reads them again.
 */
export const writeExtendedJson = (value: BsonValue): Written =>
  new ExtendedJsonWriter(false, false).written(value)

/**
 * The same for a JSONB column. What PostgreSQL refuses (U+0000, lone surrogates) or joins (duplicate keys) is escaped, as are
 * names that would be taken for types, so that `readJsonb` answers the same document. Only the order of keys is PostgreSQL's, so
 * they are sorted here too: by their UTF-16 code units, fields of the same name in their order. That is the normal form of which
 * `canonicalHash` is the hash.
 */
export const toJsonb = (value: BsonValue): Written =>
  new ExtendedJsonWriter(true, true).written(value)

/** As `toJsonb`, with the keys in the order that they have. */
export const writeOrdered = (value: BsonValue): string =>
  new ExtendedJsonWriter(true, false).written(value).json

class ExtendedJsonWriter {
  private readonly losses: Loss[] = []
  private readonly path: (string | number)[] = []

  constructor(
    private readonly escapes: boolean,
    private readonly sorts: boolean,
  ) {}

  written(value: BsonValue): Written {
    return { json: this.value(value), losses: this.losses }
  }

  private note(kind: LossKind): void {
    this.losses.push({ kind, path: jsonPath(this.path) })
  }

  private value(value: BsonValue): string {
    switch (value.type) {
      case 'object':
        return this.document(value)
      case 'array':
        return this.array(value)
      case 'string':
        return this.text(value.value)
      case 'double':
        return this.double(value)
      case 'int':
        return `{"$numberInt":"${value.value}"}`
      case 'long':
        return `{"$numberLong":"${value.value}"}`
      case 'decimal':
        return this.decimal(value)
      case 'bool':
        return value.value ? 'true' : 'false'
      case 'null':
        return 'null'
      case 'objectId':
        return `{"$oid":"${value.hex}"}`
      case 'date':
        return `{"$date":{"$numberLong":"${value.millis}"}}`
      case 'binData':
        return binary(value)
      case 'timestamp':
        return `{"$timestamp":{"t":${value.time},"i":${value.increment}}}`
      case 'regex':
        return `{"$regularExpression":{"pattern":${this.text(value.pattern)},"options":${this.text(value.options)}}}`
      case 'javascript':
        return `{"$code":${this.text(value.code)}}`
      case 'javascriptWithScope':
        return this.codeWithScope(value)
      case 'symbol':
        return `{"$symbol":${this.text(value.value)}}`
      case 'dbPointer':
        return `{"$dbPointer":{"$ref":${this.text(value.collection)},"$id":{"$oid":"${value.hex}"}}}`
      case 'undefined':
        return '{"$undefined":true}'
      case 'minKey':
        return '{"$minKey":1}'
      case 'maxKey':
        return '{"$maxKey":1}'
    }
  }

  private document(document: BsonDocument): string {
    const { keys, values } = document
    if (!this.escapes && isOldExpression(document)) this.note('ambiguous-key')
    const counts = hasDuplicates(keys) ? new Map<string, number>() : undefined
    const order = this.sorts ? sortedIndices(keys) : undefined
    const fields = joinPieces(keys.length, (place) => {
      const index = order?.[place] ?? place
      return this.field(keys[index] ?? '', values[index], counts)
    })
    return `{${fields}}`
  }

  private field(
    key: string,
    value: BsonValue | undefined,
    counts: Map<string, number> | undefined,
  ): string {
    const nth = (counts?.get(key) ?? 0) + 1
    counts?.set(key, nth)
    this.path.push(key)
    const json = `${this.key(key, nth)}:${value ? this.value(value) : 'null'}`
    this.path.pop()
    return json
  }

  private array({ items, keys }: BsonArray): string {
    if (keys) this.note('array-keys')
    const list = joinPieces(items.length, (index) => {
      const item = items[index]
      this.path.push(index)
      const json = item ? this.value(item) : 'null'
      this.path.pop()
      return json
    })
    return `[${list}]`
  }

  private key(key: string, nth: number): string {
    if (nth === 1 && isPlainKey(key)) return `"${key}"`
    const isType = isWrapperKey(key, this.escapes ? 'canonical' : 'all')
    if (!this.escapes) {
      if (isType) this.note('ambiguous-key')
      return JSON.stringify(key)
    }
    const text = needsEscape(key) ? this.escaped(key) : key
    if (isType) this.note('type-key')
    if (nth > 1) this.note('duplicate-key')
    const typed = isType ? escapeFirst(text) : text
    return JSON.stringify(nth > 1 ? countKey(typed, nth) : typed)
  }

  private text(text: string): string {
    if (!SPECIAL.test(text)) return `"${text}"`
    return JSON.stringify(this.escapes && needsEscape(text) ? this.escaped(text) : text)
  }

  private escaped(text: string): string {
    if (text.includes('\0')) this.note('nul-character')
    if (!text.isWellFormed()) this.note('invalid-utf8')
    if (text.includes('\u241b')) this.note('escape-character')
    return escapeText(text)
  }

  private double({ value, bits }: BsonOf<'double'>): string {
    if (bits !== undefined) this.note('nan-payload')
    return `{"$numberDouble":"${doubleText(value)}"}`
  }

  private decimal({ bytes }: BsonOf<'decimal'>): string {
    if (!hasDecimalText(bytes)) this.note('decimal-form')
    return `{"$numberDecimal":"${decimalText(bytes)}"}`
  }

  private codeWithScope({ code, scope }: BsonOf<'javascriptWithScope'>): string {
    const text = this.text(code)
    this.path.push('$scope')
    const json = `{"$code":${text},"$scope":${this.value(scope)}}`
    this.path.pop()
    return json
  }
}

/** Whole numbers have “.0”, as in `bson`: without it some readers would see an integer. */
function doubleText(value: number): string {
  if (Object.is(value, -0)) return '-0.0'
  return Number.isInteger(value) ? value.toFixed(1) : String(value)
}

function binary({ bytes, subtype }: BsonOf<'binData'>): string {
  const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  return `{"$binary":{"base64":"${base64}","subType":"${subtype.toString(16).padStart(2, '0')}"}}`
}

/** A document that version 1 of Extended JSON has for a regular expression. */
const isOldExpression = (document: BsonDocument): boolean =>
  document.size === 2 &&
  document.get('$regex')?.type === 'string' &&
  document.get('$options')?.type === 'string'

/** What cannot stand in a text as it is: for JSON, for PostgreSQL, or because it is the mark of an escape. */
const SPECIAL = /[\0-\x1f"\\\u241b\ud800-\udfff]/

/** Most names are. They are asked for again and again, so the answers are kept, of so many names. */
const isPlainKey = (key: string): boolean => {
  const known = plainKeys.get(key)
  if (known !== undefined) return known
  const isPlain = !key.startsWith('$') && !SPECIAL.test(key)
  if (plainKeys.size >= MOST_KEYS) plainKeys.clear()
  if (key.length <= LONGEST_KEY) plainKeys.set(key, isPlain)
  return isPlain
}

const MOST_KEYS = 10_000
const LONGEST_KEY = 100
const plainKeys = new Map<string, boolean>()

/** Comparing a few names with one another is faster than putting them into a set. */
function hasDuplicates(keys: readonly string[]): boolean {
  if (keys.length > 16) return new Set(keys).size < keys.length
  for (let index = 1; index < keys.length; index += 1)
    if (keys.indexOf(keys[index] ?? '') < index) return true
  return false
}
